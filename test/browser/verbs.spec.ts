import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openFromInbox } from './support/pages';
import { keepPicture, personAt } from './support/people';
import { bindUnit, publish } from './support/publish';
import { agree, choosePerson, more, ofMatter, opened, progress, sheet, soon, verb } from './support/sheets';
import { BIG_OR_NOT } from './support/verb-flows';

test.describe.configure({ mode: 'serial' });

const UNIT = 'ziranziyuanju';

let unit: Page;
let desk: Page;
let reviewer: Page;
let admin: Page;
let number: string;

const bar = (page: Page): Locator => page.getByRole('toolbar', { name: '办理操作' });
const content = (page: Page): Locator => page.getByRole('textbox', { name: /办理情况/ });

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/taishan/obligations');
  await publish(admin, 'verbs', '重大事项办理', BIG_OR_NOT);
  [number = ''] = await bindUnit(UNIT, 'verbs');
  unit = await personAt(browser, 'ziranziyuanju', '/taishan/tasks');
  desk = await personAt(browser, 'sifa-jingban', '/taishan/tasks');
  reviewer = await personAt(browser, 'sifa-shenhe', '/taishan/tasks');
});

test('what comes next changes while the form is typed, and is said to depend on it before', async () => {
  await unit.getByLabel('关键词').fill(number);
  await unit.getByRole('button', { name: `开始填报 ${number}` }).click();
  await expect(bar(unit)).toBeVisible();
  await expect(progress(unit).getByText('填好“办理情况”才知道怎么走')).toBeVisible(soon);
  await content(unit).fill('已按要求完成排查。');
  await expect(progress(unit).getByText('司法局审核')).toBeVisible(soon);
  await expect(progress(unit).getByText('局领导审定')).toHaveCount(0, soon);
  await keepPicture(unit, 'verbs-01-drafting');
  await content(unit).fill('本件属于重大事项，已完成排查。');
  await expect(progress(unit).getByText('局领导审定')).toBeVisible(soon);
  await content(unit).fill('已按要求完成排查，建立台账。');
  await expect(progress(unit).getByText('局领导审定')).toHaveCount(0, soon);
  await sound(unit);
});

test('what was handed in is withdrawn while nobody has taken it up, and handed in again', async () => {
  await verb(unit, '报送').click();
  await expect(unit.getByText('报送成功')).toBeVisible(soon);
  await expect(unit.getByText(/现在由李敏仪.*办理（司法局经办）/)).toBeVisible(soon);
  const asked = await ofMatter(unit, '撤回');
  await asked.getByRole('button', { name: '确认撤回' }).click();
  await expect(asked.getByText('请填写原因，至少 2 个字')).toBeVisible(soon);
  await keepPicture(unit, 'verbs-02-withdraw');
  await asked.getByLabel('原因').fill('数字写错了，改好再报。');
  await asked.getByRole('button', { name: '确认撤回' }).click();
  await expect(unit.getByText(/已撤回。现在由.*办理（填报）/)).toBeVisible(soon);
  await openFromInbox(unit, number);
  await expect(progress(unit).getByText('不再算数')).toBeVisible(soon);
  await expect(content(unit)).toHaveValue(/建立台账/);
  await keepPicture(unit, 'verbs-03-withdrawn');
  await verb(unit, '报送').click();
  await expect(unit.getByText('报送成功')).toBeVisible(soon);
});

test('a verb that is not possible says why, to the eye, the keyboard and the screen reader', async () => {
  await openFromInbox(desk, number);
  await agree(desk, '受理');
  await unit.reload();
  await unit.getByRole('button', { name: '对整个事项的操作' }).click();
  const list = await opened(unit, '对整个事项的操作');
  const refused = list.getByRole('button', { name: '撤回', exact: true });
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await expect(refused).toHaveAccessibleDescription(/不能撤回/);
  await refused.focus();
  await expect(refused).toBeFocused();
  await unit.keyboard.press('Enter');
  await expect(sheet(unit, '撤回')).toHaveCount(0);
  await keepPicture(unit, 'verbs-04-refused');
  await unit.keyboard.press('Escape');
  await expect(unit.getByRole('button', { name: '对整个事项的操作' })).toBeFocused();
  await openFromInbox(reviewer, number);
  await verb(reviewer, '更多').click();
  const verbs = await opened(reviewer, '更多操作');
  await expect(verbs.getByText('没有可以减掉的加签人')).toBeVisible();
  await keepPicture(reviewer, 'verbs-05-more');
  await sound(reviewer);
  await reviewer.keyboard.press('Escape');
});

test('a reviewer returns to a chosen step, and each step is walked again', async () => {
  await verb(reviewer, '退回').click();
  const asked = await opened(reviewer, '退回');
  await expect(asked.getByLabel('退回原因')).toBeFocused();
  await asked.getByLabel('退回原因').fill('请补充各水库的排查数字。');
  await expect(asked.getByRole('radio', { name: /填报/ })).toBeVisible();
  await asked.getByRole('radio', { name: /^填报/ }).check();
  await asked.getByRole('radio', { name: /重新走一遍/ }).check();
  await keepPicture(reviewer, 'verbs-06-return');
  await sound(reviewer);
  await asked.getByRole('button', { name: '确认退回' }).dblclick();
  await expect(reviewer.getByText('已退回', { exact: true }).first()).toBeVisible(soon);
  await expect(reviewer.getByText(/现在由.*自然资源局经办人.*办理（填报）/)).toBeVisible(soon);

  await openFromInbox(unit, number);
  await expect(unit.getByRole('note', { name: '退回原因' })).toContainText('各水库的排查数字');
  await content(unit).fill('已排查水库 12 座，建立台账。');
  await verb(unit, '报送').click();
  await expect(unit.getByText(/现在由李敏仪.*办理（司法局经办）/)).toBeVisible(soon);
  await openFromInbox(desk, number);
  await agree(desk, '受理');
});

test('a signer who drafted is refused at the field; another is asked before, decides, and it comes back', async ({
  browser,
}) => {
  await openFromInbox(reviewer, number);
  const asked = await more(reviewer, '加签');
  const people = asked.getByRole('combobox', { name: /请谁加签/ });
  await choosePerson(people, '自然资源局', /自然资源局经办人/);
  await asked.getByRole('button', { name: '确认加签' }).click();
  await expect(asked.getByText('选的人参与了这份材料的起草')).toBeVisible(soon);
  await keepPicture(reviewer, 'verbs-07-drafter-refused');
  await people.press('Backspace');
  await choosePerson(people, '谭', /谭文轩/);
  await asked.getByRole('radio', { name: /在我之前/ }).check();
  await asked.getByLabel(/请他们看什么/).fill('请对涉法内容把关。');
  // the list of people is closing
  await expect(reviewer.locator('.ant-select-dropdown:visible')).toHaveCount(0);
  await sound(reviewer);
  await asked.getByRole('button', { name: '确认加签' }).click();
  await expect(reviewer.getByText('已加签。现在由谭文轩办理（司法局审核）')).toBeVisible(soon);
  await expect(reviewer.getByText(/等加签人办完/)).toBeVisible(soon);
  await keepPicture(reviewer, 'verbs-08-waits-for-signer');

  const signer = await personAt(browser, 'zhengfuban', '/taishan/tasks');
  await openFromInbox(signer, number);
  const seats = progress(signer).getByRole('list', { name: '司法局审核的席位' });
  await expect(seats).toContainText('黄国栋前加签');
  await expect(progress(signer).getByText('黄国栋加签，请谭文轩办理。')).toBeVisible(soon);
  await keepPicture(signer, 'verbs-09-signer');
  await agree(signer, '通过', '涉法内容无误。');
  await openFromInbox(reviewer, number);
  await expect(progress(reviewer).getByRole('list', { name: '司法局审核的席位' })).toContainText('涉法内容无误。');
  await keepPicture(reviewer, 'verbs-10-signed');
  await reviewer.setViewportSize({ width: 1024, height: 768 });
  await keepPicture(reviewer, 'verbs-11-signed-narrow');
  await reviewer.setViewportSize({ width: 1440, height: 900 });
});

test('an administrator proposes a move, and cannot confirm it alone', async () => {
  await admin.getByLabel('关键词').fill(number);
  await expect(admin.getByText('共 1 项')).toBeVisible(soon);
  await admin
    .getByRole('link', { name: /^（\d+）/ })
    .first()
    .click();
  const asked = await ofMatter(admin, '调度');
  await expect(asked.getByText('现在停在“司法局审核”。')).toBeVisible(soon);
  await asked.getByRole('radio', { name: '司法局经办' }).check();
  await asked.getByLabel('原因').fill('经办意见要重写。');
  await keepPicture(admin, 'verbs-12-reroute');
  await asked.getByRole('button', { name: '提出调度' }).click();
  const notice = admin.getByText('系统管理员拟把“司法局审核”调到“司法局经办”，请另一位管理员确认');
  await expect(notice).toBeVisible();
  const confirm = admin.getByRole('button', { name: /^确认调度/ });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await expect(confirm).toHaveAccessibleDescription(/另一位流程管理员/);
  await sound(admin);
  await keepPicture(admin, 'verbs-13-reroute-asked');
  await admin.getByRole('button', { name: '取消调度' }).click();
  await expect(notice).toHaveCount(0);
});

test('a page that has moved on says what changed, and the act is not carried out', async () => {
  await openFromInbox(reviewer, number);
  const urged = await ofMatter(admin, '催办');
  await urged.getByRole('button', { name: '确认催办' }).click();
  await expect(admin.getByText('已催办', { exact: true })).toBeVisible(soon);
  await verb(reviewer, '通过').click();
  await reviewer.getByRole('button', { name: '确认通过' }).click();
  await expect(reviewer.getByText('内容已有更新')).toBeVisible(soon);
  await expect(reviewer.getByText(/系统管理员于.*催办/)).toBeVisible(soon);
  await reviewer.getByRole('button', { name: '刷新' }).click();
  await expect(progress(reviewer).getByText('已催办 1 次')).toBeVisible(soon);
  await agree(reviewer, '通过', '同意。');
  await expect(reviewer.getByText('已办结').first()).toBeVisible(soon);
  await reviewer.goto('/taishan/done');
  await expect(reviewer.getByText('已同意').first()).toBeVisible(soon);
  await keepPicture(reviewer, 'verbs-14-done');
});
