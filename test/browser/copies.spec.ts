import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { handIn, openObligation } from './support/matters';
import { keepPicture, personAt } from './support/people';

const number = '台执督-29-014';

test.describe.configure({ mode: 'serial' });

let unit: Page;
let office: Page;

test.beforeAll(async ({ browser }) => {
  unit = await personAt(browser, 'gonganju', '/taishan/');
  office = await personAt(browser, 'zhengfuban', '/taishan/');
  await handIn(unit, number);
});

const sound = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
};

test('who was sent nothing has an empty page that says what will come', async () => {
  await office.getByRole('link', { name: '抄送我的' }).first().click();
  await expect(office.getByText('还没有抄送给您的事项')).toBeVisible();
});

test('a matter is circulated by name and by role, with a word', async () => {
  await openObligation(unit, number, '传阅情况');
  await expect(unit.getByText('还没有抄送或传阅给别人')).toBeVisible();
  await unit.getByRole('button', { name: '抄送 / 传阅' }).first().click();
  const dialog = unit.getByRole('dialog', { name: '抄送 / 传阅' });
  await dialog.getByRole('button', { name: '抄送', exact: true }).click();
  await expect(dialog.getByText('请选择至少一位接收人')).toBeVisible();
  await dialog.getByText('传阅', { exact: true }).first().click();
  await dialog.getByRole('combobox', { name: '接收人' }).fill('谭文轩');
  await expect(unit.getByTitle(/^谭文轩（/)).toBeVisible();
  await unit.keyboard.press('Enter');
  await expect(dialog.locator('.ant-select-selection-item', { hasText: '谭文轩' })).toBeVisible();
  await unit.keyboard.press('Escape');
  await dialog.getByRole('textbox', { name: /附言/ }).fill('请政府办知悉并提出意见。');
  await keepPicture(unit, 'copy-dialog');
  await dialog.getByRole('button', { name: '传阅', exact: true }).click();
  await expect(unit.getByText('已发给 1 人')).toBeVisible();
  await expect(unit.getByText('还差 1 人：谭文轩')).toBeVisible();
});

test('抄送我的 shows it unread, counted in the menu; opened, it asks for a remark, and the receipt is kept', async () => {
  await office.reload();
  await expect(office.getByRole('link', { name: /抄送我的/ }).first()).toContainText('1');
  await expect(office.getByText('未阅', { exact: true })).toBeVisible();
  await sound(office);
  await keepPicture(office, 'copies-page');
  await office
    .getByRole('link', { name: /^（29）/ })
    .first()
    .click();
  await expect(office.getByText('请您传阅，阅后请签署意见')).toBeVisible();
  await expect(office.getByText('附言：请政府办知悉并提出意见。')).toBeVisible();
  await expect(office.getByRole('button', { name: '抄送 / 传阅' })).toHaveCount(0);
  await expect(office.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
  await keepPicture(office, 'copy-remark');
  await office.getByRole('textbox', { name: '传阅意见' }).fill('已阅，请按时完成。');
  await office.getByRole('button', { name: '签署意见' }).click();
  await expect(office.getByText('您的意见：已阅，请按时完成。')).toBeVisible();
});

test('the sender sees who has read, what was said, and reminds who has not, once a day', async () => {
  await openObligation(unit, number, '传阅情况');
  await expect(unit.getByText('已阅，请按时完成。')).toBeVisible();
  await unit.getByRole('button', { name: '抄送 / 传阅' }).first().click();
  const dialog = unit.getByRole('dialog', { name: '抄送 / 传阅' });
  await dialog.getByRole('combobox', { name: '单位' }).fill('司法局');
  await unit.getByTitle('市司法局', { exact: true }).click();
  await dialog.getByRole('combobox', { name: '岗位' }).click();
  await unit.getByTitle('督办领导', { exact: true }).click();
  await dialog.getByRole('button', { name: '增加' }).click();
  await expect(dialog.getByText('市司法局 全体督办领导')).toBeVisible();
  await dialog.getByRole('button', { name: '抄送', exact: true }).click();
  await expect(unit.getByText('还差 1 人：伍建华')).toBeVisible();
  await unit.getByRole('button', { name: '催阅' }).click();
  await expect(unit.getByText('已提醒 1 人')).toBeVisible();
  await unit.mouse.move(0, 0);
  await unit.getByRole('button', { name: /^催阅/ }).hover();
  await expect(unit.getByRole('tooltip', { name: /每天只能催一次/ })).toBeVisible();
  await unit.mouse.move(0, 0);
  await expect(unit.getByRole('tooltip', { name: /每天只能催一次/ })).toBeHidden();
  await sound(unit);
  await keepPicture(unit, 'copies-panel');
});

test('somebody to whom it was not sent finds no such matter', async ({ browser }) => {
  const address = new URL(office.url()).pathname;
  const stranger = await personAt(browser, 'ziranziyuanju', address);
  await expect(stranger.getByText('没有找到这个承办事项')).toBeVisible();
});
