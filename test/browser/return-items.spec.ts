import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { approve, fillStageResult, giveBack, openFromInbox, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

const number = '台执督-10-018';
const roster = { name: '培训签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到表\n共 210 人\n') };
const fullRoster = { ...roster, buffer: Buffer.from('签到表\n共 226 人\n') };
const first = '已办首轮全员培训三期，受训 210 人次，登记卡全部建立。';
const second = '已办首轮全员培训三期，受训 226 人次，其中镇（街）126 人次，登记卡全部建立。';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let reviewer: Page;

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'nongyenongcunju', '/taishan/');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
  const desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  await startFromInbox(unit, number);
  await fillStageResult(unit, { progress: first, file: roster });
  await submit(unit);
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await openFromInbox(desk, number);
  await approve(desk, '受理');
});

const answerTo = (text: string): Locator => unit.getByRole('group', { name: `回应问题：${text}` });

async function answer(text: string, done: '已修改' | '说明', words: string): Promise<void> {
  await answerTo(text).getByText(done, { exact: true }).click();
  await answerTo(text).getByRole('textbox', { name: '回应' }).fill(words);
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

test('a reviewer points out a problem at a field and one at a file, and returns them together', async () => {
  await openFromInbox(reviewer, number);
  await reviewer.getByRole('button', { name: '指出问题：进展情况' }).click();
  await expect(reviewer.getByRole('textbox', { name: '问题' })).toBeFocused();
  await reviewer.keyboard.type('请写明各镇街人数');
  await reviewer.keyboard.press('Control+Enter');
  await reviewer.getByRole('button', { name: `指出问题：附件“${roster.name}”` }).click();
  await reviewer.getByRole('textbox', { name: '问题' }).fill('签到表缺第二页');
  await reviewer.getByRole('button', { name: '记下' }).click();
  await expect(reviewer.getByRole('toolbar')).toContainText('已记下 2 条问题');
  await reviewer.reload();
  await expect(reviewer.getByRole('note', { name: '已记下的问题：进展情况' })).toContainText('请写明各镇街人数');
  await keepPicture(reviewer, 'items-1-noted');
  expect(await serious(reviewer)).toEqual([]);
  await giveBack(reviewer, '请按指出的问题补正。');
  await expect(reviewer.getByRole('article', { name: '第 1 轮报送' })).toContainText('签到表缺第二页');
});

test('the unit sees each item at its place, and cannot hand in with one of them unanswered', async () => {
  await openFromInbox(unit, number);
  await expect(unit.getByRole('group', { name: '要回应的问题' })).toContainText('还有 2 条要回应');
  await expect(answerTo('请写明各镇街人数')).toBeVisible();
  await fillStageResult(unit, { progress: second });
  await answer('请写明各镇街人数', '已修改', '已在进展情况中分列镇街人数');
  await keepPicture(unit, 'items-2-answering');
  expect(await serious(unit)).toEqual([]);
  await submit(unit, '重新报送');
  await expect(answerTo('签到表缺第二页').getByRole('alert')).toContainText('并写明回应');
  await expect(unit.getByRole('article', { name: '第 2 轮报送' })).toHaveCount(0);
});

test('answers in the making are there again after the page was left', async () => {
  await answer('签到表缺第二页', '说明', '原件只有一页');
  await unit.getByRole('textbox', { name: /进展情况/ }).focus();
  await expect(unit.getByText(/草稿已保存/)).toBeVisible();
  await openFromInbox(unit, number);
  await expect(answerTo('签到表缺第二页').getByRole('textbox', { name: '回应' })).toHaveValue('原件只有一页');
  await expect(unit.getByRole('group', { name: '要回应的问题' })).toContainText('都已回应');
});

test('an item stays where it is answered though its file was replaced, and the round is handed in', async () => {
  await unit.getByRole('button', { name: `移除 ${roster.name}` }).click();
  await unit.locator('input[type=file]').setInputFiles(fullRoster);
  await expect(unit.getByRole('link', { name: roster.name })).toBeVisible();
  await expect(answerTo('签到表缺第二页')).toContainText(`附件“${roster.name}”`);
  await submit(unit, '重新报送');
  await expect(unit.getByRole('article', { name: '第 2 轮报送' })).toBeVisible();
});

test('the reviewer sees at once what changed, and each item with its answer and its difference', async () => {
  await openFromInbox(reviewer, number);
  const changes = reviewer.getByRole('region', { name: '与上次相比' });
  await expect(changes).toContainText('与第 1 轮（您退回的一轮）相比');
  await expect(changes).toContainText('修改了：进展情况');
  await expect(changes).toContainText(`更换“${roster.name}”`);
  const check = reviewer.getByRole('region', { name: '逐条核对' });
  await expect(check).toContainText('2 条问题，已回应 2 条');
  await expect(check).toContainText('已在进展情况中分列镇街人数');
  await expect(check.locator('ins').first()).toContainText('226');
  await expect(check).toContainText('原件只有一页');
  await keepPicture(reviewer, 'items-3-checking');
  expect(await serious(reviewer)).toEqual([]);
});

test('two rounds stand side by side, with the keyboard from change to change', async () => {
  await reviewer.getByRole('region', { name: '与上次相比' }).getByRole('button', { name: '对比' }).click();
  const drawer = reviewer.getByRole('dialog', { name: '两轮报送对比' });
  await expect(drawer.getByRole('status')).toHaveText('1 项内容有变化，1 份材料有变化。');
  await expect(drawer.getByRole('row', { name: /进展情况/ })).toContainText('请写明各镇街人数');
  await expect(drawer.getByRole('row', { name: /完成情况/ })).toHaveCount(0);
  await keepPicture(reviewer, 'items-4-comparison');
  expect(await serious(reviewer)).toEqual([]);
  await reviewer.keyboard.press('n');
  await expect(drawer.getByRole('row', { name: /进展情况/ })).toBeFocused();
  await reviewer.keyboard.press('n');
  await expect(drawer.getByRole('row', { name: /佐证材料/ })).toBeFocused();
  await reviewer.keyboard.press('a');
  await expect(drawer.getByRole('row', { name: /完成情况/ })).toBeVisible();
  await keepPicture(reviewer, 'items-5-comparison-all');
  await reviewer.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('one item is settled, the other asked for again, and the unit has only that one to answer', async () => {
  const check = reviewer.getByRole('region', { name: '逐条核对' });
  await check.getByRole('button', { name: '已解决' }).first().click();
  await check.getByRole('button', { name: '再次提出' }).last().click();
  await check.getByRole('textbox', { name: '问题' }).fill('请说明为什么只有一页');
  await check.getByRole('button', { name: '记下' }).click();
  await giveBack(reviewer, '还有一条请再补正。');
  await openFromInbox(unit, number);
  await expect(unit.getByRole('group', { name: '要回应的问题' })).toContainText('指出了 1 条问题');
  await answer('请说明为什么只有一页', '说明', '当期只开一班');
  await submit(unit, '重新报送');
  await openFromInbox(reviewer, number);
  await approve(reviewer, '通过', '同意。');
  await expect(reviewer.getByText('已办结').first()).toBeVisible();
});
