import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { keepPicture, personAt } from './support/people';

test.describe.configure({ mode: 'serial' });

let admin: Page;

test.beforeAll(async ({ browser }) => {
  admin = await personAt(browser, 'admin', '/designer/taishan/flows/filing');
  await admin.getByRole('button', { name: '更多', exact: true }).click();
});

const steps = () => admin.getByRole('navigation', { name: '环节列表' });

async function fileChoice(name: string): Promise<void> {
  await admin.getByRole('button', { name: '文件', exact: true }).click();
  await admin.getByText(name).click();
}

/** The messages of the drawing as it would be saved now. */
async function messages(): Promise<string[]> {
  const download = admin.waitForEvent('download');
  await fileChoice('导出流程文件');
  const xml = await readFile(await (await download).path(), 'utf8');
  return [...xml.matchAll(/<bpmn:message [^>]*name="([^"]*)"/g)].map((match) => match[1] ?? '');
}

test('a message that is named stands in the file once, and a name that was tried leaves nothing behind', async () => {
  await steps().getByRole('button').first().click();
  await admin.getByRole('button', { name: '添加接收消息' }).focus();
  await admin.keyboard.press('Enter');
  const name = admin.getByLabel('消息名称');
  for (const tried of ['材料到齐', '材料已经到齐']) {
    await name.fill(tried);
    await name.blur();
    expect(await messages()).toEqual([tried]);
  }
  await admin.getByRole('button', { name: '撤销', exact: true }).click();
  expect(await messages()).toEqual(['材料到齐']);
  await admin.getByRole('button', { name: '重做', exact: true }).click();
  expect(await messages()).toEqual(['材料已经到齐']);
});

/** Both ways at once where one should be chosen: a second token comes round. */
async function unsoundFlow(): Promise<string> {
  const shipped = await readFile('workflows/stage-result/workflow.bpmn', 'utf8');
  return shipped
    .replace(
      /<bpmn:exclusiveGateway id="decision" name="([^"]*)"[^>]*>/,
      '<bpmn:parallelGateway id="decision" name="$1">',
    )
    .replace('</bpmn:exclusiveGateway>', '</bpmn:parallelGateway>')
    .replace(/<bpmn:conditionExpression[^]*?<\/bpmn:conditionExpression>/g, '');
}

test('how a flow goes wrong is played act by act with the keyboard, and kept as a scenario', async () => {
  const chooser = admin.waitForEvent('filechooser');
  await fileChoice('导入流程文件');
  const buffer = Buffer.from(await unsoundFlow());
  await (await chooser).setFiles({ name: 'unsound.bpmn', mimeType: 'application/xml', buffer });
  await admin
    .getByRole('button', { name: /^演示：依次办完“草稿”/ })
    .first()
    .focus();
  await admin.keyboard.press('Enter');
  const player = admin.getByRole('group', { name: '演示' });
  await expect(player).toContainText('流程开始。');
  await admin.keyboard.press('ArrowRight');
  await expect(player).toContainText('办完“草稿”');
  await expect(admin.locator('[data-element-id=draft]')).toHaveClass(/flow-play-act/);
  await expect(admin.locator('[data-element-id=submitted]')).toHaveClass(/flow-play-stands/);
  await keepPicture(admin, '50-played');
  const download = admin.waitForEvent('download');
  await player.getByRole('button', { name: '存为场景' }).click();
  const kept = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    scenarios: { steps: unknown[] }[];
  };
  expect(kept.scenarios[0]?.steps[0]).toMatchObject({ do: 'complete', at: 'draft' });
  await player.getByRole('button', { name: '结束演示' }).click();
  await expect(admin.locator('.flow-play-act, .flow-play-stands')).toHaveCount(0);
});
