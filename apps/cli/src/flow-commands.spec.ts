import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { registerFlowCommands } from './flow-commands.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shipped = path.join(root, 'workflows/stage-result/workflow.bpmn');
const fixture = (name: string): string => path.join(root, 'libs/domain/src/checks/fixtures', `${name}.bpmn`);
const folder = mkdtempSync(path.join(tmpdir(), 'chengban-flow-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function chengban(...args: readonly string[]) {
  const said: string[] = [];
  const before = process.exitCode;
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  const error = jest.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  try {
    const program = new Command('chengban').exitOverride();
    registerFlowCommands(program);
    await program.parseAsync(['node', 'chengban', ...args]);
    return { code: process.exitCode, said: said.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
    process.exitCode = before;
  }
}

describe('chengban flow check', () => {
  test('answers 0 for a flow that may be published, warnings included', async () => {
    expect(await chengban('flow', 'check', shipped)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^流程走得通.*\n可以发布。$/),
    });
    expect(await chengban('flow', 'check', fixture('no-default.wrong'))).toMatchObject({
      code: 0,
      said: expect.stringContaining('提醒（decision）'),
    });
  });

  test('answers 1 with every finding for a flow that may not', async () => {
    const { code, said } = await chengban('flow', 'check', fixture('stuck.wrong'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      publishable: false,
      findings: [{ code: 'stuck', at: { elementId: 'met' } }],
    });
  });

  test.each([
    ['no file', () => path.join(folder, 'none.bpmn'), '找不到文件'],
    ['an empty file', () => written('empty.bpmn', ''), '不是 XML'],
    ['a program', () => written('setup.exe', 'MZ\u0000\u0001'), '不是 XML'],
    ['another XML', () => written('page.bpmn', '<html/>'), '不是 BPMN'],
    ['a file of 5 MB', () => written('huge.bpmn', `<a>${'x'.repeat(5_000_000)}</a>`), '超过 2 MB'],
  ])('answers 2 for %s', async (_what, file, words) => {
    expect(await chengban('flow', 'check', file())).toMatchObject({ code: 2, said: expect.stringContaining(words) });
  });
});

describe('chengban flow run', () => {
  test('plays the scenarios beside the flow', async () => {
    const { code, said } = await chengban('flow', 'run', shipped);
    expect(code).toBe(0);
    expect(said).toContain('通过 一次通过');
    expect(said).toContain('1. 公安局经办人在“草稿”报送 → 已报送');
  });

  test('answers 1 when a scenario does not come out', async () => {
    const scenarios = written(
      'wrong.yaml',
      'scenarios:\n  - name: 想错了\n    steps: [{ at: draft, do: submit, then: [review] }]\n',
    );
    const { code, said } = await chengban('flow', 'run', shipped, '--scenarios', scenarios, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(said).reports[0]).toMatchObject({
      name: '想错了',
      passed: false,
      problems: ['第 1 步：应当停在 review，实际停在 已报送'],
    });
  });

  test('answers 2 for scenarios that are none, and 1 for a flow with errors', async () => {
    for (const text of ['scenarios: 3', ': : :\n - [', '']) {
      expect(await chengban('flow', 'run', shipped, '--scenarios', written('bad.yaml', text))).toMatchObject({
        code: 2,
      });
    }
    expect(await chengban('flow', 'run', fixture('no-end.wrong'))).toMatchObject({ code: 1 });
  });
});

describe('chengban flow explain', () => {
  test('tells the flow in numbered Chinese sentences', async () => {
    const { code, said } = await chengban('flow', 'explain', shipped);
    expect(code).toBe(0);
    expect(said.split('\n')[0]).toBe('阶段性成果报送');
    expect(said).toContain('“司法局审核”由督办单位（市司法局）的督办审核人审核');
  });

  test('answers 1 with the findings of a flow that cannot run, 2 for what is none', async () => {
    expect(await chengban('flow', 'explain', fixture('stuck.wrong'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('[stuck]'),
    });
    expect(await chengban('flow', 'explain', written('x.bpmn', 'x'), '--json')).toMatchObject({ code: 2 });
  });
});
