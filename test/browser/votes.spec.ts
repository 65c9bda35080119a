import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openFromInbox } from './support/pages';
import { keepPicture, personAt } from './support/people';
import { bindUnit, publish } from './support/publish';
import { agree, choosePerson, opened, progress, soon, verb } from './support/sheets';
import { CHOSEN_AND_VOTED } from './support/verb-flows';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;
let reviewer: Page;
let leader: Page;
let office: Page;
let number: string;

test.beforeAll(async ({ browser }) => {
  const admin = await personAt(browser, 'admin', '/taishan/obligations');
  await publish(admin, 'votes', '联合评议', CHOSEN_AND_VOTED);
  [number = ''] = await bindUnit('shengtaihuanjingfenju', 'votes');
  unit = await personAt(browser, 'shengtaihuanjingfenju', '/taishan/tasks');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/tasks');
  leader = await personAt(browser, 'sifa-lingdao', '/taishan/tasks');
  office = await personAt(browser, 'zhengfuban', '/taishan/tasks');
});

const seats = (page: Page) => progress(page).getByRole('list', { name: '评议的席位' });

test('the drafter chooses who signs before handing in, and is told when nobody is chosen', async () => {
  await unit.getByLabel('关键词').fill(number);
  await unit.getByRole('button', { name: `开始填报 ${number}` }).click();
  await unit.getByRole('textbox', { name: /办理情况/ }).fill('联合检查已完成。');
  await verb(unit, '报送').click();
  const asked = await opened(unit, '报送');
  await asked.getByRole('button', { name: '确认报送' }).click();
  await expect(asked.getByText('请选“政府办会签”的办理人')).toBeVisible();
  await choosePerson(asked.getByRole('combobox', { name: /政府办会签/ }), '', /谭文轩/);
  await keepPicture(unit, 'votes-01-chosen');
  await asked.getByRole('button', { name: '确认报送' }).click();
  await expect(unit.getByText('现在由谭文轩办理（政府办会签）')).toBeVisible(soon);
});

test('a vote of three shows who is still missing, a delegation inside it, and ends with the second yes', async () => {
  await openFromInbox(office, number);
  await agree(office, '通过', '同意会签。');
  await expect(office.getByText(/现在由李敏仪办理（评议）/)).toBeVisible(soon);

  await openFromInbox(leader, number);
  await expect(progress(leader).getByText('还差 3 席：李敏仪、黄国栋、伍建华')).toBeVisible(soon);
  await verb(leader, '委派').click();
  const asked = await opened(leader, '委派');
  await choosePerson(asked.getByRole('combobox', { name: /委派给谁/ }), '谭', /谭文轩/);
  await asked.getByLabel(/要对方看什么/).fill('请核对经费数字。');
  await asked.getByRole('button', { name: '确认委派' }).click();
  await expect(leader.getByText('现在由谭文轩办理')).toBeVisible(soon);

  await openFromInbox(office, number);
  await expect(progress(office).getByText(/伍建华委派给您/)).toBeVisible(soon);
  await verb(office, '回复委派').click();
  const reply = await opened(office, '回复委派');
  await reply.getByRole('textbox', { name: '意见' }).fill('数字无误。');
  await keepPicture(office, 'votes-02-reply');
  await reply.getByRole('button', { name: '确认回复委派' }).click();
  await expect(office.getByText('已回复委派')).toBeVisible(soon);

  await openFromInbox(desk, number);
  await agree(desk, '通过', '同意。');
  await openFromInbox(leader, number);
  await expect(progress(leader).getByText('还差 2 席：黄国栋、伍建华')).toBeVisible(soon);
  await expect(seats(leader)).toContainText('李敏仪');
  await expect(seats(leader)).toContainText('已同意');
  await expect(seats(leader)).toContainText('伍建华 委派给 谭文轩：请核对经费数字。');
  await expect(seats(leader)).toContainText('数字无误。');
  await keepPicture(leader, 'votes-03-missing');
  const { violations } = await new AxeBuilder({ page: leader }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await leader.setViewportSize({ width: 1024, height: 768 });
  await keepPicture(leader, 'votes-04-missing-narrow');
  await leader.setViewportSize({ width: 1440, height: 900 });
  await openFromInbox(reviewer, number);
  await expect(verb(reviewer, '通过')).toBeVisible(soon);
  const address = reviewer.url();
  await agree(leader, '通过');
  await expect(leader.getByText('已办结').first()).toBeVisible(soon);
  await reviewer.goto(address);
  await expect(reviewer.getByText('这件待办已由 伍建华 办理，不用再办。')).toBeVisible(soon);
  await keepPicture(reviewer, 'votes-05-by-others');
});
