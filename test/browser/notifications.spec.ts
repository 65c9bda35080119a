import { expect, test, type Page } from '@playwright/test';
import { fillStageResult, startFromInbox, submit } from './support/pages';
import { keepPicture, personAt } from './support/people';
import { rows } from './support/rows';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let desk: Page;
let admin: Page;

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'shuiliju', '/taishan/');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
  admin = await personAt(browser, 'admin', '/designer/taishan/webhooks');
});

/** Much sooner than the page would ask by itself. */
const SOON = { timeout: 10_000 };

const bell = (page: Page) => page.getByRole('button', { name: /^消息/ });

async function unread(page: Page): Promise<number> {
  await expect(bell(page)).toBeVisible();
  return Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
}

/** Whatever loads the page anew takes this away. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { sameDocument: true }));
const isMarked = (page: Page) => page.evaluate(() => 'sameDocument' in window);

test('a unit hands in, and bell and inbox of the desk change without a reload', async () => {
  const [obligation] = await rows<{ number: string }>(
    `SELECT number FROM obligation WHERE unit_id = 'shuiliju' AND kind = 'stageResult' AND status = 'pending' ORDER BY due_on, seq LIMIT 1`,
  );
  const before = await unread(desk);
  await mark(desk);
  await startFromInbox(unit, obligation!.number);
  const file = { name: '登记卡汇总.txt', mimeType: 'text/plain', buffer: Buffer.from('共 31 张\n') };
  await fillStageResult(unit, { progress: '登记卡已全部建立，共 31 张。', file });
  await submit(unit);
  await expect(bell(desk)).toHaveAccessibleName(`消息，${before + 1} 条未读`, SOON);
  await expect(desk.getByText(obligation!.number).first()).toBeVisible(SOON);
  expect(await isMarked(desk)).toBe(true);
  await bell(desk).click();
  await expect(
    desk
      .getByRole('dialog', { name: '消息' })
      .getByText(/^待办：/)
      .first(),
  ).toBeVisible();
  await keepPicture(desk, '60-bell');
  await desk.keyboard.press('Escape');
  await desk.getByRole('heading', { level: 1 }).click();
});

test('seventy-five new tasks are one line that leads to the inbox', async () => {
  await expect(async () => expect(await unread(desk)).toBe(0)).toPass(SOON);
  await rows(
    `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at)
     SELECT p.tenant, gen_random_uuid(), 'task.opened',
            jsonb_build_object('personIds', jsonb_build_array(p.id), 'title', '待办：审核', 'text', '第 ' || n || ' 件',
              'taskId', NULL, 'instanceId', NULL, 'obligationId', NULL), now(), now()
       FROM person p, generate_series(1, 75) n WHERE p.account = 'sifa-jingban'`,
  );
  await expect(bell(desk)).toHaveAccessibleName('消息，1 条未读', SOON);
  await bell(desk).click();
  const line = desk.getByRole('dialog', { name: '消息' }).getByRole('link', { name: '有 75 件新待办' });
  await expect(line).toBeVisible(SOON);
  await keepPicture(desk, '61-flood');
  await desk.goto('/taishan/done');
  await bell(desk).click();
  await line.click();
  await expect(desk).toHaveURL(/\/taishan\/tasks$/);
  await expect(bell(desk)).toHaveAccessibleName('消息', SOON);
});

test('a person chooses how to be told, and finds it again', async () => {
  await desk.getByRole('button', { name: /^个人菜单/ }).click();
  await desk.getByText('通知设置').click();
  await expect(desk.getByRole('heading', { name: '通知设置' })).toBeVisible();
  await expect(desk.getByText('本系统没有配置邮件服务器')).toBeVisible();
  await desk.getByLabel('邮件地址').fill('不是地址');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByText('请填写一个邮件地址')).toBeVisible();
  await desk.getByLabel('邮件地址').fill('sifa@example.gov.cn');
  await desk.getByLabel('每日汇总的时间').fill('16:45');
  await desk.getByRole('switch', { name: '邮件勿扰' }).click();
  await desk.getByLabel('到', { exact: true }).fill('07:00');
  await desk.getByRole('combobox', { name: '新待办：站内' }).click();
  await desk.locator('.ant-select-item-option').filter({ hasText: '每日汇总' }).locator('visible=true').click();
  await keepPicture(desk, '62-notification-settings');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByText('通知设置已保存')).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel('邮件地址')).toHaveValue('sifa@example.gov.cn');
  await expect(desk.getByLabel('每日汇总的时间')).toHaveValue('16:45');
  await expect(desk.getByLabel('到', { exact: true })).toHaveValue('07:00');
  await expect(desk.getByText('每日汇总', { exact: true }).first()).toBeVisible();
});

test('an administrator registers where another system takes messages, sees its secret once, and tries it out', async () => {
  await expect(admin.getByText('还没有推送地址')).toBeVisible();
  await admin.getByRole('button', { name: '登记推送地址' }).click();
  const dialog = admin.getByRole('dialog', { name: '登记推送地址' });
  await dialog.getByLabel('名称').fill('市 OA 系统');
  await dialog.getByLabel('地址').fill('https://127.0.0.1/hook');
  await dialog.getByLabel('新待办').check();
  await dialog.getByRole('button', { name: '登记并生成密钥' }).click();
  await expect(dialog.getByText('这是内网地址，不能推送').first()).toBeVisible();
  await dialog.getByLabel('地址').fill('https://hook.invalid/chengban');
  await dialog.getByRole('button', { name: '登记并生成密钥' }).click();
  const shown = admin.getByRole('dialog', { name: '“市 OA 系统”的密钥' });
  await expect(shown.getByText(/^whsec_/)).toBeVisible();
  await keepPicture(admin, '63-webhook-secret');
  await shown.getByRole('button', { name: '已经保存好，关闭' }).click();
  await expect(shown).toBeHidden();
  await expect(admin.getByText(/whsec_/)).toHaveCount(0);
  await admin.getByRole('button', { name: '试发 市 OA 系统' }).click();
  await expect(admin.getByText('“市 OA 系统”试发没有成功')).toBeVisible({ timeout: 30_000 });
  const row = admin.getByRole('row', { name: /市 OA 系统/ });
  await expect(row).toContainText('没有送到');
  await expect(row).toContainText('hook.invalid');
  await keepPicture(admin, '64-webhooks');
  await admin.getByRole('button', { name: '删除 市 OA 系统' }).click();
  await admin.getByRole('button', { name: '删除', exact: true }).click();
  await expect(admin.getByText('还没有推送地址')).toBeVisible();
});

test('who signs out in one window is asked to sign in again in the other', async ({ browser }) => {
  const context = await browser.newContext({ storageState: await unit.context().storageState() });
  const other = await context.newPage();
  await other.goto('/taishan/tasks');
  await expect(bell(other)).toBeVisible();
  await unit.getByRole('button', { name: /^个人菜单/ }).click();
  await unit.getByText('退出登录').click();
  await expect(unit.getByLabel('账号')).toBeVisible();
  await expect(other.getByLabel('账号')).toBeVisible(SOON);
  await context.close();
});
