import { Matter } from '../../../../../test/properties/approval/matter.js';
import {
  and,
  compiled,
  compiledFile,
  end,
  extended,
  fileOf,
  flows,
  start,
  task,
} from '../../../../../test/properties/engine/draw.js';
import { readBpmn } from '../../bpmn/read-bpmn.js';
import { rewriteBpmn } from '../../bpmn/rewrite-bpmn.js';
import { compileModel } from '../../compile/compile-flow.js';
import { Directory } from '../candidates/directory.js';
import type { DirectoryEntry } from '../candidates/directory.js';
import { directorySeater } from '../candidates/directory-seater.js';

const CITY: readonly DirectoryEntry[] = [
  { personId: '甲', unitId: '公安局', role: 'handler' },
  { personId: '乙', unitId: '公安局', role: 'reviewer' },
  { personId: '丙', unitId: '公安局', role: 'deputyLeader' },
  { personId: '丁', unitId: '公安局', role: 'head' },
  { personId: '戊', unitId: '司法局', role: 'supervisionReviewer' },
  { personId: '己', unitId: '司法局', role: 'supervisionLeader' },
  { personId: '管', unitId: '司法局', role: 'flowAdmin' },
];

const directory = (entries: readonly DirectoryEntry[] = CITY): Directory =>
  new Directory(
    entries,
    new Set(entries.map(({ personId }) => personId)),
    new Set(entries.flatMap(({ unitId, role }) => [Directory.seatKey(unitId, role)])),
  );

const seater = (entries?: readonly DirectoryEntry[]) =>
  directorySeater(directory(entries), { unitId: '公安局', supervisorUnitId: '司法局', startedBy: '甲' });

const of = (id: string, assignment: string, attributes = ''): string =>
  extended(`<bpmn:userTask id="${id}" name="${id}" ${attributes}/>`, assignment);
const role = (unit: string, name: string): string => `<chengban:assignment kind="role" unit="${unit}" role="${name}"/>`;
const chosen = '<chengban:assignment kind="chosen" max="2"/>';
const write = of('w', role('responsible', 'handler'), 'chengban:purpose="draft"');

describe('1 several approvers whom the starter chose, on parallel nodes', () => {
  const FLOW = [
    start('s'),
    write,
    and('p'),
    of('a', chosen),
    of('b', chosen, 'chengban:seats="all"'),
    and('j'),
    of('c', chosen),
    end('e'),
    flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>e'),
  ];

  test('are all kept, each at its node', async () => {
    const matter = await Matter.of(FLOW, { seater: seater() });
    matter.do('甲', 'w', { verb: 'submit', variables: {}, chosen: { a: ['丙'], b: ['乙', '丁'], c: ['己'] } });
    expect(matter.tasks).toEqual(['a: 丙', 'b: 乙', 'b: 丁']);
    expect(matter.approve('a', '丙').approve('b', '丁').approve('b', '乙').tasks).toEqual(['c: 己']);
  });

  test('and still are when the last is chosen on the way, and after a return', async () => {
    const matter = await Matter.of(FLOW, { seater: seater() });
    matter.do('甲', 'w', { verb: 'submit', variables: {}, chosen: { a: ['丙'], b: ['乙'] } });
    matter.do('丙', 'a', { verb: 'approve', chosen: { c: ['己', '戊'] } }).return('b', '乙', { after: 'replay' });
    expect(matter.submit('w').tasks).toEqual(['a: 丙', 'b: 乙']);
    expect(matter.approve('a', '丙').approve('b', '乙').tasks).toEqual(['c: 己、戊']);
  });

  test('whom nobody chose is the flow administrators’', async () => {
    const matter = await Matter.of(FLOW, { seater: seater() });
    matter.do('甲', 'w', { verb: 'submit', variables: {}, chosen: { a: ['丙'] } });
    expect(matter.tasks).toEqual(['a: 丙', 'b: 管']);
    expect(matter.seats).toContainEqual(expect.objectContaining({ nodeId: 'b', fallback: true }));
  });
});

describe('12 de-duplication skips no other node than it says', () => {
  const review = (id: string, person: string): string =>
    of(id, `<chengban:assignment kind="person" person="${person}"/>`);
  /** Who is asked at which review when everybody agrees, the repeated ones in brackets. */
  async function asked(rule: string, ...reviewers: readonly string[]): Promise<string> {
    const line = ['s', 'w', ...reviewers.map((_, at) => `r${at}`), 'e'];
    const flow = await compiled(
      start('s'),
      write,
      ...reviewers.map((person, at) => review(`r${at}`, person)),
      end('e'),
      flows(...line.slice(1).map((to, at) => `${line[at]}>${to}`)),
    );
    const matter = Matter.from({ ...flow, dedupe: rule as 'first' }, { seater: seater() });
    const said: string[] = [];
    matter.submit('w');
    const note = (): void => {
      for (const { verb, nodeId, by, repeats } of matter.last?.decisions ?? [])
        if (verb === 'approve') said.push(repeats === undefined ? `${nodeId}${by}` : `(${nodeId}${by})`);
    };
    note();
    while (matter.standing.marking.status === 'running') {
      const [task] = matter.standing.sittings;
      const [person = ''] = task?.seats[0]?.candidateIds ?? [];
      matter.approve(task?.nodeId ?? '', person);
      note();
    }
    return said.join(' ');
  }

  test.each([
    ['off', ['乙', '乙', '乙'], 'r0乙 r1乙 r2乙'],
    ['adjacent', ['乙', '乙', '丙', '乙'], 'r0乙 (r1乙) r2丙 r3乙'],
    ['adjacent', ['乙', '丙', '乙', '乙'], 'r0乙 r1丙 r2乙 (r3乙)'],
    ['first', ['乙', '丙', '乙', '丁', '丙'], 'r0乙 r1丙 (r2乙) r3丁 (r4丙)'],
    ['last', ['乙', '丙', '乙', '丁'], '(r0乙) r1丙 r2乙 r3丁'],
    ['last', ['乙', '丙', '丁'], 'r0乙 r1丙 r2丁'],
  ])('%s of %j', async (rule, reviewers, expected) => {
    expect(await asked(rule, ...reviewers)).toBe(expected);
  });
});

test('19 whom the drawing means is found by nobody’s right to read: whoever acts, the same people get it', async () => {
  const FLOW = [
    start('s'),
    write,
    of('a', role('supervisor', 'supervisionReviewer')),
    of('b', role('supervisor', 'supervisionLeader')),
    end('e'),
    flows('s>w', 'w>a', 'a>b', 'b>e'),
  ];
  const matter = await Matter.of(FLOW, { seater: seater() });
  expect(matter.submit('w').tasks).toEqual(['a: 戊']);
  expect(matter.do({ personId: '外人', deputyFor: ['戊'] }, 'a', { verb: 'approve' }).tasks).toEqual(['b: 己']);
});

describe('22 a copied flow keeps', () => {
  const settings =
    'chengban:returnTo="w" chengban:returnWhere="named any" chengban:returnAfter="replay" chengban:verbs="approve return" chengban:remindWorkdays="2" chengban:escalateWorkdays="5" chengban:dueWorkdays="3"';
  const vote =
    'chengban:seats="vote" chengban:seatPer="unit" chengban:passRatio="0.5" chengban:veto="true" chengban:decide="collect"';

  test('its return targets, seats, people, verbs and terms when it is written anew', async () => {
    const parts = [
      start('s'),
      write,
      of('a', `${role('responsible', 'reviewer')}${chosen}<chengban:copy kind="starter"/>`, `${settings} ${vote}`),
      task('b', 'chengban:returnTo="a"'),
      end('e'),
      flows('s>w', 'w>a', 'a>b', 'b>e'),
    ];
    const original = await compiledFile(parts, '');
    const rewritten = await rewriteBpmn(fileOf(parts, '').replaceAll('"flow"', '"flow-2"'));
    const read = rewritten.ok ? await readBpmn(rewritten.value) : rewritten;
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const copy = compileModel(read.value);
    expect(copy.processId).toBe('flow-2');
    const renamed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"flow-2"', '"flow"'));
    expect(renamed(copy.nodes)).toEqual(renamed(original.nodes));
    expect(copy.nodes['a']).toMatchObject({ returnTo: 'w', seats: { mode: 'vote', per: 'unit' } });
  });
});
