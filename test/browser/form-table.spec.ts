import AxeBuilder from '@axe-core/playwright';
import { expect as quick, test, type Page } from '@playwright/test';
import { approve, openFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';
import { rows } from './support/rows';

// A form with a table, filled in by a unit and completed by a reviewer: 市司法局's own results.

test.describe.configure({ mode: 'serial' });

// a round with a table is read back and drawn whole: more than a click takes
const expect = quick.configure({ timeout: 15_000 });

let unit: Page;
let leader: Page;
let office: Page;
let number: string;

const roster = { name: '第一期签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到表\n共 70 人\n') };
const proof = { name: '培训通知.txt', mimeType: 'text/plain', buffer: Buffer.from('关于举办培训的通知\n') };

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
  leader = await personAt(browser, 'sifa-lingdao', '/taishan/tasks');
  office = await personAt(browser, 'zhengfuban', '/taishan/tasks');
  const [row] = await rows<{ number: string }>(
    `SELECT number FROM obligation WHERE tenant = 'taishan' AND kind = 'bureauOwn' AND status = 'pending' ORDER BY seq DESC LIMIT 1`,
  );
  number = row!.number;
});

const table = (page: Page) => page.getByRole('group', { name: '培训班次' });
const cell = (page: Page, row: number, column: string) => page.getByLabel(`第 ${row} 行 ${column}`, { exact: true });
const toolbar = (page: Page) => page.getByRole('toolbar', { name: '办理操作' });

test('rows are added and filled in by keyboard, and their sums stand below', async () => {
  await unit.goto('/taishan/tasks');
  await unit.getByLabel('关键词').fill(number);
  await unit.getByRole('button', { name: `开始填报 ${number}` }).click();
  await expect(toolbar(unit)).toBeVisible();
  await unit.getByRole('textbox', { name: /进展情况/ }).fill('两期培训已办完。');
  await unit.getByText('已完成', { exact: true }).click();
  for (const [row, name, people, hours] of [
    [1, '第一期', '70', '8.5'],
    [2, '第二期', '60', '6'],
  ] as const) {
    await unit.getByRole('button', { name: '加一行' }).focus();
    await unit.keyboard.press('Enter');
    await cell(unit, row, '班次名称').fill(name);
    await cell(unit, row, '培训日期').fill('2024-10-11');
    await unit.keyboard.press('Enter');
    await cell(unit, row, '参训人次').fill(people);
    await unit.keyboard.press('Tab');
    await expect(cell(unit, row, '时长')).toBeFocused();
    await cell(unit, row, '时长').fill(hours);
  }
  await expect(table(unit).getByRole('row', { name: /^合计/ })).toContainText('130 人次');
  await expect(table(unit).getByRole('row', { name: /^合计/ })).toContainText('14.5 学时');
  await unit.getByLabel('培训经费').fill('3.25');
  await keepPicture(unit, '70-table');
});

test('the reviewer’s column cannot be written, and what is theirs alone is not shown', async () => {
  await expect(table(unit).getByRole('columnheader', { name: /核定人次/ })).toBeVisible();
  await expect(cell(unit, 1, '核定人次')).toHaveCount(0);
  await expect(unit.getByText('核定评分')).toHaveCount(0);
});

test('a person and a unit are found by their names, and a file answers a question of its own', async () => {
  await unit.getByLabel('协办单位').click();
  await unit.keyboard.type('公安局');
  await unit
    .getByRole('option', { name: /公安局/ })
    .first()
    .waitFor({ state: 'attached' });
  await unit.keyboard.press('Enter');
  await unit.keyboard.press('Escape');
  await unit.getByLabel('联系人').click();
  await unit.keyboard.type('李敏仪');
  await unit.locator('.ant-select-item-option-content', { hasText: '李敏仪' }).click();
  const ofField = unit.getByRole('group', { name: '签到表' });
  await ofField.locator('input[type=file]').setInputFiles(roster);
  await expect(ofField.getByRole('link', { name: roster.name })).toBeVisible();
});

test('what was typed is there again after the page was lost, cell by cell', async () => {
  await expect(unit.getByText(/^草稿已保存/)).toBeVisible();
  await unit.reload();
  await expect(cell(unit, 2, '班次名称')).toHaveValue('第二期');
  await expect(cell(unit, 1, '培训日期')).toHaveValue('2024-10-11');
  await expect(cell(unit, 1, '时长')).toHaveValue('8.5');
  await expect(unit.getByRole('group', { name: '签到表' }).getByRole('link', { name: roster.name })).toBeVisible();
  await expect(unit.locator('.ant-select', { hasText: '李敏仪' })).toBeVisible();
});

test('a gap in a cell keeps the round back: it is said in the cell, and the cursor goes there', async () => {
  await cell(unit, 2, '参训人次').fill('');
  await unit.locator('.evidence-field input[type=file]').setInputFiles(proof);
  await expect(unit.getByRole('link', { name: proof.name })).toBeVisible();
  await submit(unit, '提交内审');
  await expect(table(unit)).toContainText('请填写参训人次');
  await expect(cell(unit, 2, '参训人次')).toBeFocused();
  await keepPicture(unit, '71-gap-in-a-cell');
  await cell(unit, 2, '参训人次').fill('60');
});

test('a second tab that lies behind is told, and what was typed in it is not lost', async () => {
  const other = await unit.context().newPage();
  await other.goto(unit.url());
  await expect(cell(other, 1, '班次名称')).toHaveValue('第一期');
  await cell(unit, 1, '班次名称').fill('第一期（市级）');
  await cell(unit, 1, '班次名称').blur();
  await expect(unit.getByText(/^草稿已保存/)).toBeVisible();
  await cell(other, 1, '班次名称').fill('另一页写的');
  await cell(other, 1, '班次名称').blur();
  await expect(other.getByText('草稿没有保存')).toBeVisible();
  await expect(cell(other, 1, '班次名称')).toHaveValue('另一页写的');
  await other.close();
});

test('the form can be used by everybody: no fault that a machine can find', async () => {
  const found = await new AxeBuilder({ page: unit }).include('.schema-form').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('it is handed in, and read as a table with its sums', async () => {
  await submit(unit, '提交内审');
  const round = unit.getByRole('article', { name: '第 1 轮报送' });
  await expect(round.getByRole('row', { name: /第二期/ })).toContainText('60');
  await expect(round.getByRole('row', { name: /^合计/ })).toContainText('130 人次');
  await expect(round).toContainText('李敏仪');
  await expect(round.getByRole('link', { name: roster.name })).toBeVisible();
});

test('who approves fills in the own column first; the round stays as it was', async () => {
  await openFromInbox(leader, number);
  await approve(leader, '同意上报');
  await openFromInbox(office, number);
  await approve(office, '核定');
  await expect(table(office).last()).toContainText('请填写核定人次');
  await cell(office, 1, '核定人次').fill('68');
  await cell(office, 2, '核定人次').fill('60');
  await office.getByLabel('核定评分').fill('95');
  await keepPicture(office, '72-reviewers-own-fields');
  await approve(office, '核定', '同意。');
  await expect(office.getByText('已办结').first()).toBeVisible();
  await office.reload();
  const round = office.getByRole('article', { name: '第 1 轮报送' }).first();
  await expect(
    round.getByRole('region', { name: '赵秘书 填写的内容' }).or(round.getByText('审核填写')).first(),
  ).toBeVisible();
  await expect(round).toContainText('95 分');
});

test('a table of fifty rows is filled in without waiting', async () => {
  const [row] = await rows<{ number: string }>(
    `SELECT number FROM obligation WHERE tenant = 'taishan' AND kind = 'bureauOwn' AND status = 'pending' ORDER BY seq DESC LIMIT 1`,
  );
  await unit.goto('/taishan/tasks');
  await unit.getByLabel('关键词').fill(row!.number);
  await unit.getByRole('button', { name: `开始填报 ${row!.number}` }).click();
  await expect(toolbar(unit)).toBeVisible();
  const add = unit.getByRole('button', { name: '加一行' });
  for (let i = 0; i < 50; i++) await add.press('Enter');
  await expect(cell(unit, 50, '班次名称')).toBeVisible();
  await cell(unit, 50, '参训人次').fill('9');
  await expect(table(unit).getByRole('row', { name: /^合计/ })).toContainText('9 人次');
  await unit.getByRole('button', { name: '删除第 1 行', exact: true }).click();
  await expect(cell(unit, 49, '参训人次')).toHaveValue('9');
  await keepPicture(unit, '73-fifty-rows');
});

test('an administrator sets at a step what it may do with a field and a column, and undoes it', async ({ browser }) => {
  const admin = await personAt(browser, 'admin', '/taishan/');
  await admin.goto('/designer/taishan/flows/bureau-own');
  const steps = admin.getByRole('navigation', { name: '环节列表' });
  await steps.getByRole('button', { name: /^市政府办公室核定/ }).click();
  const score = admin.getByRole('radiogroup', { name: '核定评分：填、读或隐' });
  await expect(score.getByRole('radio', { name: '填' })).toBeChecked();
  await expect(admin.getByRole('checkbox', { name: '培训班次的核定人次必填' })).toBeChecked();
  await admin.getByRole('checkbox', { name: '核定评分必填' }).check();
  await score.getByText('隐', { exact: true }).click();
  await expect(score.getByRole('radio', { name: '隐' })).toBeChecked();
  await expect(admin.getByRole('checkbox', { name: '核定评分必填' })).toBeDisabled();
  await score.scrollIntoViewIfNeeded();
  await keepPicture(admin, '74-field-access');
  await admin.getByRole('button', { name: /^撤销/ }).click();
  await expect(score.getByRole('radio', { name: '填' })).toBeChecked();
  await admin.context().close();
});
