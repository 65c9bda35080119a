import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { ROLES } from '../access/actor.js';
import { allChecks } from './all-checks.js';
import { checkFlow } from './check-flow.js';
import type { CheckContext } from './check.js';

const fixtures = new URL('./fixtures/', import.meta.url);
const pages = new URL('../../../../docs/checks/', import.meta.url);

const SESSIONS = {
  type: 'object',
  properties: { people: { title: '人数', type: 'number' }, approved: { title: '核定数', type: 'number' } },
} as const;

/** What a server knows besides the drawings. */
const CONTEXT: CheckContext = {
  form: {
    title: '阶段性成果',
    schema: {
      properties: {
        progress: { title: '进展情况', type: 'string' },
        completion: { title: '完成情况', type: 'string', enum: ['已完成', '部分完成', '正在推进'] },
        kind: { title: '类型', type: 'string' },
        amount: { title: '金额', type: 'number' },
        金额: { title: '金额（中文名）', type: 'number' },
        leader: { title: '分管领导', type: 'string', format: 'person' },
        expert: { title: '专家', type: 'string', format: 'person' },
        lead: { title: '牵头单位', type: 'string', format: 'unit' },
        rosters: { title: '签到表', type: 'array', items: { type: 'string', format: 'file' } },
        sessions: { title: '班次', type: 'array', items: SESSIONS },
        ...Object.fromEntries(
          Array.from({ length: 9 }, (_, i) => [`unit${i + 1}`, { title: `单位 ${i + 1}`, type: 'boolean' as const }]),
        ),
      },
      required: ['leader', 'lead'],
    },
  },
  handlers: ['notify'],
  handlerNeeds: { notify: ['title'] },
  flows: ['legal-review'],
  people: { units: ['sifaju'], roles: Object.keys(ROLES), persons: [] },
};

async function findingsOf(file: string) {
  const read = await readBpmn(readFileSync(new URL(file, fixtures), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.error)}`);
  return checkFlow(read.value, { ...CONTEXT, ...formBeside(file) });
}

/** Of checks that look at the form: a form of its own beside the drawing. */
function formBeside(file: string): CheckContext {
  const beside = new URL(file.replace('.bpmn', '.form.json'), fixtures);
  return existsSync(beside) ? { form: JSON.parse(readFileSync(beside, 'utf8')) } : {};
}

/** The rules of the standard have ids of their own and one check that passes them on; their pages lie in `standard/`. */
const isOf = (id: string, code: string): boolean =>
  code === id || (id === 'standard-constraint' && code.startsWith('std-'));

describe.each(allChecks.map((check) => check.id))('check %s', (id) => {
  test('finds its wrong drawing, says what to do, and points at an element', async () => {
    const found = (await findingsOf(`${id}.wrong.bpmn`)).filter((finding) => isOf(id, finding.code));
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.message).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(finding.cure).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(finding.at?.elementId).toBeTruthy();
    }
  });

  test('stays silent on its right drawing, as every other check does', async () => {
    expect(await findingsOf(`${id}.right.bpmn`)).toEqual([]);
  });

  test('has a page with the message of its wrong drawing', async () => {
    const page = readFileSync(new URL(`${id}.md`, pages), 'utf8');
    expect(page).toMatch(/^# /);
    for (const part of ['## Wrong', '## Right', '## Why']) expect(page).toContain(part);
    const quoted = /^> (.*)$/m.exec(page)?.[1];
    const messages = (await findingsOf(`${id}.wrong.bpmn`))
      .filter((finding) => isOf(id, finding.code))
      .map((each) => each.message);
    expect(messages).toContain(quoted);
  });
});

test('there is a page and a pair of fixtures for each check, and none besides', () => {
  const ids = allChecks.map((check) => check.id).sort();
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    readdirSync(pages)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .sort(),
  ).toEqual(ids.map((id) => `${id}.md`).sort());
  const drawings = readdirSync(fixtures).filter((name) => name.endsWith('.bpmn'));
  expect(drawings.sort()).toEqual(ids.flatMap((id) => [`${id}.right.bpmn`, `${id}.wrong.bpmn`]).sort());
});
