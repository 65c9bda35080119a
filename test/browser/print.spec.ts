import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { handIn, openObligation } from './support/matters';
import { approve, fillStageResult, giveBack, openFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

const number = '台执督-09-014';
/** A4 in points, as PDF writes it. */
const A4 = /\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/g;

let unit: Page;
let desk: Page;
let reviewer: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'gonganju', '/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
  await handIn(
    unit,
    number,
    Array.from({ length: 60 }, (_, n) => `${n + 1}. 第 ${n + 1} 项工作已按要求完成。`).join('\n'),
  );
  await openFromInbox(desk, number);
  await approve(desk, '受理', '材料收悉。');
  await openFromInbox(reviewer, number);
  await giveBack(reviewer, '请补充各镇（街）参训人数，并附考核成绩。');
  await openFromInbox(unit, number);
  await fillStageResult(unit, { progress: '共 210 人次，其中镇（街）126 人次，考核合格率 98%。' });
  await submit(unit, '重新报送');
  const endOfAbsence = await standIn(reviewer, '伍建华');
  const leader = await personAt(browser, 'sifa-lingdao', '/taishan/');
  await openFromInbox(leader, number);
  await approve(leader, '通过', '材料齐全，同意。');
  await expect(leader.getByText('已办结').first()).toBeVisible();
  await endOfAbsence();
});

/** Today somebody else does what this person would do. @returns how to end it */
async function standIn(page: Page, name: string): Promise<() => Promise<void>> {
  const api = '/api/v1/taishan';
  const session = (await (await page.request.get(`${api}/session`)).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': session.csrfToken };
  const found = await page.request.get(`${api}/deputies/people?q=${encodeURIComponent(name)}`);
  const [deputy] = ((await found.json()) as { items: { id: string }[] }).items;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const data = { deputyId: deputy?.id, from: today, to: today, definitionKeys: null, reason: '出差' };
  const made = await page.request.post(`${api}/deputies`, { headers, data });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  return async () => void (await page.request.post(`${api}/deputies/${id}/end`, { headers, data: {} }));
}

/** How many pages a PDF has, all of them A4. */
async function pagesOf(page: Page, name: string): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  writeFileSync(`artifacts/pictures/${name}.pdf`, pdf);
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(text.match(A4)?.length).toBeGreaterThan(0);
  expect(text.match(/\/MediaBox/g)?.length).toBe(text.match(A4)?.length);
  return pages;
}

test('the sheet holds what was reported, the files with their hashes, and every opinion with name and time', async () => {
  await openObligation(unit, number);
  await unit.getByRole('link', { name: '打印审批表' }).click();
  const sheet = unit.getByRole('article', { name: '审批表' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(/审批表$/);
  await expect(sheet).toContainText(`编号：${number}`);
  const hash = createHash('sha256').update(`签到表 ${number}\n共 210 人\n`).digest('hex');
  await expect(sheet).toContainText(`校验码 ${hash.slice(0, 8)}`);
  const first = sheet.getByRole('table', { name: /第 1 轮报送（已退回）/ });
  await expect(first).toContainText('材料收悉。');
  await expect(first).toContainText('请补充各镇（街）参训人数，并附考核成绩。');
  await expect(first).toContainText('李敏仪');
  const second = sheet.getByRole('table', { name: /第 2 轮报送（已通过）/ });
  await expect(second).toContainText('材料齐全，同意。');
  await expect(second).toContainText('伍建华 代 黄国栋');
  await expect(second).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d/);
  await keepPicture(unit, 'print-screen');
});

test('on paper it is A4, black on white, without bar or menu, and a page ends between rows', async () => {
  await unit.emulateMedia({ media: 'print' });
  await expect(unit.getByRole('button', { name: '打印' })).toBeHidden();
  const inks = await unit.locator('.sheet').evaluate((sheet) => {
    const own = [sheet, ...sheet.querySelectorAll('*')].map((element) => getComputedStyle(element));
    return [...new Set(own.map((style) => `${style.color} ${style.backgroundColor}`))];
  });
  for (const ink of inks) expect(ink).toMatch(/^rgb\(0, 0, 0\) (rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/);
  const kept = await unit
    // but the one that alone is longer than a page
    .locator('.sheet tr:not(.sheet-long)')
    .evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length);
  expect(kept).toBe(0);
  // the long first round alone fills more than a page
  expect(await pagesOf(unit, 'sheet-all')).toBeGreaterThanOrEqual(2);
  await unit.emulateMedia({ media: null });
});

test('only the accepted round can be printed, and the address keeps the choice', async () => {
  await unit.getByText('只印通过的一轮').click();
  const sheet = unit.getByRole('article', { name: '审批表' });
  await expect(sheet.getByRole('table', { name: /第 1 轮/ })).toHaveCount(0);
  await unit.reload();
  await expect(sheet.getByRole('table', { name: /第 2 轮报送（已通过）/ })).toBeVisible();
  await expect(sheet.getByRole('table', { name: /第 1 轮/ })).toHaveCount(0);
  expect(await pagesOf(unit, 'sheet-accepted')).toBe(1);
});

test('before anything was handed in there is nothing to print, and the page says so', async () => {
  const id = new URL(unit.url()).pathname.split('/').at(-1) ?? '';
  const answer = await unit.request.get('/api/v1/taishan/obligations?limit=200&status=pending');
  const pending = ((await answer.json()) as { items: { id: string }[] }).items.find((one) => one.id !== id);
  await unit.goto(`/taishan/print/${pending?.id}`);
  await expect(unit.getByText('还没有报送，没有可以打印的审批表')).toBeVisible();
});
