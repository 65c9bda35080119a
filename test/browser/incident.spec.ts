import { expect, test, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';

const number = '台执督-26-001';

test.describe.configure({ mode: 'serial' });

let admin: Page;
let desk: Page;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/designer/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
});

const steps = () => admin.getByRole('navigation', { name: '环节列表' });
const option = (text: string) => admin.locator('.ant-select-item-option:visible', { hasText: text });

test('nothing rests, and the page says so', async () => {
  await admin.getByRole('link', { name: /^异常处理/ }).click();
  await expect(admin.getByText('没有停住的事项')).toBeVisible();
  await keepPicture(admin, '40-no-incidents');
  await admin.getByRole('link', { name: '全部流程' }).click();
});

test('what an office seldom needs is folded away, and a step of the system comes from there', async () => {
  await admin.getByRole('link', { name: '设计市司法局自办成果' }).click();
  await steps()
    .getByRole('button', { name: /^开始填报/ })
    .click();
  await expect(admin.getByRole('button', { name: '添加系统办理' })).toHaveCount(0);
  await admin.getByRole('button', { name: '更多', exact: true }).click();
  await admin.getByRole('button', { name: '添加系统办理' }).focus();
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
  await admin.getByLabel('名称', { exact: true }).fill('通知起草');
  await admin.getByLabel('由系统做什么').click();
  await option('发送站内消息').click();
  await expect(admin.locator('.field-problem:visible')).toHaveText(/没有交给处理程序它要用的“title”/);
  // a warning: the flow may have such a variable, so it can be published all the same
  await expect(admin.getByRole('button', { name: '发布', exact: true })).toBeEnabled();
  await keepPicture(admin, '41-service-task');
});

test('a step is handled by several at once, until enough have answered', async () => {
  await steps()
    .getByRole('button', { name: /^局领导内审/ })
    .click();
  await admin.getByLabel('这个环节', { exact: true }).click();
  await option('会签').click();
  await expect(admin.getByLabel('份数', { exact: true })).toHaveValue('2');
  const enough = admin.getByLabel('提前完成的条件（FEEL）');
  await enough.fill('numberOfCompletedInstances >=');
  await expect(admin.locator('.field-problem-error:visible')).toHaveCount(1);
  await enough.fill('numberOfCompletedInstances >= 1');
  await enough.blur();
  await expect(admin.locator('.field-problem-error:visible')).toHaveCount(0);
  await keepPicture(admin, '42-several');
});

test('the administrator reads both changes in words and publishes', async () => {
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = admin.getByRole('dialog', { name: '发布第 2 版' });
  await expect(dialog).toContainText('系统办理“通知起草”，在“开始填报”之后');
  await expect(dialog).toContainText('同时办理（会签），共 2 份，到“numberOfCompletedInstances >= 1”为止');
  await admin.getByLabel('改动说明').fill('开始时通知起草，局领导会签');
  await keepPicture(admin, '43-publishing');
  await admin.getByRole('button', { name: '发布第 2 版' }).click();
  await expect(admin.getByText('第 2 版已发布').first()).toBeVisible();
});

test('a message without a title stops the flow, and the page of the matter says who knows', async () => {
  await desk.goto('/taishan/tasks');
  await desk.getByLabel('关键词').fill(number);
  await desk.getByRole('button', { name: `开始填报 ${number}` }).click();
  await desk.waitForURL(/\/obligations\//);
  await expect(async () => {
    await desk.reload();
    await expect(desk.getByText('流程停在“通知起草”，流程管理员已收到通知')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await keepPicture(desk, '44-trouble');
});

test('the message to the administrator leads to what rests and why', async () => {
  await admin.goto('/taishan/');
  await admin.getByRole('button', { name: /^消息/ }).click();
  await admin.getByRole('link', { name: `流程异常：${number}` }).click();
  await expect(admin.getByRole('heading', { name: '异常处理' })).toBeVisible();
  const row = admin.getByRole('row', { name: new RegExp(number) });
  await expect(row).toContainText('通知起草');
  await expect(row).toContainText('没有给出消息的标题');
  await keepPicture(admin, '45-incidents');
});

test('a retry that somebody else was faster with changes nothing and says so', async ({ browser }) => {
  const other = await personAt(browser, 'admin', '/designer/taishan/incidents');
  await other.getByRole('button', { name: `重试 ${number} 通知起草`, exact: true }).click();
  await expect(other.getByText(/已重试，流程继续往下走/)).toBeVisible();
  await expect(async () => {
    await other.reload();
    await expect(other.getByRole('button', { name: `重试 ${number} 通知起草`, exact: true })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass({ timeout: 30_000 });
  await admin.getByRole('button', { name: `重试 ${number} 通知起草`, exact: true }).click();
  await expect(admin.getByText('刚才有了变化，这次没有重试')).toBeVisible();
  await keepPicture(admin, '46-stale');
});

test('what was missing is given with the retry, and the flow goes on', async () => {
  await admin.getByRole('button', { name: `补正后重试 ${number} 通知起草` }).click();
  await admin.getByLabel('第 1 项的值').fill('请起草成果');
  await admin.getByRole('button', { name: '补正并重试' }).click();
  await expect(admin.getByText('请填写这一项的名称。')).toBeVisible();
  await keepPicture(admin, '47-correction');
  await admin.getByLabel('第 1 项的名称').fill('title');
  await admin.getByRole('button', { name: '补正并重试' }).click();
  await expect(admin.getByText(`${number}的“通知起草”已重试，流程继续往下走`)).toBeVisible();
  await expect(admin.getByText('没有停住的事项')).toBeVisible();
  await expect(async () => {
    await desk.reload();
    await expect(desk.getByRole('link', { name: '去办理' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});
