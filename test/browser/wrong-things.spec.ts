import { expect, test, type Page } from '@playwright/test';
import { approve, fillStageResult, openFromInbox, startFromInbox, submit } from './support/pages';
import { fillSignIn, keepPicture, passwordOf, personAt } from './support/people';

const roster = { name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到表\n') };

test('a wrong password is refused in plain words, and the right one then works', async ({ page }) => {
  await page.goto('/taishan/');
  await fillSignIn(page, 'gonganju', '不是这个密码');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(/账号|密码/);
  await keepPicture(page, '20-wrong-password');
  await fillSignIn(page, 'gonganju', passwordOf('gonganju'));
  await expect(page.getByRole('heading', { name: '工作总览' })).toBeVisible();
});

test("another unit's address shows nothing of it", async ({ browser }) => {
  const owner = await personAt(browser, 'caizhengju', '/taishan/tasks');
  await startFromInbox(owner, '台执督-55-001');
  const address = owner.url();
  const stranger = await personAt(browser, 'shuiliju', address);
  await expect(stranger.getByText(/没有找到|找不到|不存在/).first()).toBeVisible();
  await expect(stranger.getByText('市财政局')).toHaveCount(0);
  await keepPicture(stranger, '21-another-unit');
});

test('another city in the address is refused in plain words', async ({ browser }) => {
  const page = await personAt(browser, 'shuiliju', '/taishan/');
  await page.goto('/enping/');
  await expect(page.getByText(/没有找到|找不到|不存在|没有这个|登录/).first()).toBeVisible();
  await expect(page.getByText('市水利局')).toHaveCount(0);
});

test('a double click submits once', async ({ browser }) => {
  const unit = await personAt(browser, 'shuiliju', '/taishan/tasks');
  const number = await firstStageResult(unit);
  await startFromInbox(unit, number);
  await fillStageResult(unit, { progress: '已按要求完成。', file: roster });
  await unit.getByRole('toolbar', { name: '办理操作' }).getByRole('button', { name: '报送', exact: true }).dblclick();
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await expect(unit.getByRole('article', { name: '第 2 轮报送' })).toHaveCount(0);
});

test('submitting with gaps names the fields and loses nothing', async ({ browser }) => {
  const unit = await personAt(browser, 'jiaotongju', '/taishan/tasks');
  await startFromInbox(unit, await firstStageResult(unit));
  await unit.getByRole('textbox', { name: /进展情况/ }).fill('只写了进展');
  await submit(unit);
  await expect(unit.getByText(/请选择|请填写|至少/).first()).toBeVisible();
  await expect(unit.getByRole('textbox', { name: /进展情况/ })).toHaveValue('只写了进展');
  await keepPicture(unit, '22-gaps');
});

test('a program named .pdf is refused, and what was typed stays', async ({ browser }) => {
  const unit = await personAt(browser, 'yingjiju', '/taishan/tasks');
  await startFromInbox(unit, await firstStageResult(unit));
  await unit.getByRole('textbox', { name: /进展情况/ }).fill('先写好的内容');
  const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03'), Buffer.alloc(4096)]);
  await unit
    .locator('input[type=file]')
    .setInputFiles({ name: '总结.pdf', mimeType: 'application/pdf', buffer: program });
  await expect(unit.getByText(/不是|不一致|不能上传|不支持/).first()).toBeVisible();
  await expect(unit.getByRole('textbox', { name: /进展情况/ })).toHaveValue('先写好的内容');
  await keepPicture(unit, '23-wrong-file');
});

test('a draft survives leaving the page and the back button', async ({ browser }) => {
  const unit = await personAt(browser, 'weijianju', '/taishan/tasks');
  await startFromInbox(unit, await firstStageResult(unit));
  const address = unit.url();
  await unit.getByRole('textbox', { name: /进展情况/ }).fill('写到一半的进展');
  await unit.getByRole('textbox', { name: /存在问题/ }).focus();
  await expect(unit.getByText(/已保存/)).toBeVisible();
  await unit.getByRole('link', { name: '任务清单' }).first().click();
  await expect(unit).toHaveURL(/\/obligations$/);
  await unit.goBack();
  await expect(unit).toHaveURL(address);
  await expect(unit.getByRole('textbox', { name: /进展情况/ })).toHaveValue('写到一半的进展');
});

test('of two people on one task the second is told what happened', async ({ browser }) => {
  const unit = await personAt(browser, 'chengguanju', '/taishan/tasks');
  const number = await firstStageResult(unit);
  await startFromInbox(unit, number);
  await fillStageResult(unit, { progress: '已完成。', file: roster });
  await submit(unit);
  await expect(unit.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  const here = await personAt(browser, 'sifa-jingban', '/taishan/');
  await openFromInbox(here, number);
  const there = await here.context().newPage();
  await there.goto(here.url());
  await expect(there.getByRole('toolbar', { name: '办理操作' })).toBeVisible();
  await approve(here, '受理');
  await expect(here.getByText('司法局审核').first()).toBeVisible();
  await approve(there, '受理');
  await expect(there.getByText(/已经|已由|已被|有新的变化|更新/).first()).toBeVisible();
  await keepPicture(there, '24-stale');
});

/** The first stage result of the person's unit that nobody has started. */
async function firstStageResult(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/taishan/obligations?status=pending&limit=200');
  const { items } = (await answer.json()) as { items: { number: string; kind: string }[] };
  const number = items.find((item) => item.kind === 'stageResult')?.number;
  if (number === undefined) throw new Error('no stage result is waiting');
  return number;
}
