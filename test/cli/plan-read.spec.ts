import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chengban } from './chengban.js';

const seed = (name: string) => fileURLToPath(new URL(`../../seeds/taishan/${name}`, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'chengban-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const HEADER = '重点任务\t工作任务\t主要措施\t责任单位\t完成时限';

// the command builds itself when it is missing or out of date
beforeAll(() => chengban('--help'), 150_000);

describe('chengban plan read', () => {
  it('shows the seed list as a Chinese summary with its repairs and questions, and is content', async () => {
    const { code, stdout, stderr } = await chengban('plan', 'read', seed('tasklist.txt'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('重点任务 6 项，工作任务 20 项，主要措施 55 项。');
    expect(stdout).toContain('(5) 落实镇（街）综合行政执法“导师制”培训机制');
    expect(stdout).toContain('责任单位：下放执法职权事项的市直行政执法部门');
    expect(stdout).toContain('每年不迟于 11-20 将培训情况报市司法局；持续推进');
    expect(stdout).toContain('第 31 行第 3 列（文件第 42 行） 原文中的「and」是识别错误');
    expect(stdout).toContain('请核对 2 处：');
    expect(stdout).not.toContain('必须处理');
  });

  it('prints with --json exactly the confirmed reading', async () => {
    const { code, stdout } = await chengban('plan', 'read', seed('tasklist.txt'), '--json');
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(seed('reading.json'), 'utf8'));
  });

  it('answers 1 when something has to be mended, and says where', async () => {
    const file = written('errors.txt', `${HEADER}\n(一) 甲\t1. 乙\t(1) 丙\t市公安局\t适时完成\n`);
    const shown = await chengban('plan', 'read', file);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('必须处理 1 处：');
    expect(shown.stdout).toContain('第 2 行第 5 列（文件第 2 行） 读不懂完成时限中的「适时完成」');
    const json = await chengban('plan', 'read', file, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      findings: [{ code: 'deadline-unknown', at: { row: 2, column: 5, line: 2 } }],
    });
  });

  it.each<[string, () => string, string]>([
    ['a file that is not there', () => path.join(folder, 'nowhere.txt'), 'file-unreadable'],
    ['a folder', () => folder, 'file-unreadable'],
    ['an empty file', () => written('empty.docx', ''), 'document-empty'],
    ['a program named .txt', () => written('virus.txt', Buffer.from('MZ\0\0\x03\0', 'latin1')), 'document-wrong-kind'],
    ['a text that is no table', () => written('letter.txt', '各单位：请于月底前完成。'), 'document-without-table'],
    ['a table without a header', () => written('other.txt', '甲\t乙\n丙\t丁\n'), 'header-missing'],
    ['a header without anything below', () => written('header.txt', `${HEADER}\n`), 'no-measures'],
  ])('answers 2 for %s: a Chinese sentence on stderr, and JSON for programs', async (_what, make, errorCode) => {
    const file = make();
    const shown = await chengban('plan', 'read', file);
    expect(shown).toMatchObject({ code: 2, stdout: '' });
    expect(shown.stderr).toMatch(/[\u4e00-\u9fff].*。\n$/u);
    expect(shown.stderr).not.toMatch(/\bat .*\.js/u);
    const json = await chengban('plan', 'read', file, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toEqual({
      error: { code: errorCode, message: expect.any(String), cure: expect.any(String) },
    });
  });

  it('refuses a file of 1 GB without reading it to its end', async () => {
    const file = written('huge.txt', 'x');
    truncateSync(file, 1024 ** 3);
    const start = performance.now();
    const { code, stderr } = await chengban('plan', 'read', file);
    expect(code).toBe(2);
    expect(stderr).toContain('文件超过 20 MB');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('chengban', () => {
  it.each([
    [['plan', 'read']],
    [['plan', 'read', 'a', 'b']],
    [['plan', 'fly']],
    [['fly']],
    [['plan', 'read', '--fast', 'a']],
  ])('answers 2 to %j with a Chinese sentence that leads to the help', async (args) => {
    const { code, stdout, stderr } = await chengban(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[\u4e00-\u9fff].*chengban --help/u);
    expect(stderr).not.toContain('error:');
  });

  it('knows plans and flows', async () => {
    const { stdout } = await chengban('--help');
    expect(stdout).toMatch(/^ {2}plan .*实施方案$/mu);
    expect(stdout).toMatch(/^ {2}flow .*流程图$/mu);
  });

  it('has its help in Chinese', async () => {
    const { code, stdout } = await chengban('plan', 'read', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('用法：');
    expect(stdout).toContain('以 JSON 输出');
    expect(stdout).not.toMatch(/Usage|Options|display help/u);
  });
});
