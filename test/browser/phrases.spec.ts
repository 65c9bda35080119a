import { expect, test, type Page } from '@playwright/test';
import { handIn } from './support/matters';
import { openFromInbox } from './support/pages';
import { keepPicture, personAt } from './support/people';

const number = '台执督-06-014';

let desk: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const unit = await personAt(browser, 'gonganju', '/taishan/');
  await handIn(unit, number);
  desk = await personAt(browser, 'sifa-jingban', '/taishan/');
  await openFromInbox(desk, number);
});

const phrases = (): ReturnType<Page['getByRole']> => desk.getByRole('group', { name: '常用意见' });
const reason = (): ReturnType<Page['getByLabel']> => desk.getByLabel('退回原因');

test('a phrase goes where the caret stands, and the next words go behind it', async () => {
  await desk.getByRole('button', { name: '退回', exact: true }).click();
  await expect(reason()).toBeFocused();
  await reason().fill('一、二、');
  await reason().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 2));
  await phrases().getByRole('button', { name: '请补充佐证材料。' }).click();
  await expect(reason()).toHaveValue('一、请补充佐证材料。二、');
  await expect(reason()).toBeFocused();
  await desk.keyboard.type('另外');
  await expect(reason()).toHaveValue('一、请补充佐证材料。另外二、');
});

test('what was written is kept as a phrase, and looked after without losing what stands in the sheet', async () => {
  await reason().fill('请附考核成绩册。');
  await phrases().getByRole('button', { name: '把所写存为常用' }).click();
  await phrases().getByRole('button', { name: /^全部/ }).click();
  await expect(phrases().getByRole('button', { name: '请附考核成绩册。' })).toBeVisible();
  await keepPicture(desk, 'phrases-sheet');
  await phrases().getByRole('button', { name: '管理' }).click();
  const dialog = desk.getByRole('dialog', { name: '管理常用意见' });
  await dialog.getByRole('button', { name: '修改“请附考核成绩册。”' }).click();
  await dialog.getByRole('textbox', { name: '修改“请附考核成绩册。”' }).fill('请附成绩册。');
  await desk.keyboard.press('Enter');
  await expect(dialog.getByText('请附成绩册。', { exact: true })).toBeVisible();
  await keepPicture(desk, 'phrases-manager');
  await dialog.getByRole('button', { name: '删除“请附成绩册。”' }).click();
  await desk.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
  await expect(dialog.getByText('还没有自己的常用意见。')).toBeVisible();
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await expect(dialog).toBeHidden();
  await expect(reason()).toHaveValue('请附考核成绩册。');
});

test('what is picked often stands first the next time', async () => {
  await reason().fill('');
  for (let times = 0; times < 3; times++)
    await phrases().getByRole('button', { name: '请核实有关数据后重新报送。' }).click();
  await desk.reload();
  await desk.getByRole('button', { name: '退回', exact: true }).click();
  await expect(phrases().getByRole('listitem').first()).toHaveText('请核实有关数据后重新报送。');
});
