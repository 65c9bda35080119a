import { expect, test, type Page } from '@playwright/test';
import { approve, fillStageResult, openFromInbox, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

// 李敏仪 of 市司法局 is away; 谭文轩 of another office, who sees nothing of this by himself, does her tasks.
const number = '台执督-08-025';

test.describe.configure({ mode: 'serial' });

let away: Page;
let deputy: Page;

test.beforeAll(async ({ browser }) => {
  const unit = await personAt(browser, 'shuiliju', '/taishan/');
  await startFromInbox(unit, number);
  const file = { name: '培训计划.txt', mimeType: 'text/plain', buffer: Buffer.from('2024年培训计划\n') };
  await fillStageResult(unit, { progress: '已建立年度培训计划，覆盖全部执法人员。', file });
  await submit(unit);
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await unit.context().close();
  away = await personAt(browser, 'sifa-jingban', '/taishan/');
  deputy = await personAt(browser, 'zhengfuban', '/taishan/tasks');
});

const option = (page: Page, text: string) => page.locator('.ant-select-item-option:visible', { hasText: text });

test('before there is a rule, the colleague has no such task, and the page of rules says that nobody stands in', async () => {
  await deputy.getByLabel('关键词').fill(number);
  await expect(deputy.getByRole('link', { name: /^（8）/ })).toHaveCount(0);
  await away.getByRole('button', { name: /^个人菜单/ }).click();
  await away.getByRole('menuitem', { name: '代理设置' }).click();
  await expect(away.getByText('现在没有人代理您')).toBeVisible();
  await expect(away.getByText('您现在不代理别人')).toBeVisible();
  await keepPicture(away, '60-no-deputies');
});

test('a rule for oneself is refused in words, one for a colleague is made', async () => {
  await away.getByRole('button', { name: '设置代理' }).click();
  const dialog = away.getByRole('dialog', { name: '设置代理' });
  await dialog.getByRole('button', { name: '设置代理' }).click();
  await expect(dialog.getByText('请选择由谁代为办理')).toBeVisible();
  const whom = dialog.getByRole('combobox', { name: '代理人' });
  await whom.fill('李敏仪');
  await option(away, '李敏仪').click();
  const last = dialog.getByLabel('最后一天');
  const day = await dialog.getByLabel('第一天').inputValue();
  await last.fill(day);
  await last.press('Enter');
  await dialog.getByLabel('原因').fill('到省厅学习');
  await dialog.getByRole('button', { name: '设置代理' }).click();
  await expect(dialog.getByText('不能让自己代理自己。')).toBeVisible();
  await keepPicture(away, '61-not-oneself');
  await whom.fill('谭文轩');
  await option(away, '谭文轩').click();
  await dialog.getByRole('button', { name: '设置代理' }).click();
  await expect(dialog).toHaveCount(0);
  const given = away.getByRole('group', { name: '代理我的' });
  await expect(given.getByRole('row', { name: /谭文轩/ })).toContainText('代理中');
  await keepPicture(away, '62-deputy-set');
});

test('the colleague finds the task in the inbox, marked for whom, and does it for the one who is away', async () => {
  await openFromInbox(deputy, number);
  await expect(deputy.getByText('代 李敏仪 办理')).toBeVisible();
  await expect(deputy.getByRole('link', { name: '培训计划.txt' })).toBeVisible();
  await keepPicture(deputy, '63-as-deputy');
  await deputy.goto('/taishan/tasks');
  await deputy.getByLabel('关键词').fill('李敏仪');
  await expect(deputy.getByText('代 李敏仪 办理').first()).toBeVisible();
  await keepPicture(deputy, '64-inbox-of-deputy');
  await openFromInbox(deputy, number);
  await approve(deputy, '受理');
  await deputy.getByRole('tab', { name: '流转记录' }).click();
  const record = deputy.getByRole('tabpanel', { name: '流转记录' });
  await expect(record.getByText('谭文轩 代 李敏仪').first()).toBeVisible();
  await keepPicture(deputy, '65-both-names');
});

test('the rule is ended before its last day, and what it showed is shown no more', async ({ browser }) => {
  const matter = deputy.url();
  const admin = await personAt(browser, 'admin', '/designer/taishan/deputies');
  const row = admin.getByRole('row', { name: /李敏仪.*谭文轩/ });
  await expect(row).toContainText('到省厅学习');
  await keepPicture(admin, '66-all-deputies');
  await row.getByRole('button', { name: '结束谭文轩代理李敏仪' }).click();
  await admin.getByRole('button', { name: '结束代理' }).click();
  await expect(admin.getByText('谭文轩不再代理李敏仪')).toBeVisible();
  await admin.getByText('以往的', { exact: true }).click();
  await expect(row).toContainText('系统管理员于');
  await keepPicture(admin, '67-ended');
  await deputy.goto(matter);
  await expect(deputy.getByRole('heading', { name: /没有找到/ })).toBeVisible();
  await keepPicture(deputy, '68-no-longer');
  await admin.context().close();
});
