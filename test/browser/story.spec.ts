import { expect, test, type Page } from '@playwright/test';
import { approve, fillStageResult, giveBack, openFromInbox, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

const number = '台执督-03-014';
const roster = {
  name: '首轮培训签到表.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('首轮全员培训签到表\n共 210 人\n'),
};

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;
let reviewer: Page;

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'gonganju', '/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
});

test("a unit's officer sees only the own unit's obligations", async () => {
  await expect(unit.getByRole('heading', { name: '工作总览' })).toBeVisible();
  await keepPicture(unit, '01-unit-overview');
  await unit.getByRole('link', { name: '任务清单' }).first().click();
  await expect(unit.getByText(number).first()).toBeVisible();
  await expect(unit.getByText('市财政局')).toHaveCount(0);
  await keepPicture(unit, '02-unit-obligations');
});

test('the officer drafts a stage result with a file and submits it', async () => {
  await startFromInbox(unit, number);
  await fillStageResult(unit, { progress: '已办首轮全员培训三期，受训 210 人次，登记卡全部建立。', file: roster });
  await keepPicture(unit, '03-unit-drafting');
  await submit(unit);
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await keepPicture(unit, '04-unit-submitted');
});

test('市司法局 receives it and returns it with a reason', async () => {
  await openFromInbox(desk, number);
  await approve(desk, '受理');
  await openFromInbox(reviewer, number);
  await expect(reviewer.getByRole('link', { name: roster.name })).toBeVisible();
  await keepPicture(reviewer, '05-reviewing');
  await giveBack(reviewer, '请补充各镇（街）参训人数，并附考核成绩。');
  await expect(reviewer.getByText('请补充各镇（街）参训人数').first()).toBeVisible();
  await keepPicture(reviewer, '06-returned');
});

test('the unit sees the reason, corrects and submits a second round', async () => {
  await openFromInbox(unit, number);
  await expect(unit.getByText('请补充各镇（街）参训人数，并附考核成绩。').first()).toBeVisible();
  await expect(unit.getByRole('textbox', { name: /进展情况/ })).toHaveValue(/210 人次/);
  await keepPicture(unit, '07-unit-correcting');
  await fillStageResult(unit, { progress: '三期培训共 210 人次，其中镇（街）126 人次，考核合格率 98%。' });
  await submit(unit, '重新报送');
  await expect(unit.getByRole('article', { name: '第 2 轮报送' })).toBeVisible();
});

test('市司法局 accepts the second round, and the first stays as it was', async () => {
  await openFromInbox(reviewer, number);
  await approve(reviewer, '通过', '材料齐全，同意。');
  await expect(reviewer.getByText('已办结').first()).toBeVisible();
  await reviewer.getByRole('tab', { name: '流转记录' }).click();
  const record = reviewer.getByRole('tabpanel', { name: '流转记录' });
  for (const name of ['公安局经办人', '李敏仪', '黄国栋']) await expect(record.getByText(name).first()).toBeVisible();
  await keepPicture(reviewer, '08-record');
});

test("everyone sees where it stands on the flow's own diagram", async () => {
  await unit.goto('/taishan/obligations');
  await unit.getByLabel('关键词').fill(number);
  await unit
    .getByRole('link', { name: /^（3）/ })
    .first()
    .click();
  await unit.getByRole('heading', { name: '流程图' }).scrollIntoViewIfNeeded();
  await expect(unit.locator('.djs-container')).toBeVisible();
  await expect(unit.locator('[data-element-id=accepted]')).toBeVisible();
  await keepPicture(unit, '09-diagram');
});

test('我报送的 shows both rounds with what was decided on each', async () => {
  await unit.goto('/taishan/submissions');
  await unit
    .getByRole('link', { name: /^（3）/ })
    .first()
    .click();
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toContainText('请补充各镇（街）参训人数');
  await expect(unit.getByRole('article', { name: '第 2 轮报送' })).toContainText('合格率 98%');
  await keepPicture(unit, '10-rounds');
});
