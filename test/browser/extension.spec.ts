import { expect, test, type Page } from '@playwright/test';
import { openObligation } from './support/matters';
import { approve, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let reviewer: Page;
let number: string;
let original: string;

/** A day that lies ahead, as the calendar of the office has it. */
const ahead = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000);
const until = ahead(60);

/** As pages write it. */
const inWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'zhujianju', '/taishan/');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
  const { items } = await (await unit.request.get('/api/v1/taishan/obligations?status=pending&limit=200')).json();
  const own = items.find((item: { kind: string; unit: { name: string } }) => item.kind === 'stageResult');
  ({ number, dueOn: original } = own);
});

const fact = (page: Page, label: string) =>
  page.locator('dl.facts > div').filter({ has: page.getByText(label, { exact: true }) });

test('the menu of a drafting task offers to ask for a later deadline, and leads to the form', async () => {
  await startFromInbox(unit, number);
  await unit.getByRole('button', { name: '对整个事项的操作' }).click();
  await unit.getByRole('button', { name: '申请延期', exact: true }).click();
  await expect(unit.getByRole('heading', { level: 1 })).toHaveText(/^延期申请：（\d+）/);
  await expect(unit.getByRole('heading', { name: '延期申请', exact: true })).toBeVisible();
});

test('the request is handed in with a day and a reason', async () => {
  const day = unit.getByLabel('延期到');
  await day.fill(until);
  await day.press('Enter');
  await unit.getByLabel('理由').fill('执法证换发推迟，培训须待换证后进行。');
  await keepPicture(unit, 'extension-1-asking');
  await submit(unit, '提交申请');
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
});

test('the obligation shows the request, and says why there can be no second one', async () => {
  await openObligation(unit, number);
  await expect(unit.getByRole('heading', { name: '延期', exact: true })).toBeVisible();
  await expect(unit.getByText('当前环节：审核延期申请')).toBeVisible();
  const again = unit.getByRole('button', { name: /^申请延期/ });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await expect(again).toHaveAccessibleDescription(/已有一件延期申请正在办理/);
  // the way on with the work itself is its own task
  await expect(unit.getByRole('link', { name: '去办理' })).toBeVisible();
  await keepPicture(unit, 'extension-2-asked');
});

test('市司法局 agrees, the deadline moves, and the original stays in sight', async () => {
  await openObligation(reviewer, number);
  await reviewer.getByRole('link', { name: '查看申请' }).click();
  await expect(reviewer.getByRole('heading', { level: 1 })).toHaveText(/^延期申请：/);
  await expect(reviewer.getByText(until).first()).toBeVisible();
  await keepPicture(reviewer, 'extension-3-reviewing');
  await approve(reviewer, '同意延期', '情况属实，同意。');
  await expect(async () => {
    await openObligation(unit, number);
    await expect(fact(unit, '完成时限')).toContainText(inWords(until), { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(fact(unit, '完成时限')).toContainText(`原定 ${inWords(original)}，已延期一次`);
  await expect(unit.getByText(`由 ${inWords(original)} 延到 ${inWords(until)}`)).toBeVisible();
  await keepPicture(unit, 'extension-4-extended');
  await unit.getByRole('link', { name: '查看申请' }).click();
  await expect(unit.getByRole('heading', { level: 1 })).toHaveText(/^延期申请：/);
  await expect(unit.getByText('执法证换发推迟，培训须待换证后进行。')).toBeVisible();
});

test('the list of obligations has the new deadline and the original beside it', async () => {
  await unit.goto('/taishan/obligations');
  await unit.getByLabel('关键词').fill(number);
  const row = unit.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText(inWords(until));
  await expect(row).toContainText(`原定 ${inWords(original)}`);
});
