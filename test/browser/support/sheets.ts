import { expect, type Locator, type Page } from '@playwright/test';

/** For what the server answers: a busy machine takes its time. */
export const soon = { timeout: 20_000 };

/** A verb in the bar at the bottom. */
export const verb = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: '办理操作' }).getByRole('button', { name, exact: true });
export const sheet = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
export const progress = (page: Page): Locator => page.getByRole('complementary', { name: '办理进程' });

export async function opened(page: Page, name: string): Promise<Locator> {
  const found = sheet(page, name);
  await expect(found).toBeVisible(soon);
  return found;
}

/** Opens the sheet of a verb behind 更多. */
export async function more(page: Page, name: string): Promise<Locator> {
  await verb(page, '更多').click();
  await (await opened(page, '更多操作')).getByRole('button', { name, exact: true }).click();
  return opened(page, name);
}

/** Opens the sheet of a verb of the matter as a whole. */
export async function ofMatter(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: '对整个事项的操作' }).click();
  await (await opened(page, '对整个事项的操作')).getByRole('button', { name, exact: true }).click();
  return opened(page, name);
}

export async function agree(page: Page, label: string, opinion = ''): Promise<void> {
  await verb(page, label).click();
  const asked = await opened(page, label);
  await expect(asked.getByLabel(/审核意见/)).toBeFocused(soon);
  await asked.getByLabel(/审核意见/).fill(opinion);
  await asked.getByRole('button', { name: `确认${label}` }).click();
  await expect(page.getByRole('link', { name: '返回我的待办' }).first()).toBeVisible(soon);
}

export async function choosePerson(field: Locator, words: string, name: RegExp): Promise<void> {
  await field.click();
  await field.pressSequentially(words);
  const first = field.page().locator('.ant-select-item-option:visible').first();
  // the list of the search before may still be there
  await expect(first).toContainText(name, soon);
  await first.click();
}
