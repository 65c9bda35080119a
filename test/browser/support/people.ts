import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';

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

/** Pages of an earlier file would go on listening to the server, and take the machine's time. */
const openIn = new Map<BrowserContext, string>();

async function leaveOtherFiles(file: string): Promise<void> {
  for (const [context, openedIn] of openIn) {
    if (openedIn === file) continue;
    openIn.delete(context);
    await context.close();
  }
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
/** Who has signed in once need not do it again; how it is done is a test of its own. */
const sessions = new Map<string, Session>();

/** A browser of their own for one person, signed in at `address`; faults in the page fail the test. */
export async function personAt(browser: Browser, account: string, address: string): Promise<Page> {
  const { file } = test.info();
  await leaveOtherFiles(file);
  const context = await browser.newContext({ storageState: sessions.get(account) });
  openIn.set(context, file);
  const page = await context.newPage();
  page.on('pageerror', (fault) => {
    throw new Error(`${account} at ${page.url()}: ${fault.message}`);
  });
  await page.goto(address);
  const title = page.getByRole('heading', { level: 1 }).first();
  if ((await title.textContent()) === '承办') {
    await fillSignIn(page, account, passwordOf(account));
    await expect(title).not.toHaveText('承办');
    sessions.set(account, await context.storageState());
  }
  return page;
}

/** A picture for people to look at, kept outside the repository. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `artifacts/pictures/${name}.png` });
}
