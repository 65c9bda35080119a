import { expect, type Page } from '@playwright/test';

/** Opens the task or obligation with this number from 我的待办. */
export async function openFromInbox(page: Page, number: string): Promise<void> {
  await page.goto('/taishan/tasks');
  await page.getByLabel('关键词').fill(number);
  await page
    .getByRole('link', { name: /^（\d+）/ })
    .first()
    .click();
  await expect(page.getByText(number).first()).toBeVisible();
}

/** Starts the obligation with this number from 我的待办 and waits for its form. */
export async function startFromInbox(page: Page, number: string): Promise<void> {
  await page.goto('/taishan/tasks');
  await page.getByLabel('关键词').fill(number);
  await page.getByRole('button', { name: `开始填报 ${number}` }).click();
  await expect(page.getByRole('toolbar', { name: '办理操作' })).toBeVisible();
}

export interface StageResult {
  progress: string;
  file?: { name: string; mimeType: string; buffer: Buffer };
}

export async function fillStageResult(page: Page, { progress, file }: StageResult): Promise<void> {
  await page.getByRole('textbox', { name: /进展情况/ }).fill(progress);
  await page.getByText('已完成', { exact: true }).click();
  if (!file) return;
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('link', { name: file.name })).toBeVisible();
}

const toolbar = (page: Page) => page.getByRole('toolbar', { name: '办理操作' });

export async function submit(page: Page, label = '报送'): Promise<void> {
  await toolbar(page).getByRole('button', { name: label, exact: true }).click();
}

/** 受理, 通过, 同意: the verb's own button, then its confirmation. */
export async function approve(page: Page, label: string, opinion?: string): Promise<void> {
  await toolbar(page).getByRole('button', { name: label, exact: true }).click();
  // the sheet takes the focus when it has come to rest; a click before that may land beside its button
  await expect(page.getByLabel(/审核意见/)).toBeFocused();
  if (opinion) await page.getByLabel(/审核意见/).fill(opinion);
  await page.getByRole('button', { name: `确认${label}` }).click();
}

export async function giveBack(page: Page, reason: string): Promise<void> {
  await toolbar(page).getByRole('button', { name: '退回', exact: true }).click();
  await expect(page.getByLabel(/退回(理由|原因)/)).toBeFocused();
  await page.getByLabel(/退回(理由|原因)/).fill(reason);
  await page.getByRole('button', { name: '确认退回' }).click();
}
