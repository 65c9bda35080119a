import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openFromInbox } from './support/pages';
import { keepPicture, personAt } from './support/people';
import { bindUnit, publish } from './support/publish';
import { agree, choosePerson, soon, verb } from './support/sheets';
import { BIG_OR_NOT } from './support/verb-flows';

test.describe.configure({ mode: 'serial' });

let admin: Page;
let number: string;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/taishan/obligations');
  await publish(admin, 'handover', '乡镇事项办理', BIG_OR_NOT);
  [number = ''] = await bindUnit('taicheng', 'handover');
  const unit = await personAt(browser, 'taicheng', '/taishan/tasks');
  await unit.getByLabel('关键词').fill(number);
  await unit.getByRole('button', { name: `开始填报 ${number}` }).click();
  await unit.getByRole('textbox', { name: /办理情况/ }).fill('已按要求完成，建立台账。');
  await verb(unit, '报送').click();
  await expect(unit.getByText('报送成功')).toBeVisible(soon);
  const desk = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
  await openFromInbox(desk, number);
  await agree(desk, '受理');
  await unit.context().close();
  await desk.context().close();
});

test('an administrator sees what a leaver has in hand before anything is handed over', async () => {
  await admin.goto('/designer/taishan/handover');
  await admin.getByRole('button', { name: '查看清单' }).click();
  await expect(admin.getByText('请选择谁离开')).toBeVisible();
  await expect(admin.getByText('请选择由谁接手')).toBeVisible();
  await choosePerson(admin.getByRole('combobox', { name: '谁离开' }), '黄国栋', /黄国栋/);
  await choosePerson(admin.getByRole('combobox', { name: '由谁接手' }), '黄国栋', /黄国栋/);
  await admin.getByRole('button', { name: '查看清单' }).click();
  await expect(admin.getByText('不能交给自己')).toBeVisible();
  await keepPicture(admin, 'handover-01-oneself');
  await choosePerson(admin.getByRole('combobox', { name: '由谁接手' }), '伍建华', /伍建华/);
  await admin.getByRole('button', { name: '查看清单' }).click();
  const row = admin.getByRole('row', { name: new RegExp(number) });
  await expect(row).toContainText('司法局审核', soon);
  await expect(row).toContainText('可以交接');
  await keepPicture(admin, 'handover-02-preview');
  const { violations } = await new AxeBuilder({ page: admin }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('what is chosen goes over with a reason, and the new person finds it in the inbox', async ({ browser }) => {
  const list = admin.getByRole('region', { name: '交接清单' });
  await list.getByRole('checkbox', { name: '全选' }).setChecked(false);
  await admin.getByRole('checkbox', { name: `选择 ${number}` }).check();
  const act = admin.getByRole('button', { name: '交接选中的 1 件' });
  await expect(act).toBeDisabled();
  await admin.getByLabel('交接原因').fill('调离本单位');
  await act.dblclick();
  await expect(admin.getByText('已交接 1 件')).toBeVisible(soon);
  await expect(admin.getByRole('row', { name: new RegExp(number) })).toHaveCount(0, soon);
  await keepPicture(admin, 'handover-03-done');
  const leader = await personAt(browser, 'sifa-lingdao', '/taishan/tasks');
  await openFromInbox(leader, number);
  await leader.getByRole('tab', { name: '流转记录' }).click();
  await expect(leader.getByRole('tabpanel', { name: '流转记录' }).getByText(/调离本单位/)).toBeVisible(soon);
  await keepPicture(leader, 'handover-04-taken-over');
  await leader.getByRole('tab', { name: '办理' }).click();
  await agree(leader, '通过', '同意。');
});
