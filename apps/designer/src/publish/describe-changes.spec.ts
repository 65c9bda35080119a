import { readFile } from 'node:fs/promises';
import { readBpmn, type FlowModel } from '@chengban/domain';
import { flatten } from './flat-flow.js';
import { nodeFacts } from './node-facts.js';
import { describeChanges } from './describe-changes.js';
import type { Names } from './node-words.js';

const names: Names = {
  unit: (id) => (id === 'zhengfuban' ? '市政府办公室' : id),
  person: (id) => id,
  role: (key) => ({ handler: '经办人', supervisionReviewer: '督办审核', supervisionLeader: '督办领导' })[key] ?? key,
  outcome: (key) => ({ accepted: '通过', rejected: '不予通过' })[key] ?? key,
  kind: (key, beside) =>
    ({ 'bpmn:EndEvent': '结束', 'bpmn:BoundaryEvent/timer': beside ? '到期提醒' : '超时' })[key] ?? key,
  handler: (name) => ({ notify: '发送站内消息' })[name] ?? name,
  field: (name) => (name === 'completion' ? '完成情况' : name),
};

const shipped = await readFile('workflows/stage-result/workflow.bpmn', 'utf8');

async function model(xml: string): Promise<FlowModel> {
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
/** @returns what is said about `edit` applied to the shipped flow */
async function told(edit: (xml: string) => string): Promise<string[]> {
  const edited = edit(shipped);
  expect(edited).not.toBe(shipped);
  return describeChanges(await model(shipped), await model(edited), names).map((change) => change.text);
}

const withTask = (attributes: string): string =>
  shipped.replace(
    '<bpmn:sequenceFlow id="to-draft"',
    `<bpmn:serviceTask id="tell" name="通知单位" ${attributes}><bpmn:extensionElements>
       <chengban:input from="&#34;已受理&#34;" to="title" /></bpmn:extensionElements>
       <bpmn:multiInstanceLoopCharacteristics isSequential="true" chengban:collection="units" chengban:item="unit" />
     </bpmn:serviceTask><bpmn:sequenceFlow id="to-draft"`,
  );
const withDecision = (rule: string): string =>
  shipped.replace(
    /<bpmn:process /,
    `<bpmn:extensionElements><chengban:decision key="level">${rule}</chengban:decision></bpmn:extensionElements>$&`,
  );

test('says nothing about a drawing that was only moved', async () => {
  expect(await told((xml) => xml.replaceAll('<dc:Bounds x="270"', '<dc:Bounds x="280"'))).toEqual([]);
});

test('tells an inserted step once, with its handler, its time and its place, and no line of it', async () => {
  const texts = await told((xml) =>
    xml
      .replace(
        'id="to-decision" sourceRef="review" targetRef="decision"',
        'id="to-decision" sourceRef="review" targetRef="leader"',
      )
      .replace(
        '<bpmn:sequenceFlow id="to-draft"',
        `<bpmn:userTask id="leader" name="分管局领导审核" chengban:dueWorkdays="5"><bpmn:extensionElements><chengban:assignment kind="role" unit="supervisor" role="supervisionLeader" /></bpmn:extensionElements></bpmn:userTask>
         <bpmn:sequenceFlow id="from-leader" sourceRef="leader" targetRef="decision" /><bpmn:sequenceFlow id="to-draft"`,
      )
      .replace('<bpmn:incoming>to-decision</bpmn:incoming>', ''),
  );
  expect(texts).toEqual(['新增环节“分管局领导审核”，由主管单位督办领导办理，时限 5 个工作日，在“司法局审核”之后']);
});

test('tells of an inserted reminder where it stands, when it comes and what then', async () => {
  const texts = await told((xml) =>
    xml.replace(
      '<bpmn:sequenceFlow id="to-draft"',
      `<bpmn:boundaryEvent id="remind" name="催办" attachedToRef="review" cancelActivity="false">
         <bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
       </bpmn:boundaryEvent><bpmn:sequenceFlow id="to-draft"`,
    ),
  );
  expect(texts).toEqual(['新增到期提醒“催办”，在“司法局审核”上，时间：3 天，发生后这个环节照常办']);
});

test('a step that is now done by several was done once before', async () => {
  const texts = await told((xml) =>
    xml.replace(
      /(<bpmn:userTask id="review"[^]*?)(<\/bpmn:userTask>)/,
      '$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>$2',
    ),
  );
  expect(texts).toEqual(['环节“司法局审核”的办几次：办一次 → 同时办理（会签），共 2 份']);
});

test('tells a new handler, a new time and a new name as old and new', async () => {
  const texts = await told((xml) =>
    xml
      .replace('unit="supervisor" role="supervisionReviewer"', 'unit="zhengfuban" role="supervisionLeader"')
      .replace('id="review" name="司法局审核"', 'id="review" name="审核" chengban:dueWorkdays="7"'),
  );
  expect(texts).toEqual([
    '环节“司法局审核”改名为“审核”',
    '环节“审核”的办理人：主管单位督办审核 → 市政府办公室督办领导',
    '环节“审核”的办理时限：没有 → 7 个工作日',
  ]);
});

test('tells everything that is set about deciding as old and new', async () => {
  const texts = await told((xml) =>
    xml
      .replace(
        'id="review" name="司法局审核"',
        `id="review" name="司法局审核" chengban:seats="vote" chengban:passRatio="0.6666" chengban:veto="true"
         chengban:verbs="approve return" chengban:returnWhere="drafter previous" chengban:returnAfter="replay"
         chengban:dueWorkdays="5" chengban:remindWorkdays="1" chengban:escalateWorkdays="3"`,
      )
      .replace(
        /(<chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" \/>)/,
        '$1<chengban:assignment kind="chosen" unit="zhengfuban" max="2" /><chengban:copy kind="field" field="completion" />',
      ),
  );
  expect(texts).toEqual([
    '环节“司法局审核”的办理人：主管单位督办审核 → 主管单位督办审核、发起人在市政府办公室里自选的人（最多 2 人）',
    '环节“司法局审核”的多人方式：一人办理 → 每人一席，三分之二同意通过，一票否决',
    '环节“司法局审核”的办理时限：没有 → 5 个工作日',
    '环节“司法局审核”的超时催办：没有 → 超时 1 个工作日',
    '环节“司法局审核”的超时上报：没有 → 超时 3 个工作日',
    '环节“司法局审核”的可用的操作：全部 → 同意、退回',
    '环节“司法局审核”的可以退回到哪里：不限 → 最近的填报人、上一环节',
    '环节“司法局审核”的退回的改好后：不限 → 从头再走一遍',
    '环节“司法局审核”的抄送：没有 → 表单“完成情况”里填的人',
  ]);
});

test('tells what now holds for the whole flow', async () => {
  const texts = await told((xml) =>
    xml.replace('<bpmn:process ', '<bpmn:process chengban:dedupe="last" chengban:cancelUntil="never" '),
  );
  expect(texts).toEqual([
    '流程的自动去重：不去重 → 同一个人审核几次的，只办最后一次',
    '流程的发起人撤销：有人审核之前可以撤销 → 不能撤销',
  ]);
});

test('tells a changed condition with the titles of the form', async () => {
  const texts = await told((xml) => xml.replace('>verdict = "approve"<', '>form.completion = "已完成"<'));
  expect(texts).toEqual(['连线“审核意见” → “通过”的条件：上一环节意见是同意 → 完成情况等于“已完成”']);
});

test('tells a changed outcome and a changed name of the flow', async () => {
  const texts = await told((xml) =>
    xml
      .replace('chengban:outcome="accepted"', 'chengban:outcome="rejected"')
      .replace('name="阶段性成果报送"', 'name="成果"'),
  );
  expect(texts).toEqual(['流程名称：“阶段性成果报送”改为“成果”', '结束“通过”的结果：通过 → 不予通过']);
});

test('lists every node of a first version as new', async () => {
  const changes = describeChanges(null, await model(shipped), names);
  expect(changes.every((change) => change.kind === 'added')).toBe(true);
  expect(changes.map((change) => change.text)).toContain('新增环节“司法局审核”');
});

test('tells of automatic steps, timers and loops what people set in them', async () => {
  const facts = nodeFacts(
    flatten(await model(withTask('chengban:handler="notify"'))).nodes.get('tell')!,
    names,
    (id) => id,
  );
  expect(Object.fromEntries(facts)).toEqual({
    处理程序: '发送站内消息',
    办几次: '逐个办理，按名单“units”',
    带入: '"已受理" → title',
  });
});

test('tells that a decision table of the drawing changed', async () => {
  const old = await model(withDecision('1'));
  const texts = describeChanges(old, await model(withDecision('2')), names).map((change) => change.text);
  expect(texts).toEqual(['决策表“level”的规则有改动']);
});
