import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';

export const dataDir = 'artifacts/browser-data';

/** The fresh password that the first start gave a demo account. */
export function passwordOf(account: string): string {
  const lines = readFileSync(path.join(dataDir, 'demo-accounts.txt'), 'utf8').split('\n');
  const password = lines.map((line) => line.split(/\s+/)).find(([name]) => name === account)?.[1];
  if (password === undefined) throw new Error(`no demo account ${account}`);
  return password;
}

export async function fillSignIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** A browser of their own for one person, signed in at `address`; faults in the page fail the test. */
export async function personAt(browser: Browser, account: string, address: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (fault) => {
    throw new Error(`${account} at ${page.url()}: ${fault.message}`);
  });
  await page.goto(address);
  await fillSignIn(page, account, passwordOf(account));
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('承办');
  return page;
}

/** A picture for people to look at, kept outside the repository. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `artifacts/pictures/${name}.png` });
}
