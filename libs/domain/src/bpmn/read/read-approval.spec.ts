import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { compileModel } from '../../compile/compile-flow.js';
import { nodeInfo } from '../../run/node-info.js';
import { loadWorkflow } from '../../run/workflow.js';
import type { FlowModel, UserTask } from '../model.js';
import { readBpmn } from '../read-bpmn.js';

async function modelOf(task: string, ofProcess = ''): Promise<FlowModel> {
  const xml = bpmnProcess(task).replace('<bpmn:process ', `<bpmn:process ${ofProcess} `);
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function taskOf(attributes: string, inside = ''): Promise<UserTask> {
  const { root } = await modelOf(
    `<bpmn:userTask id="t" ${attributes}><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask>`,
  );
  const [task] = root.nodes;
  if (task?.kind !== 'userTask') throw new Error('no task');
  return task;
}

const assignment = (attributes: string): string => `<chengban:assignment ${attributes}/>`;

test('several assignments are read in the order of the drawing, the first apart', async () => {
  const task = await taskOf('', assignment('unit="u" role="reviewer"') + assignment('kind="previous"'));
  expect(task).toMatchObject({
    assignment: { kind: 'role', unit: 'u', role: 'reviewer' },
    moreAssignments: [{ kind: 'previous' }],
    assignmentProblem: null,
  });
});

test.each([
  ['kind="previous"', { kind: 'previous' }],
  ['kind="field" field="leader"', { kind: 'field', field: 'leader' }],
  ['kind="field" field="unit" role="head"', { kind: 'field', field: 'unit', role: 'head' }],
  ['kind="chosen" unit="supervisor"', { kind: 'chosen', unit: 'supervisor' }],
  ['kind="chosen" role="head" max="3"', { kind: 'chosen', role: 'head', max: 3 }],
  ['kind="chosen"', { kind: 'chosen' }],
  ['kind="expression" expression="form.people"', { kind: 'expression', expression: 'form.people' }],
])('the assignment %s is read', async (attributes, expected) => {
  expect(await taskOf('', assignment(attributes))).toMatchObject({ assignment: expected, assignmentProblem: null });
});

test.each([
  ['kind="field"', '没有写是表单的哪一项'],
  ['kind="expression"', '没有写表达式'],
  ['kind="dept"', '不认识的办理人类型“dept”'],
])('the assignment %s says what it lacks, beside one that is whole', async (attributes, problem) => {
  expect(await taskOf('', assignment('kind="starter"') + assignment(attributes))).toMatchObject({
    assignment: { kind: 'starter' },
    moreAssignments: [],
    assignmentProblem: problem,
  });
});

test('a rule for several seats is read with what it counts', async () => {
  const { seats } = await taskOf(
    'chengban:seats="vote" chengban:seatPer="unit" chengban:passRatio="0.67" chengban:rejectCount="2" chengban:veto="true" chengban:decide="collect"',
  );
  expect(seats).toEqual({
    mode: 'vote',
    per: 'unit',
    passRatio: 0.67,
    rejectCount: 2,
    veto: true,
    decide: 'collect',
  });
});

test('a rule that says only its mode has one seat a person and decides at once', async () => {
  expect((await taskOf('chengban:seats="sequence"')).seats).toEqual({
    mode: 'sequence',
    per: 'person',
    decide: 'atOnce',
  });
});

test('lists are parted by spaces, each word once', async () => {
  const task = await taskOf('chengban:verbs="approve return  approve" chengban:returnWhere="drafter previous"');
  expect([task.verbs, task.returnWhere]).toEqual([
    ['approve', 'return'],
    ['drafter', 'previous'],
  ]);
});

test('a word that no setting has is remembered for the check that says so', async () => {
  const { verbs, seats, returnAfter, settingProblems } = await taskOf(
    'chengban:verbs="approve aprove" chengban:seats="each" chengban:returnAfter="later"',
  );
  expect([verbs, seats, returnAfter]).toEqual([['approve'], null, null]);
  expect(settingProblems).toEqual([
    { property: 'seats', value: 'each' },
    { property: 'verbs', value: 'aprove' },
    { property: 'returnAfter', value: 'later' },
  ]);
});

test('copies are read like assignments, but nobody chooses them', async () => {
  const copies = '<chengban:copy unit="u" role="head"/><chengban:copy kind="chosen"/>';
  expect(await taskOf('', copies)).toMatchObject({
    copies: [{ kind: 'role', unit: 'u', role: 'head' }],
    copyProblem: '抄送不能由发起人自选',
  });
});

test('the compiled flow carries every setting, and a node tells its own', async () => {
  const model = await modelOf(
    `<bpmn:userTask id="t" chengban:seats="all" chengban:verbs="approve" chengban:returnWhere="any"
      chengban:returnAfter="ask" chengban:remindWorkdays="1" chengban:escalateWorkdays="3"><bpmn:extensionElements>
      ${assignment('kind="previous"')}${assignment('kind="starter"')}<chengban:copy kind="starter"/></bpmn:extensionElements></bpmn:userTask>`,
    'chengban:dedupe="adjacent" chengban:cancelUntil="accepted"',
  );
  const compiled = compileModel(model);
  expect(compiled).toMatchObject({ dedupe: 'adjacent', cancelUntil: 'accepted' });
  expect(nodeInfo(loadWorkflow(compiled), 't')).toEqual({
    id: 't',
    kind: 'userTask',
    name: 't',
    purpose: 'review',
    assignment: { kind: 'previous' },
    moreAssignments: [{ kind: 'starter' }],
    seats: { mode: 'all', per: 'person', decide: 'atOnce' },
    verbs: ['approve'],
    returnWhere: ['any'],
    returnAfter: 'ask',
    copies: [{ kind: 'starter' }],
    remindWorkdays: 1,
    escalateWorkdays: 3,
  });
});

test('what is not drawn adds nothing to the compiled flow', async () => {
  const { nodes, ...flow } = compileModel(await modelOf('<bpmn:userTask id="t"/>'));
  expect(Object.keys(nodes['t'] ?? {})).toEqual(['kind', 'name', 'scope', 'outgoing', 'purpose']);
  expect(Object.keys(flow)).toEqual(['format', 'processId', 'name', 'form', 'machines', 'scopes', 'flows']);
});
