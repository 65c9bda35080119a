import { expect, test, type Page } from '@playwright/test';
import { approve, fillStageResult, openFromInbox, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';

const before = '台执督-07-014';
const after = '台执督-08-014';
const roster = { name: '资格管理台账.txt', mimeType: 'text/plain', buffer: Buffer.from('持证人员 210 人\n') };

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;
let admin: Page;

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'gonganju', '/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  admin = await personAt(browser, 'admin', '/designer/taishan/');
});

async function handIn(number: string): Promise<void> {
  await startFromInbox(unit, number);
  await fillStageResult(unit, { progress: '执法人员全部持证上岗。', file: roster });
  await submit(unit);
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await openFromInbox(desk, number);
  await approve(desk, '受理');
  await expect(desk.getByRole('link', { name: '返回我的待办' }).first()).toBeVisible();
}

test('a submission is under way on the first version', async () => {
  await handIn(before);
});

test('a step inserted in the drawing shows its problems until it says who handles it', async () => {
  await admin.getByRole('link', { name: /^设计阶段性成果/ }).click();
  const steps = admin.getByRole('navigation', { name: '环节列表' });
  await steps.getByRole('button', { name: /^司法局审核/ }).click();
  await admin.getByRole('button', { name: '添加分管局领导审核' }).focus();
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('heading', { name: '分管局领导审核' })).toBeVisible();
  await keepPicture(admin, '30-inserted');
  const option = (title: string) => admin.locator(`.ant-select-item-option[title="${title}"]:visible`);
  await admin.getByLabel('由谁办理').click();
  await option('指定的单位').click();
  await expect(admin.getByRole('button', { name: '发布' })).toBeDisabled();
  await keepPicture(admin, '31-problem');
  await admin.getByLabel('单位', { exact: true }).fill('司法局');
  await option('市司法局').click();
  await admin.getByLabel('岗位', { exact: true }).click();
  await option('督办领导').click();
  await expect(admin.getByText('没有问题，可以发布')).toBeVisible();
});

test('the administrator publishes version 2 with a note', async () => {
  await admin.getByRole('button', { name: '发布' }).click();
  await admin.getByLabel('改动说明').fill('司法局审核后增加分管局领导审核');
  await keepPicture(admin, '32-publishing');
  await admin.getByRole('button', { name: '发布第 2 版' }).click();
  await expect(admin.getByText('第 2 版已发布').first()).toBeVisible();
  await admin.getByRole('link', { name: '版本历史' }).click();
  await expect(admin.getByText('司法局审核后增加分管局领导审核').first()).toBeVisible();
  await keepPicture(admin, '33-history');
});

test('the running one keeps its version and ends after 司法局审核', async ({ browser }) => {
  const reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
  await openFromInbox(reviewer, before);
  await approve(reviewer, '通过');
  await expect(reviewer.getByText('已办结').first()).toBeVisible();
});

test('the next one takes the new step', async ({ browser }) => {
  await handIn(after);
  const reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/');
  await openFromInbox(reviewer, after);
  await approve(reviewer, '通过');
  await expect(reviewer.getByRole('link', { name: '返回我的待办' }).first()).toBeVisible();
  const leader = await personAt(browser, 'sifa-lingdao', '/taishan/');
  await openFromInbox(leader, after);
  await expect(leader.getByText('分管局领导审核').first()).toBeVisible();
  await leader.getByRole('tab', { name: '流程图' }).click();
  await expect(leader.locator('.djs-container')).toBeVisible();
  await keepPicture(leader, '34-new-step');
  await leader.getByRole('tab', { name: '办理' }).click();
  const bar = leader.getByRole('toolbar', { name: '办理操作' });
  await bar.getByRole('button').last().click();
  await expect(leader.getByLabel(/审核意见/)).toBeFocused();
  await leader.getByRole('button', { name: /^确认/ }).click();
  await expect(leader.getByText('已办结').first()).toBeVisible();
});
