import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { handIn, openObligation } from './support/matters';
import { openFromInbox } from './support/pages';
import { keepPicture, personAt } from './support/people';

const number = '台执督-28-014';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;

const words = (page: Page) => page.getByRole('textbox', { name: '沟通内容' });
const thread = (page: Page) => page.getByRole('list', { name: '沟通记录' });

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'gonganju', '/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  await handIn(unit, number);
});

test('a new thread says what it is for, and a mention is chosen with the keyboard alone', async () => {
  await openFromInbox(desk, number);
  await desk.getByRole('tab', { name: '沟通' }).click();
  await expect(desk.getByText('还没有人发言')).toBeVisible();
  await words(desk).focus();
  await desk.keyboard.type('请 @公安局经办');
  // an input method ends with a key, which a text that is put in whole does not
  await desk.keyboard.press('End');
  await expect(desk.locator('.ant-mentions-dropdown-menu-item')).toHaveText(/^公安局经办人/);
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('说明第二期的人数。');
  await keepPicture(desk, 'talk-mention');
  await desk.keyboard.press('Control+Enter');
  await expect(thread(desk).getByText('说明第二期的人数。')).toBeVisible();
  await expect(thread(desk).locator('mark')).toHaveText('@公安局经办人');
  await expect(words(desk)).toHaveValue('');
});

test('the one who was mentioned is told, and the message leads to the matter', async () => {
  await expect(async () => {
    await unit.goto('/taishan/tasks');
    await unit.getByRole('button', { name: /^消息/ }).click();
    await expect(unit.getByText('李敏仪 在沟通中提到了您').first()).toBeVisible({ timeout: 1500 });
  }).toPass();
  await unit.getByRole('link', { name: '李敏仪 在沟通中提到了您' }).first().click();
  await unit.getByRole('tab', { name: /^沟通/ }).click();
  await expect(thread(unit).getByText('说明第二期的人数。')).toBeVisible();
});

test('an answer quotes what it answers, carries a file, and may stay inside the unit', async () => {
  await thread(unit).getByRole('button', { name: '回复 李敏仪' }).click();
  await expect(words(unit)).toBeFocused();
  await words(unit).fill('第二期 70 人，名单见附件。');
  await unit
    .getByRole('region', { name: '发言' })
    .locator('input[type=file]')
    .setInputFiles({ name: '第二期名单.txt', mimeType: 'text/plain', buffer: Buffer.from('名单\n') });
  await expect(unit.getByText('第二期名单.txt')).toBeVisible();
  await expect(unit.getByText('正在上传…')).toHaveCount(0);
  await unit.getByRole('button', { name: '发送' }).click();
  await expect(thread(unit).getByRole('link', { name: '第二期名单.txt' })).toBeVisible();
  await expect(thread(unit).locator('blockquote')).toContainText('回复 李敏仪');
  await unit.getByRole('radio', { name: '仅市公安局' }).check();
  await expect(unit.getByText('只有市公安局的人能看到')).toBeVisible();
  await words(unit).fill('内部：第三期数字还没有核实。');
  await unit.getByRole('button', { name: '发送' }).click();
  await expect(thread(unit).getByText('内部：第三期数字还没有核实。')).toBeVisible();
  await keepPicture(unit, 'talk-thread');
  await openObligation(desk, number, '沟通');
  await expect(thread(desk).getByText('第二期 70 人，名单见附件。')).toBeVisible();
  await expect(desk.getByText('第三期数字还没有核实')).toHaveCount(0);
});

test('fresh words are taken back and leave a trace', async () => {
  await words(unit).fill('写错了');
  await unit.getByRole('button', { name: '发送' }).click();
  await thread(unit).getByRole('listitem').filter({ hasText: '写错了' }).getByRole('button', { name: '撤回' }).click();
  await unit.getByRole('tooltip').getByRole('button', { name: '撤回' }).click();
  await expect(thread(unit).getByText('公安局经办人 撤回了一条消息')).toBeVisible();
  await expect(unit.getByText('写错了')).toHaveCount(0);
});

test('the thread can be used with a screen reader', async () => {
  const { violations } = await new AxeBuilder({ page: unit }).include('main').analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
});
