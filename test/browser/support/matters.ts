import { expect, type Page } from '@playwright/test';
import { fillStageResult, startFromInbox, submit } from './pages';

/** Starts an obligation, fills it in and hands it in: a matter that others can read. */
export async function handIn(page: Page, number: string, progress = '已按要求完成，登记卡全部建立。'): Promise<void> {
  await startFromInbox(page, number);
  await fillStageResult(page, {
    progress,
    file: { name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from(`签到表 ${number}\n共 210 人\n`) },
  });
  await submit(page);
  await expect(page.getByRole('article', { name: '第 1 轮报送' })).toBeVisible();
}

/** Opens an obligation's own page from the list, and one of its tabs. */
export async function openObligation(page: Page, number: string, tab?: string): Promise<void> {
  await page.goto('/taishan/obligations');
  await page.getByLabel('关键词').fill(number);
  // the list of before is on screen until the filtered one has come
  const found = page.getByRole('link', { name: /^（\d+）/ });
  await expect(found).toHaveCount(1);
  await found.click();
  await expect(page.getByRole('heading', { name: '任务要求' })).toBeVisible();
  if (tab) await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
}
