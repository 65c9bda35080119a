import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { personAt } from './support/people';

/** What a page says in Latin letters that no Chinese reader asked for. */
const LATIN = /\b[A-Za-z]{3,}\b/g;
/** Names that are the same in every language, or that a person typed. */
const KNOWN =
  /^(BPMN|PDF|OFD|Word|Excel|PPT|WPS|MP4|FEEL|io|txt|docx|xlsx|tsv|bpmn|stage|result|bureau|own|filing|supervision|extension|Enter|Ctrl|Shift|Delete|Alt|Esc)$/;

async function sound(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
  const words = (await page.locator('body').innerText()).match(LATIN) ?? [];
  expect([...new Set(words)].filter((word) => !KNOWN.test(word))).toEqual([]);
}

const workbench: [string, string, string][] = [
  ['工作总览', 'sifa-shenhe', '/taishan/'],
  ['任务清单', 'gonganju', '/taishan/obligations'],
  ['主要措施', 'gonganju', '/taishan/measures'],
  ['我的待办', 'gonganju', '/taishan/tasks'],
  ['我的已办', 'sifa-shenhe', '/taishan/done'],
  ['我报送的', 'gonganju', '/taishan/submissions'],
  ['抄送我的', 'gonganju', '/taishan/copies'],
  ['代理', 'gonganju', '/taishan/settings/deputies'],
  ['通知设置', 'gonganju', '/taishan/settings/notifications'],
  ['导入实施方案', 'sifa-jingban', '/taishan/plan-drafts'],
];

for (const [name, account, address] of workbench)
  test(`${name} can be used with a keyboard and a screen reader, and is all Chinese`, async ({ browser }) => {
    await sound(await personAt(browser, account, address));
  });

test('the sign-in page can be used with a keyboard and a screen reader, and is all Chinese', async ({ page }) => {
  await page.goto('/taishan/');
  await sound(page);
});

test('the list of flows can be used with a keyboard and a screen reader', async ({ browser }) => {
  await sound(await personAt(browser, 'admin', '/designer/taishan/'));
});

test('the page of webhooks can be used with a keyboard and a screen reader', async ({ browser }) => {
  await sound(await personAt(browser, 'admin', '/designer/taishan/webhooks'));
});

test('the page of incidents can be used with a keyboard and a screen reader', async ({ browser }) => {
  await sound(await personAt(browser, 'admin', '/designer/taishan/incidents'));
});

test('the page of deputies can be used with a keyboard and a screen reader', async ({ browser }) => {
  await sound(await personAt(browser, 'admin', '/designer/taishan/deputies'));
});

test('the designer with everything unfolded can be used with a keyboard and a screen reader', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/designer/taishan/flows/filing');
  await expect(page.getByRole('navigation', { name: '环节列表' })).toBeVisible();
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await sound(page);
});

test('the first page of the workbench loads no modeler code', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text());
  });
  await page.goto('/taishan/');
  await expect(page.getByLabel('账号')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(scripts.length).toBeGreaterThan(0);
  // «djs-» marks every class that the diagram library sets
  expect(scripts.filter((text) => text.includes('djs-'))).toEqual([]);
});
