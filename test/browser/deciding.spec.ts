import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';

test.describe.configure({ mode: 'serial' });

const flow = '/designer/taishan/flows/filing';
let admin: Page;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', flow);
});

const steps = (page: Page): Locator => page.getByRole('navigation', { name: '环节列表' });
const step = (page: Page, name: RegExp): Locator => steps(page).getByRole('button', { name });
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: '属性' });
const group = (title: string): Locator =>
  inspector(admin)
    .locator('section')
    .filter({ has: admin.getByRole('heading', { name: title, exact: true }) });

async function choose(field: Locator, title: string): Promise<void> {
  await field.click();
  await admin.locator(`.ant-select-item-option[title="${title}"]:visible`).click();
}

/** The drawing as it would be saved now. */
async function drawn(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '文件', exact: true }).click();
  await page.getByText('导出流程文件').click();
  return readFile(await (await download).path(), 'utf8');
}

/** What is written at the step of that name. */
const taskIn = (xml: string, name: string): string =>
  new RegExp(`<bpmn:userTask [^>]*name="${name}"[^]*?</bpmn:userTask>`).exec(xml)?.[0] ?? '';

/** A step lists its lines in the order in which they came to it, which undoing a move does not bring back. */
const anyOrder = (xml: string): string[] => xml.split('\n').sort();

let before = '';

test('a 票签 from the palette is whole, and a click on what is wrong with it leads to the field', async () => {
  before = await drawn(admin);
  await step(admin, /^已报送/).click();
  await admin.getByRole('button', { name: '添加票签' }).focus();
  await admin.keyboard.press('Enter');
  await expect(inspector(admin).getByRole('heading', { name: '票签', level: 2 })).toBeVisible();
  await expect(group('办理人').getByRole('status')).toHaveText(
    '主管单位督办审核、主管单位督办领导里每人一席，三分之二同意通过，收齐意见再出结果。',
  );
  await expect(admin.getByText('没有问题，可以发布')).toBeVisible();
  await inspector(admin).getByRole('checkbox', { name: '启用一票否决' }).check();
  await inspector(admin).getByLabel('满几票反对就不通过').fill('2');
  await admin.keyboard.press('Tab');
  await step(admin, /^开始填报/).click();
  await admin.getByRole('button', { name: /“票签”设了一票否决，又要满 2 票反对才不通过/ }).click();
  await expect(inspector(admin).getByLabel('满几票反对就不通过')).toBeFocused();
  await admin.keyboard.press('ControlOrMeta+a');
  await admin.keyboard.press('Delete');
  await admin.keyboard.press('Tab');
  await expect(admin.getByText('没有问题，可以发布')).toBeVisible();
});

test('somebody whom the starter chooses is added, with the range to choose from', async () => {
  await group('办理人').getByRole('button', { name: '再加一条办理人' }).click();
  await choose(inspector(admin).getByRole('combobox', { name: '办理人第 3 条' }), '发起人自选');
  await choose(inspector(admin).getByLabel('岗位（第 3 条）'), '督办领导');
  await expect(group('办理人').getByRole('status')).toContainText('发起人在主管单位督办领导里自选的人（最多 1 人）');
  await inspector(admin).getByLabel('工作日', { exact: true }).fill('5');
  await inspector(admin).getByLabel('超时几个工作日催办').fill('1');
  await inspector(admin).getByLabel('超时几个工作日上报').fill('3');
  await group('退回与操作按钮').getByRole('checkbox', { name: '加签' }).uncheck();
  await group('退回与操作按钮').getByRole('checkbox', { name: '最近的填报人' }).check();
  await choose(inspector(admin).getByLabel('退回的改好后'), '从头再走一遍');
  await group('抄送').getByRole('button', { name: '加一条抄送' }).click();
  await expect(step(admin, /^票签/)).toContainText('票签');
  await expect(admin.getByText('没有问题，可以发布')).toBeVisible();
  await keepPicture(admin, '60-deciding');
});

test('every step of it is undone and redone', async () => {
  const whole = taskIn(await drawn(admin), '票签');
  const [undo, redo] = ['撤销', '重做'].map((name) => admin.getByRole('button', { name, exact: true }));
  let times = 0;
  for (; await undo!.isEnabled(); times += 1) await undo!.click();
  expect(anyOrder(await drawn(admin))).toEqual(anyOrder(before));
  for (; times > 0; times -= 1) await redo!.click();
  expect(taskIn(await drawn(admin), '票签')).toBe(whole);
});

test('what holds for the whole flow is set at the flow', async () => {
  await admin
    .locator('.djs-container svg')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await choose(inspector(admin).getByLabel('自动去重'), '同一个人连着审核的，只办一次');
  await choose(inspector(admin).getByLabel('发起人撤销'), '办结之前都可以撤销');
});

test('the publish dialog tells it, and after publishing and opening anew nothing is lost', async ({ browser }) => {
  const whole = await drawn(admin);
  expect(taskIn(whole, '票签')).toContain('<chengban:assignment kind="chosen"');
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toContainText('多人方式：每人一席，三分之二同意通过，一票否决，收齐意见再出结果');
  await expect(dialog).toContainText('流程的发起人撤销：有人审核之前可以撤销 → 办结之前都可以撤销');
  await keepPicture(admin, '61-deciding-published');
  await dialog.getByLabel('改动说明').fill('增加票签');
  await dialog.getByRole('button', { name: /^发布第 \d+ 版/ }).click();
  await expect(admin.getByText(/第 \d+ 版已发布/).first()).toBeVisible();

  const again = await personAt(browser, 'admin', flow);
  await expect(step(again, /^票签/)).toBeVisible();
  expect(await drawn(again)).toBe(whole);
  await step(again, /^票签/).click();
  await expect(inspector(again).getByRole('checkbox', { name: '启用一票否决' })).toBeChecked();
  await expect(inspector(again).getByRole('combobox', { name: '办理人第 3 条' })).toBeVisible();
});

test('a step becomes another kind of step from the menu, and keeps its time limit', async () => {
  await admin.goto(flow);
  await step(admin, /^票签/).click();
  await admin.locator('.djs-context-pad .entry[title*="类型"], .djs-context-pad .entry[title*="更改"]').first().click();
  await admin.locator('.djs-popup .entry', { hasText: '会签' }).first().click();
  await expect(inspector(admin).getByRole('heading', { name: '会签', level: 2 })).toBeVisible();
  await expect(group('办理人').getByRole('status')).toHaveText(
    '承办单位审核人、主管单位督办审核里每个单位一席，都同意才通过。',
  );
  await expect(inspector(admin).getByLabel('工作日', { exact: true })).toHaveValue('5');
  await admin.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(inspector(admin).getByRole('heading', { name: '票签', level: 2 })).toBeVisible();
});
