import { expect, test, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';
import { rows } from './support/rows';
import { timed } from '../api/work/unattended-drawings';

test.describe.configure({ mode: 'serial' });

let admin: Page;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/designer/taishan/incidents');
});

const section = (page: Page) => page.getByRole('region', { name: '没有送达的消息和定时' });
const act = (page: Page, verb: string, key: string) =>
  section(page).getByRole('button', { name: `${verb} 消息“行政复议决定”（${key}）`, exact: true });

async function post(path: string, data: object): Promise<number> {
  const session = (await (await admin.request.get('/api/v1/taishan/session')).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': session.csrfToken };
  return (await admin.request.post(`/api/v1/taishan${path}`, { headers, data })).status();
}

/** Says it to the running flows, as another system would. */
async function send(key: string): Promise<void> {
  const message = { name: '行政复议决定', key, variables: { result: '机密的结果' } };
  expect(await post('/flow-messages/messages', message)).toBe(202);
}

async function publish(key: string, name: string, xml: string): Promise<void> {
  expect(await post('/definitions', { key, name, xml })).toBe(201);
  expect(await post(`/definitions/${key}/versions`, { xml, note: '测试', basedOn: 0 })).toBe(201);
}

/** The server has tried it so often; its pauses are cut short. */
async function tried(key: string, times: number): Promise<void> {
  await expect(async () => {
    const [message] = await rows<{ attempts: number }>(
      `UPDATE outbox SET due_at = CASE WHEN attempts < $2 THEN least(due_at, now()) ELSE due_at END
        WHERE payload->>'key' = $1 RETURNING attempts`,
      [key, times],
    );
    expect(message?.attempts).toBeGreaterThanOrEqual(times);
  }).toPass({ timeout: 30_000 });
}

test('nothing is kept back, and the page says so', async () => {
  await expect(section(admin).getByText('没有要处理的消息和定时')).toBeVisible();
  await section(admin).getByText('已放弃', { exact: true }).click();
  await expect(section(admin).getByText('没有放弃过消息')).toBeVisible();
  await section(admin)
    .getByText(/^待处理/)
    .click();
});

test('a message that failed three times is listed with why, what to do and when it is tried next, and nothing of what it carries', async () => {
  await send('复议1号');
  await tried('复议1号', 3);
  await admin.reload();
  const row = section(admin).getByRole('row', { name: /复议1号/ });
  await expect(row).toContainText('消息“行政复议决定”');
  await expect(row).toContainText('没有流程在等消息“行政复议决定”');
  await expect(row).toContainText('请核对消息的名称和关联值');
  await expect(row).toContainText(/3 次从 \d{4}-\d\d-\d\d \d\d:\d\d 起下次 /);
  await expect(section(admin)).not.toContainText('机密的结果');
  await expect(admin.getByRole('link', { name: '异常处理 1 处待处理' })).toBeVisible();
  await keepPicture(admin, '50-delivery');
  await admin.getByRole('link', { name: '全部流程' }).click();
  await expect(admin.getByText('有 1 条消息或定时没有送达，等您处理')).toBeVisible();
  await admin.getByRole('link', { name: '去处理' }).click();
});

test('it is tried at once when that is asked for, and the list follows by itself', async () => {
  await act(admin, '立即重试', '复议1号').click();
  await expect(admin.getByText('消息“行政复议决定”（复议1号）马上再试一次')).toBeVisible();
  await expect(section(admin).getByRole('row', { name: /复议1号/ })).toContainText('4 次');
});

test('who was slower learns who gave it up and why', async ({ browser }) => {
  const other = await personAt(browser, 'admin', '/designer/taishan/incidents');
  await expect(act(other, '放弃', '复议1号')).toBeVisible();
  await act(admin, '放弃', '复议1号').click();
  const dialog = admin.getByRole('dialog', { name: '放弃投递' });
  await dialog.getByRole('button', { name: '放弃投递' }).click();
  await expect(dialog.getByText('请写明为什么放弃')).toBeVisible();
  await dialog.getByLabel('理由').fill('当事人已撤回复议申请');
  await keepPicture(admin, '51-abandon');
  await dialog.getByRole('button', { name: '放弃投递' }).click();
  await expect(admin.getByText('消息“行政复议决定”（复议1号）已放弃，不再投递')).toBeVisible();
  await expect(section(admin).getByText('没有要处理的消息和定时')).toBeVisible();
  await act(other, '立即重试', '复议1号').click();
  await expect(other.getByText('消息“行政复议决定”（复议1号）这次没有重试')).toBeVisible();
  await expect(other.getByText(/放弃，理由：当事人已撤回复议申请。/)).toBeVisible();
  await keepPicture(other, '52-too-late');
  await other.context().close();
});

test('what was given up stays with its reason, and is delivered again when somebody wants it', async () => {
  await section(admin).getByText('已放弃', { exact: true }).click();
  const row = section(admin).getByRole('row', { name: /复议1号/ });
  await expect(row).toContainText(/放弃：当事人已撤回复议申请/);
  await expect(row).toContainText('不再自动试');
  await keepPicture(admin, '53-given-up');
  await act(admin, '重新投递', '复议1号').click();
  await expect(admin.getByText('消息“行政复议决定”（复议1号）已重新投递')).toBeVisible();
  await expect(section(admin).getByText('没有放弃过消息')).toBeVisible();
  await section(admin)
    .getByText(/^待处理/)
    .click();
  await expect(section(admin).getByRole('row', { name: /复议1号/ })).toContainText(/[5-9] 次/);
});

test('what the system let go after seven days waits for a person, who may agree', async () => {
  await rows(
    `UPDATE outbox SET created_at = created_at - interval '8 days', acts = '[]', due_at = now() WHERE payload->>'key' = '复议1号'`,
  );
  const row = section(admin).getByRole('row', { name: /复议1号/ });
  await expect(async () => {
    await admin.reload();
    await expect(row).toContainText('系统已放弃', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(row).toContainText('7 天没有送达，系统不再投递');
  await expect(act(admin, '重新投递', '复议1号')).toBeVisible();
  await keepPicture(admin, '54-let-go');
  await act(admin, '放弃', '复议1号').click();
  await admin.getByLabel('理由').fill('对方单位已改用书面通知');
  await admin.getByRole('dialog').getByRole('button', { name: '放弃投递' }).click();
  await expect(section(admin).getByText('没有要处理的消息和定时')).toBeVisible();
});

test('a flow that does not begin at its time is listed with its node, and its act asks for that time', async () => {
  const xml = timed('quarterly', 'timeDate:2098-01-01').replace('name="quarterly"', 'name="季度汇总"');
  await publish('quarterly', '季度汇总', xml);
  // nobody is bound to it: its turn fails at a node that is not drawn
  await rows(
    `UPDATE scheduled_start SET node_id = 'nowhere', due_at = now(), attempts = 2 WHERE definition_key = 'quarterly'`,
  );
  const row = section(admin).getByRole('row', { name: /定时开始“季度汇总”/ });
  await expect(async () => {
    await admin.reload();
    await expect(row).toContainText('3 次', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(row).toContainText('环节 nowhere');
  await expect(row).toContainText('所有等它开始的事项');
  await expect(row).toContainText('季度汇总 第 1 版');
  await expect(row).toContainText('系统出错，请把这段话交给系统维护人员');
  await expect(admin.getByRole('link', { name: '异常处理 1 处待处理' })).toBeVisible();
  await expect(row.getByRole('button', { name: /放弃/ })).toHaveCount(0);
  await keepPicture(admin, '55-schedule');
  await rows(`UPDATE scheduled_start SET node_id = 'on-time' WHERE definition_key = 'quarterly'`);
  await row.getByRole('button', { name: '立即重试 定时开始“季度汇总”（nowhere）' }).click();
  await expect(admin.getByText('定时开始“季度汇总”（nowhere）马上再试一次')).toBeVisible();
  // the server looks at these times every five seconds
  await expect(section(admin).getByText('没有要处理的消息和定时')).toBeVisible({ timeout: 15_000 });
  // it was its only time
  expect(await rows(`SELECT id FROM scheduled_start WHERE definition_key = 'quarterly'`)).toEqual([]);
});
