import { bpmnFile, bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import type { FlowModel } from '../model.js';
import { readBpmn } from '../read-bpmn.js';
import { nodesOf } from '../walk.js';

async function modelOf(xml: string): Promise<FlowModel> {
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

test('the first executable process is the one that runs, the others and the global tasks stand beside it', async () => {
  const model = await modelOf(
    bpmnFile(`<bpmn:process id="a"/><bpmn:process id="b" isExecutable="true"/><bpmn:process id="c" isExecutable="true"/>
      <bpmn:globalScriptTask id="g" name="计算"><bpmn:script>1</bpmn:script></bpmn:globalScriptTask>`),
  );
  expect(model.processId).toBe('b');
  expect(model.others.map(({ id, kind, executable }) => [id, kind, executable])).toEqual([
    ['a', 'process', false],
    ['c', 'process', true],
    ['g', 'globalTask', true],
  ]);
  expect(model.others[2]?.root.nodes).toMatchObject([{ kind: 'scriptTask', id: 'g.task', script: { text: '1' } }]);
});

test('without an executable process the first one runs', async () => {
  expect((await modelOf(bpmnFile('<bpmn:process id="a"/><bpmn:process id="b"/>'))).processId).toBe('a');
});

test('an id is used once in the whole file', async () => {
  const twice = bpmnFile(
    '<bpmn:process id="a"/><bpmn:globalTask id="g"/><bpmn:process id="b"><bpmn:task id="g.task"/></bpmn:process>',
  );
  const read = await readBpmn(twice);
  expect(!read.ok && read.error.map((finding) => finding.code)).toEqual(['duplicate-id']);
});

test('a flow between two processes is refused', async () => {
  const read = await readBpmn(
    bpmnFile(`<bpmn:process id="a"><bpmn:task id="x"/><bpmn:sequenceFlow id="f" sourceRef="x" targetRef="y"/></bpmn:process>
      <bpmn:process id="b"><bpmn:task id="y"/></bpmn:process>`),
  );
  expect(!read.ok && read.error.map((finding) => finding.code)).toEqual(['crossing-flow']);
});

test('lanes hold nodes, inner lanes too, and may say who works in them', async () => {
  const who =
    '<bpmn:extensionElements><chengban:assignment unit="supervisor" role="reviewer"/></bpmn:extensionElements>';
  const model = await modelOf(
    bpmnProcess(`<bpmn:laneSet><bpmn:lane id="l1" name="司法局">${who}<bpmn:flowNodeRef>t</bpmn:flowNodeRef>
        <bpmn:childLaneSet><bpmn:lane id="l2"><bpmn:extensionElements><chengban:assignment kind="x"/></bpmn:extensionElements><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>
      <bpmn:userTask id="t"/>`),
  );
  expect(model.root.lanes).toEqual([
    {
      id: 'l1',
      name: '司法局',
      nodeIds: ['t'],
      assignment: { kind: 'role', unit: 'supervisor', role: 'reviewer' },
      moreAssignments: [],
      assignmentProblem: null,
    },
    {
      id: 'l2',
      name: '',
      nodeIds: ['t'],
      assignment: null,
      moreAssignments: [],
      assignmentProblem: '不认识的办理人类型“x”',
    },
  ]);
});

test('a message flow gives both its ends one message, that of the receiver where the drawing names none', async () => {
  const model = await modelOf(
    bpmnFile(`<bpmn:collaboration id="c"><bpmn:participant id="p1" name="一池" processRef="a"/><bpmn:participant id="p2" processRef="b"/>
        <bpmn:messageFlow id="f1" sourceRef="send" targetRef="receive"/><bpmn:messageFlow id="f2" sourceRef="throw" targetRef="catch" messageRef="m"/>
      </bpmn:collaboration><bpmn:message id="m" name="回执"/>
      <bpmn:process id="a" isExecutable="true"><bpmn:sendTask id="send"/><bpmn:intermediateThrowEvent id="throw"><bpmn:messageEventDefinition/></bpmn:intermediateThrowEvent></bpmn:process>
      <bpmn:process id="b"><bpmn:receiveTask id="receive"/><bpmn:intermediateCatchEvent id="catch"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent></bpmn:process>`),
  );
  expect(model.messageFlows.map(({ source, target }) => [source, target])).toEqual([
    ['send', 'receive'],
    ['throw', 'catch'],
  ]);
  expect(model.name).toBe('一池');
  expect(nodesOf(model)).toMatchObject([
    { id: 'send', message: 'receive' },
    { id: 'throw', triggers: [{ kind: 'message', name: '回执' }] },
    { id: 'receive', message: 'receive' },
    { id: 'catch', triggers: [{ kind: 'message', name: '回执' }] },
  ]);
});
