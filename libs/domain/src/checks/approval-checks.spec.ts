import { bpmnProcess } from '../../../../test/support/bpmn-text.js';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { checkFlow } from './check-flow.js';
import type { CheckContext } from './check.js';

const FORM: NonNullable<CheckContext['form']> = {
  title: '成果',
  schema: {
    properties: {
      progress: { title: '进展', type: 'string' },
      leader: { title: '领导', type: 'string', format: 'person' },
      experts: { title: '专家', type: 'array', items: { type: 'string', format: 'person' } },
      lead: { title: '牵头单位', type: 'string', format: 'unit' },
    },
    required: ['leader', 'experts', 'lead'],
  },
};

const ROLE = 'kind="role" unit="supervisor" role="supervisionReviewer"';
const assignment = (attributes: string): string => `<chengban:assignment ${attributes}/>`;

interface Drawn {
  draft?: string;
  review?: string;
  handlers?: readonly string[];
  inside?: string;
}

/** Start, drafting, a review with the given settings, end. */
const drawing = ({ draft = '', review = '', handlers = [ROLE], inside = '' }: Drawn): string =>
  bpmnProcess(`<bpmn:startEvent id="start"/>
    <bpmn:userTask id="draft" name="填报" chengban:purpose="draft" ${draft}><bpmn:extensionElements>${assignment('kind="starter"')}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="review" name="审核" ${review}><bpmn:extensionElements>${handlers.map(assignment).join('')}${inside}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="end"/>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft"/><bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="review"/>
    <bpmn:sequenceFlow id="f3" sourceRef="review" targetRef="end"/>`);

async function findingsOf(xml: string, code: string) {
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const context: CheckContext = {
    form: FORM,
    people: { units: ['sifaju'], roles: ['supervisionReviewer'], persons: [] },
  };
  return checkFlow(read.value, context)
    .filter((finding) => finding.code === code)
    .map(({ severity, message, at }) => `${severity} ${at?.elementId ?? ''}.${at?.property ?? ''} ${message}`);
}

test.each<[code: string, Drawn, readonly string[]]>([
  [
    'assignment-unknown',
    { handlers: [ROLE, 'kind="person" person="nobody"', 'kind="field" field="lead" role="boss"'] },
    [
      'error review.assignment.1 “审核”的办理人是人员“nobody”，系统里没有。',
      'error review.assignment.2 “审核”的办理人是岗位“boss”，系统里没有。',
    ],
  ],
  [
    'assignment-unknown',
    { inside: '<chengban:copy kind="role" unit="gone" role="supervisionReviewer"/>' },
    ['error review.copy “审核”的抄送是单位“gone”，系统里没有。'],
  ],
  [
    'task-without-assignment',
    { handlers: [ROLE, 'kind="person"'] },
    ['error review.assignment “审核”的办理人设置不完整：没有写是哪个人。'],
  ],
  [
    'assignment-field',
    {
      handlers: [
        'kind="field" field="gone"',
        'kind="field" field="lead"',
        'kind="field" field="leader" role="supervisionReviewer"',
      ],
    },
    [
      'error review.assignment “审核”的办理人取自表单的“gone”，表单“成果”里没有这一项。',
      'error review.assignment.1 “审核”的办理人取自表单的“牵头单位”，那里填的是单位，没有写由单位里的什么岗位办理。',
      'error review.assignment.2 “审核”的办理人取自表单的“领导”，那里填的是人员，不用再写岗位。',
    ],
  ],
  [
    'assignment-expression',
    { handlers: ['kind="expression" expression="form.("', 'kind="role" unit="= 会签单位" role="supervisionReviewer"'] },
    [
      expect.stringMatching(/^error review\.assignment “审核”的办理人表达式：.+。$/) as string,
      'warning review.assignment.1 “审核”的办理人表达式用到“会签单位”，流程里没有这个变量，到时算不出人。',
    ],
  ],
  [
    'assignment-expression',
    { handlers: ['kind="role" unit="= " role="supervisionReviewer"'] },
    ['error review.assignment “审核”的办理人表达式：还没有写。'],
  ],
  ['assignment-may-be-empty', { handlers: ['kind="field" field="leader"'] }, []],
  [
    'assignment-may-be-empty',
    { handlers: ['kind="expression" expression="form.experts"'] },
    [
      'warning review.assignment “审核”可能没有人办：form.experts 可能算不出人。到时会交给流程管理员并发出提醒，不会自动通过。',
    ],
  ],
  [
    'chosen-range',
    { handlers: ['kind="chosen" role="supervisionReviewer" max="0"'] },
    ['error review.assignment “审核”由发起人自选办理人，“最多几人”不是有效的人数。'],
  ],
  [
    'chosen-range',
    { handlers: ['kind="chosen" unit="sifaju"', ROLE, 'kind="chosen" role="supervisionReviewer"'] },
    ['error review.assignment.2 “审核”写了不止一条“发起人自选”，系统只会问一次。'],
  ],
  [
    'vote-count',
    { review: 'chengban:seats="vote" chengban:passRatio="0" chengban:rejectCount="x"' },
    [
      'error review.passRatio “审核”的同意比例不在 0 到 1 之间。',
      'error review.rejectCount “审核”的反对票数不是有效的整数。',
    ],
  ],
  ['vote-count', { review: 'chengban:seats="vote" chengban:passRatio="1"' }, []],
  [
    'seats-contradiction',
    { review: 'chengban:seats="vote" chengban:passRatio="0.5" chengban:passCount="2"' },
    ['error review.passCount “审核”既写了同意比例，又写了同意票数，只能按一个算。'],
  ],
  [
    'seats-contradiction',
    { review: 'chengban:seats="vote"' },
    ['warning review.passRatio “审核”没有写多少票同意算通过，要所有人都同意才通过。'],
  ],
  [
    'seats-contradiction',
    { review: 'chengban:seats="vote" chengban:passCount="3"', handlers: ['kind="chosen" unit="sifaju" max="2"'] },
    ['error review.passCount “审核”要 3 票同意，但最多只有 2 席，永远通不过。'],
  ],
  [
    'seats-contradiction',
    { review: 'chengban:seats="vote" chengban:passRatio="1" chengban:rejectCount="2"' },
    ['error review.rejectCount “审核”要所有人同意，有一票反对就通不过，等不到 2 票反对。'],
  ],
  [
    'seats-contradiction',
    { draft: 'chengban:seats="all"' },
    ['error draft.seats “填报”是填报环节，由签收的人一个人填报，多人方式不起作用。'],
  ],
  [
    'seats-contradiction',
    { review: 'chengban:seats="sequence" chengban:veto="true" chengban:decide="collect"' },
    [
      'warning review.veto “审核”的依次办理不计票，写的比例、票数和一票否决不起作用。',
      'warning review.decide “审核”的依次办理用不着等所有人，“收齐意见再出结果”不起作用。',
    ],
  ],
  ['seats-contradiction', { review: 'chengban:seats="all" chengban:decide="collect"' }, []],
  [
    'one-seat',
    { review: 'chengban:seats="sequence" chengban:seatPer="unit"' },
    ['warning review.assignment “审核”要依次办理，但办理人只有一个单位，只有一席。'],
  ],
  [
    'one-seat',
    { review: 'chengban:seats="vote" chengban:passCount="1"', handlers: ['kind="field" field="leader"'] },
    ['warning review.assignment “审核”要票签，但办理人只有一个人。'],
  ],
  ['one-seat', { review: 'chengban:seats="all"', handlers: ['kind="field" field="experts"'] }, []],
  [
    'verbs-without-decision',
    { draft: 'chengban:verbs="comment"' },
    ['error draft.verbs “填报”的操作按钮里没有“提交”，到了这里就走不下去。'],
  ],
  [
    'return-target',
    { review: 'chengban:returnTo="end"' },
    ['error review.returnTo “审核”退回到“end”，那里没有人办理。'],
  ],
  [
    'return-target',
    { draft: 'chengban:returnTo="review"' },
    ['error draft.returnTo “填报”退回到“审核”，但走到这里之前不会经过那里。'],
  ],
  [
    'return-target',
    { review: 'chengban:returnWhere="named drafter"' },
    ['error review.returnTo “审核”可以退回到指定的环节，但没有写是哪一个。'],
  ],
  [
    'return-target',
    { review: 'chengban:returnTo="draft" chengban:returnWhere="previous"' },
    ['error review.returnWhere “审核”写了退回到哪个环节，但“退回到哪里”没有勾“指定的环节”。'],
  ],
  [
    'return-target',
    { draft: 'chengban:returnWhere="previous"' },
    ['error draft.returnWhere “填报”是填报环节，不会退回，不用写退回到哪里。'],
  ],
  [
    'reminder-days',
    { review: 'chengban:remindWorkdays="1"' },
    ['warning review.remindWorkdays “审核”没有办理时限，不会超时，催办和上报不起作用。'],
  ],
  [
    'reminder-days',
    { review: 'chengban:dueWorkdays="3" chengban:remindWorkdays="0" chengban:escalateWorkdays="x"' },
    [
      'error review.remindWorkdays “审核”的超时催办不是有效的工作日数。',
      'error review.escalateWorkdays “审核”的超时上报不是有效的工作日数。',
    ],
  ],
])('%s tells of %j', async (code, drawn, expected) => {
  expect(await findingsOf(drawing(drawn), code)).toEqual(expected);
});

test('a review that the flow comes to first has nothing to return to and nobody before it', async () => {
  const xml = bpmnProcess(`<bpmn:startEvent id="start"/>
    <bpmn:userTask id="review" name="审核" chengban:returnWhere="any"><bpmn:extensionElements>${assignment('kind="previous"')}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="end"/>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review"/><bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="end"/>`);
  expect(await findingsOf(xml, 'return-target')).toEqual([
    'error review.returnWhere “审核”设了退回到哪里，但前面没有可以退回的环节。',
  ]);
  expect(await findingsOf(xml, 'assignment-too-early')).toEqual([
    'error review.assignment “审核”由上一环节的办理人办理，但流程一开始就会走到这里，前面还没有人办过。',
  ]);
});

test('what lies in a sub-process counts as passed by what comes after it', async () => {
  const xml = bpmnProcess(`<bpmn:startEvent id="start"/>
    <bpmn:subProcess id="box"><bpmn:startEvent id="in"/><bpmn:userTask id="inner" chengban:purpose="draft"/><bpmn:endEvent id="out"/>
      <bpmn:sequenceFlow id="b1" sourceRef="in" targetRef="inner"/><bpmn:sequenceFlow id="b2" sourceRef="inner" targetRef="out"/></bpmn:subProcess>
    <bpmn:userTask id="review" name="审核" chengban:returnTo="inner"><bpmn:extensionElements>${assignment('kind="previous"')}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="box"/><bpmn:sequenceFlow id="f2" sourceRef="box" targetRef="review"/>`);
  expect(await findingsOf(xml, 'return-target')).toEqual([]);
  expect(await findingsOf(xml, 'assignment-too-early')).toEqual([]);
});

test('a task drawn for corrections only may be returned to, though nothing came by it before', async () => {
  const xml = bpmnProcess(`<bpmn:startEvent id="start"/><bpmn:userTask id="draft" chengban:purpose="draft"/>
    <bpmn:userTask id="intake" name="受理" chengban:returnTo="mend"/><bpmn:userTask id="mend" chengban:purpose="draft"/>
    <bpmn:userTask id="review" name="审核"/><bpmn:exclusiveGateway id="x" default="again"/><bpmn:endEvent id="end"/>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft"/><bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="intake"/>
    <bpmn:sequenceFlow id="f3" sourceRef="intake" targetRef="review"/><bpmn:sequenceFlow id="f4" sourceRef="review" targetRef="x"/>
    <bpmn:sequenceFlow id="again" sourceRef="x" targetRef="mend"/><bpmn:sequenceFlow id="f5" sourceRef="mend" targetRef="review"/>
    <bpmn:sequenceFlow id="f6" sourceRef="x" targetRef="end"/>`);
  expect(await findingsOf(xml, 'return-target')).toEqual([]);
});

test('a word of the process that is none of its settings is told at the process', async () => {
  const xml = drawing({}).replace(
    '<bpmn:process ',
    '<bpmn:process chengban:dedupe="all" chengban:cancelUntil="later" ',
  );
  expect(await findingsOf(xml, 'setting-unknown')).toEqual([
    'error p.dedupe “p”的“自动去重”写成了“all”，系统不认识。',
    'error p.cancelUntil “p”的“发起人撤销”写成了“later”，系统不认识。',
  ]);
});
