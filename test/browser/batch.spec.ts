import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';
import { bindUnit, publish } from './support/publish';
import { ofMatter, opened, soon, verb } from './support/sheets';
import { BIG_OR_NOT } from './support/verb-flows';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;
let numbers: string[];

async function handIn(number: string): Promise<void> {
  await unit.goto('/taishan/tasks');
  await unit.getByLabel('关键词').fill(number);
  await unit.getByRole('button', { name: `开始填报 ${number}` }).click();
  await unit.getByRole('textbox', { name: /办理情况/ }).fill(`已按要求完成，${number}。`);
  await verb(unit, '报送').click();
  await expect(unit.getByText('报送成功')).toBeVisible(soon);
}

const box = (number: string) => desk.getByRole('checkbox', { name: `选择 ${number}` });

test.beforeAll(async ({ browser }) => {
  const admin = await personAt(browser, 'admin', '/taishan/obligations');
  await publish(admin, 'batch', '文旅事项办理', BIG_OR_NOT);
  numbers = (await bindUnit('wenguanglvtiju', 'batch')).slice(0, 3);
  expect(numbers).toHaveLength(3);
  unit = await personAt(browser, 'wenguanglvtiju', '/taishan/tasks');
  for (const number of numbers) await handIn(number);
  desk = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
});

test('several tasks are chosen in the inbox, and what is not one plain agreement cannot be chosen', async () => {
  await desk.getByLabel('关键词').fill('文化广电旅游体育局');
  for (const number of numbers) await box(number).check();
  const bar = desk.getByRole('region', { name: '批量办理' });
  await expect(bar).toContainText('已选 3 件');
  await bar.getByRole('textbox', { name: /意见/ }).fill('材料齐全，同意。');
  await keepPicture(desk, 'batch-01-chosen');
  const { violations } = await new AxeBuilder({ page: desk }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await bar.getByRole('button', { name: '取消选择' }).click();
  await expect(bar).toHaveCount(0);
  await desk.getByLabel('关键词').fill('');
  await desk.getByText(/^待开始填报 \d+$/).click();
  await expect(desk.getByRole('checkbox', { name: /^选择 台/ }).first()).toBeDisabled();
  await desk.getByText(/^全部 \d+$/).click();
});

test('each has its own result: one was withdrawn while the button was pressed twice, the others are agreed to once', async () => {
  await desk.getByLabel('关键词').fill('文化广电旅游体育局');
  for (const number of numbers) await box(number).check();
  await desk.getByRole('textbox', { name: /^意见/ }).fill('材料齐全，同意。');
  let sent = 0;
  await desk.route('**/api/v1/taishan/tasks/*approve*', async (route) => {
    sent += 1;
    // the one handed in last is open at the unit
    const asked = await ofMatter(unit, '撤回');
    await asked.getByLabel(/原因/).fill('附件有误');
    await asked.getByRole('button', { name: '确认撤回' }).click();
    await expect(unit.getByText('已撤回').first()).toBeVisible(soon);
    await route.continue();
  });
  await desk.getByRole('button', { name: '同意选中的 3 件' }).dblclick();
  const result = await opened(desk, '2 件已同意，1 件没有办成');
  await expect(result.getByRole('listitem').first()).toContainText(numbers[2]!);
  await expect(result.getByRole('img', { name: '已同意' })).toHaveCount(2);
  await expect(result.getByText('现在轮到：司法局审核')).toHaveCount(2);
  await keepPicture(desk, 'batch-02-results');
  expect(sent).toBe(1);
  await result.getByRole('button', { name: '知道了' }).click();
  for (const number of numbers) await expect(box(number)).toHaveCount(0, soon);
});

test('what was agreed to together waits for the reviewer, with the opinion', async ({ browser }) => {
  const reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/tasks');
  await reviewer.getByLabel('关键词').fill(numbers[0]!);
  await reviewer
    .getByRole('link', { name: /^（\d+）/ })
    .first()
    .click();
  await reviewer.getByRole('tab', { name: '流转记录' }).click();
  await expect(reviewer.getByRole('tabpanel', { name: '流转记录' }).getByText('材料齐全，同意。')).toBeVisible(soon);
});
