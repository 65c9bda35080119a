import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import type { Assignment, SeatRule } from '../../bpmn/model.js';
import { readBpmn } from '../../bpmn/read-bpmn.js';
import { compileModel } from '../../compile/compile-flow.js';
import { explainFlow } from '../explain-flow.js';
import { assignmentsWords } from './assignment-words.js';
import type { AssignmentNames } from './assignment-words.js';
import { seatsWords, shareWords, verbsFor, verbsWords } from './setting-words.js';

const names: AssignmentNames = {
  unit: (id) => (id === 'supervisor' ? '市司法局' : id),
  role: (key) => (key === 'supervisionReviewer' ? '督办审核' : key),
  person: (id) => (id === 'p1' ? '张三' : id),
  field: (name) => (name === 'lead' ? '牵头单位' : name),
  of: '',
};

test.each<[Assignment, string]>([
  [{ kind: 'role', unit: 'supervisor', role: 'supervisionReviewer' }, '市司法局督办审核'],
  [{ kind: 'person', person: 'p1' }, '张三'],
  [{ kind: 'starter' }, '发起人'],
  [{ kind: 'previous' }, '上一环节的办理人'],
  [{ kind: 'field', field: 'leader' }, '表单“leader”里填的人'],
  [{ kind: 'field', field: 'lead', role: 'supervisionReviewer' }, '表单“牵头单位”里填的单位督办审核'],
  [{ kind: 'chosen', unit: 'supervisor', max: 2 }, '发起人在市司法局里自选的人（最多 2 人）'],
  [{ kind: 'chosen', role: 'supervisionReviewer' }, '发起人在各单位督办审核里自选的人'],
  [{ kind: 'expression', expression: 'form.experts' }, '按 form.experts 算出的人'],
])('the assignment %j is told in words', (assignment, words) => {
  expect(assignmentsWords([assignment], names)).toBe(words);
});

const rule = (mode: SeatRule['mode'], more: Partial<SeatRule> = {}): SeatRule => ({
  mode,
  per: 'person',
  decide: 'atOnce',
  ...more,
});

test.each<[SeatRule, string]>([
  [rule('any'), '每人一席，一席办理即可'],
  [rule('all', { per: 'unit', decide: 'collect' }), '每个单位一席，都同意才通过，收齐意见再出结果'],
  [rule('sequence'), '每人一席，依次办理，都同意才通过'],
  [rule('vote', { passRatio: 0.6666, veto: true }), '每人一席，三分之二同意通过，一票否决'],
  [rule('vote', { passCount: 3, rejectCount: 2 }), '每人一席，3 票同意通过，2 票反对就不通过'],
  [rule('vote'), '每人一席，全部同意通过'],
])('the rule %j is told in words', (seats, words) => {
  expect(seatsWords(seats)).toBe(words);
});

test('what may be done is told by what is left out where that is shorter', () => {
  expect(verbsWords(['approve', 'return'], 'review')).toBe('同意、退回');
  const most = verbsFor('review').filter((verb) => verb !== 'addSigner' && verb !== 'removeSigner');
  expect(verbsWords(most, 'review')).toBe('加签、减签以外的');
});

test('a share has its common name, or is a percentage', () => {
  expect([0.501, 2 / 3, 0.75, 1, 0.5, 0.605].map(shareWords)).toEqual([
    '过半数',
    '三分之二',
    '四分之三',
    '全部',
    '半数',
    '60.5%',
  ]);
});

test('a flow tells everything that is set about deciding', async () => {
  const xml = bpmnProcess(`<bpmn:startEvent id="s"/>
    <bpmn:userTask id="d" name="填报" chengban:purpose="draft"><bpmn:extensionElements><chengban:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="r" name="审核" chengban:seats="vote" chengban:passRatio="0.6666" chengban:veto="true" chengban:dueWorkdays="5"
      chengban:remindWorkdays="1" chengban:escalateWorkdays="3" chengban:returnTo="d" chengban:returnWhere="named previous"
      chengban:returnAfter="ask" chengban:verbs="approve return">
      <bpmn:extensionElements><chengban:assignment unit="supervisor" role="reviewer"/><chengban:assignment kind="previous"/><chengban:copy kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="last" name="备案" chengban:verbs="approve"><bpmn:extensionElements><chengban:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="d"/><bpmn:sequenceFlow id="f2" sourceRef="d" targetRef="r"/><bpmn:sequenceFlow id="f3" sourceRef="r" targetRef="last"/>`);
  const read = await readBpmn(
    xml.replace('<bpmn:process ', '<bpmn:process chengban:dedupe="adjacent" chengban:cancelUntil="accepted" '),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const told = explainFlow(compileModel(read.value)).map(({ sentences }) => sentences);
  expect(told[0]).toEqual([
    '“s”开始，到“填报”。',
    '整个流程自动去重：同一个人连着审核的，只办一次。',
    '发起人办结之前都可以撤销。',
  ]);
  expect(told[2]).toEqual([
    '“审核”由督办单位（市司法局）的审核人、上一环节的办理人审核（每人一席，三分之二同意通过，一票否决），限 5 个工作日，“通过”后到“备案”。',
    '“审核”可以退回给“填报”、上一环节，重新报送后由退回的人当时决定。填报过的人不能审核。',
    '“审核”超时 1 个工作日催办，超时 3 个工作日上报办理人的领导，不会自动通过。',
    '“审核”办完后抄送给发起人。',
    '“审核”可以用的操作是同意、退回。',
  ]);
  expect(told[3]?.[1]).toBe('“备案”不能退回。填报过的人不能审核。');
});
