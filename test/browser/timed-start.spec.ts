import { expect, test, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';

test.describe.configure({ mode: 'serial' });

let admin: Page;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/designer/taishan/flows/bureau-own');
});

const dialog = () => admin.getByRole('dialog', { name: /^发布第 \d+ 版$/ });

async function wouldBegin(day: string): Promise<void> {
  await admin.getByLabel('日期', { exact: true }).fill(day);
  await admin.getByLabel('日期', { exact: true }).blur();
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  await expect(dialog()).toBeVisible();
}

test('a start becomes one by the clock, and says what it begins', async () => {
  await admin
    .getByRole('navigation', { name: '环节列表' })
    .getByRole('button', { name: /^开始填报/ })
    .click();
  await admin.locator('.djs-context-pad .entry[data-action="replace"]').click();
  await admin.locator('.djs-popup').getByText('定时开始', { exact: true }).click();
  await expect(admin.getByText('从发布这一版起算', { exact: false })).toBeVisible();
  await expect(admin.getByText(/还没有开始的承办事项自动开始，每件一次/)).toBeVisible();
  await admin.getByText('到某日', { exact: true }).click();
});

test('who publishes it is told when and for how many matters it begins', async () => {
  await wouldBegin('2099-12-01');
  await expect(dialog()).toContainText(/2099-12-01 00:00 自动开始当时还没有开始的承办事项（现在有 [1-9]\d* 件）/);
  await keepPicture(admin, '60-begins-later');
  await admin.getByRole('button', { name: '再改改' }).click();
});

test('a day that has passed begins all of them at once, and that is said before, not after', async () => {
  await wouldBegin('2024-01-01');
  await expect(dialog().getByRole('alert')).toContainText('2024-01-01 00:00 已到，发布后马上开始');
  await expect(dialog().getByRole('alert')).toContainText(/还没有开始的 [1-9]\d* 件承办事项会马上开始/);
  await keepPicture(admin, '61-begins-at-once');
  await admin.getByRole('button', { name: '再改改' }).click();
});
