import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chengban } from './chengban.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = (name: string): string => path.join(root, 'workflows', name, 'workflow.bpmn');
const names = readdirSync(path.join(root, 'workflows'), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);
const folder = mkdtempSync(path.join(tmpdir(), 'chengban-flow-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The stage result with its gateway after the review turned into one that waits for a token that never comes. */
function broken(): string {
  const xml = readFileSync(shipped('stage-result'), 'utf8');
  return written(
    'broken.bpmn',
    xml
      .replace(
        '<bpmn:exclusiveGateway id="decision" name="审核意见" default="to-returned">',
        '<bpmn:parallelGateway id="decision" name="审核意见">',
      )
      .replace('</bpmn:exclusiveGateway>', '</bpmn:parallelGateway>')
      .replace(/<bpmn:conditionExpression.*<\/bpmn:conditionExpression>/, ''),
  );
}

// the command builds itself when it is missing or out of date
beforeAll(() => chengban('--help'), 150_000);

describe.each(names)('the shipped flow %s', (name) => {
  it('is sound and may be published', async () => {
    const { code, stdout, stderr } = await chengban('flow', 'check', shipped(name));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^流程走得通：.*\n可以发布。\n$/u);
    const json = await chengban('flow', 'check', shipped(name), '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ publishable: true, findings: [], soundness: { verdict: 'sound' } });
  });

  it('comes out as its scenarios say, and they pass all of it', async () => {
    const { code, stdout } = await chengban('flow', 'run', shipped(name));
    expect(code).toBe(0);
    expect(stdout).toContain('个场景，全部通过。');
    expect(stdout).not.toContain('没有经过的');
  });

  it('is told in Chinese, every line a sentence', async () => {
    const { code, stdout } = await chengban('flow', 'explain', shipped(name));
    const [title, ...lines] = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(title).toMatch(/^[\u4e00-\u9fff]+$/u);
    for (const line of lines) expect(line).toMatch(/^ *\d+(\.\d+)*\.? “.*[。]$/u);
  });
});

describe('chengban flow check of a flow that cannot work', () => {
  it('answers 1 with the finding, the verdict and the acts that lead there', async () => {
    const { code, stdout } = await chengban('flow', 'check', broken());
    expect(code).toBe(1);
    expect(stdout).toContain('流程走不通：');
    expect(stdout).toContain('“草稿”（draft）办完 → 停在“已报送”（submitted）');
    expect(stdout).toMatch(/还不能发布，请先改正 \d+ 处错误。\n$/u);
  });

  it('gives with --json scenarios that `flow run` plays to the trouble', async () => {
    const { stdout } = await chengban('flow', 'check', broken(), '--json');
    const { soundness } = JSON.parse(stdout) as { soundness: { verdict: string; scenarios: readonly object[] } };
    expect(soundness.verdict).toBe('unsound');
    expect(soundness.scenarios.length).toBeGreaterThan(0);
    const script = written('trouble.json', JSON.stringify({ scenarios: soundness.scenarios }));
    const played = await chengban('flow', 'run', broken(), '--script', script);
    expect(played.code).toBe(1);
    expect(played.stdout).toContain('个场景，全部通过。');
    expect(played.stdout).toMatch(/这个流程还不能发布。\n$/u);
  });
});

describe('chengban flow run --script', () => {
  it('moves a clock of its own and prints what fired when', async () => {
    const script = written(
      'late.yaml',
      'starts: 2024-09-27T09:00\nsteps:\n  - { at: overdue, do: timer }\n  - { at: urge, do: approve, as: 司法局领导 }\n',
    );
    const { code, stdout } = await chengban('flow', 'run', shipped('supervision'), '--script', script);
    expect(code).toBe(0);
    expect(stdout).toContain('  2024-10-09 00:00  1. “每 3 个工作日”到时间 → 整改并报送、发催办通知');
    expect(stdout).toContain('司法局领导在“下发督办单”下发');
  });

  it('answers 1 when an expectation fails, and says which and what happened instead', async () => {
    const script = written('wrong.yaml', 'steps:\n  - { at: draft, do: submit, then: [review] }\n');
    const { code, stdout } = await chengban('flow', 'run', shipped('stage-result'), '--script', script);
    expect(code).toBe(1);
    expect(stdout).toContain('！第 1 步：应当停在 review，实际停在 已报送。');
    expect(stdout).toContain('1 个场景，1 个不通过。');
  });

  it.each([
    ['is no YAML', 'steps: [\n - b: }', '第 2 行读不懂'],
    ['is empty', '', '缺少 scenarios 列表'],
    ['has a verb that nobody knows', 'steps: [{ at: draft, do: submitt }]', '“submitt”不认识，do 只能是 claim'],
    ['has a time that is none', 'steps: [{ wait: 三天 }]', '“三天”应当是时长，例如 P3D 或 5个工作日'],
    ['names a node that is not drawn', 'steps: [{ at: dratf, do: submit }]', '流程图上没有节点“dratf”，是不是“draft”'],
  ])('answers 2 with a Chinese sentence for a script that %s', async (_what, text, words) => {
    const script = written('bad.yaml', text);
    const { code, stdout, stderr } = await chengban('flow', 'run', shipped('stage-result'), '--script', script);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\bat .*\.js|Error/u);
  });
});

describe.each(['check', 'run', 'explain'])('chengban flow %s', (command) => {
  it.each([
    ['that is not there', () => path.join(folder, 'nowhere.bpmn'), '找不到文件'],
    ['that is no flow', () => written('note.bpmn', '请于月底前完成。'), '不是 XML'],
  ])('answers 2 for a file %s', async (_what, file, words) => {
    const { code, stdout, stderr } = await chengban('flow', command, file());
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(words);
  });
});
