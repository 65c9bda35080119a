import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { readBpmn } from '../read-bpmn.js';

async function loopOf(loop: string, around = '', roots = ''): Promise<unknown> {
  const read = await readBpmn(bpmnProcess(`<bpmn:userTask id="t">${around}${loop}</bpmn:userTask>${roots}`));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [node] = read.value.root.nodes;
  return node !== undefined && 'loop' in node ? node.loop : node;
}

const multi = (inside: string, attributes = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;

test('a standard loop tests after each round unless drawn otherwise', async () => {
  expect(await loopOf('<bpmn:standardLoopCharacteristics/>')).toEqual({
    kind: 'standard',
    testBefore: false,
    maximum: null,
    condition: null,
  });
  const drawn =
    '<bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="3"><bpmn:loopCondition>x</bpmn:loopCondition></bpmn:standardLoopCharacteristics>';
  expect(await loopOf(drawn)).toMatchObject({ testBefore: true, maximum: 3, condition: { text: 'x' } });
});

test('several instances by number', async () => {
  expect(await loopOf(multi('<bpmn:loopCardinality>3</bpmn:loopCardinality>', 'isSequential="true"'))).toMatchObject({
    kind: 'multiInstance',
    sequential: true,
    cardinality: { text: '3' },
    collection: null,
    behavior: 'all',
    event: null,
  });
});

test('one instance for each item, in our own notation', async () => {
  const attributes =
    'chengban:collection="form.units" chengban:item="unit" chengban:output="replies" chengban:result="reply"';
  expect(await loopOf(multi('', attributes))).toMatchObject({
    sequential: false,
    collection: 'form.units',
    item: 'unit',
    output: 'replies',
    result: 'reply',
  });
});

test('one instance for each item of a data object, in the standard’s notation', async () => {
  const io = `<bpmn:ioSpecification><bpmn:dataInput id="in" name="输入"/><bpmn:dataOutput id="out"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>
    <bpmn:dataInputAssociation><bpmn:sourceRef>units</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>
    <bpmn:dataOutputAssociation><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>replies</bpmn:targetRef></bpmn:dataOutputAssociation>`;
  const loop =
    multi(`<bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out</bpmn:loopDataOutputRef>
    <bpmn:inputDataItem id="item" name="unit"/><bpmn:outputDataItem id="reply"/>`);
  const data =
    '<bpmn:dataObject id="units" name="单位" isCollection="true"/><bpmn:dataObject id="replies" name="回复"/>';
  expect(await loopOf(loop, io, data)).toMatchObject({
    collection: '单位',
    item: 'unit',
    output: '回复',
    result: 'reply',
  });
});

test('each behaviour names the events that it throws', async () => {
  const shared = '<bpmn:signalEventDefinition id="def" />';
  const withRoots = async (loop: string): Promise<unknown> => {
    const read = await readBpmn(bpmnProcess(`<bpmn:task id="t">${loop}</bpmn:task>`, shared));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value.root.nodes[0];
  };
  const signal = { kind: 'signal', name: null };
  expect(await withRoots(multi('', 'behavior="None" noneBehaviorEventRef="def"'))).toMatchObject({
    loop: { behavior: 'none', event: signal },
  });
  expect(await withRoots(multi('', 'behavior="One" oneBehaviorEventRef="def"'))).toMatchObject({
    loop: { behavior: 'one', event: signal },
  });
  const complex = `<bpmn:complexBehaviorDefinition id="c"><bpmn:condition>numberOfCompletedInstances &gt; 1</bpmn:condition>
    <bpmn:event id="e"><bpmn:escalationEventDefinition/></bpmn:event></bpmn:complexBehaviorDefinition>`;
  expect(await withRoots(multi(complex, 'behavior="Complex"'))).toMatchObject({
    loop: {
      behavior: 'complex',
      event: null,
      rules: [{ condition: { text: 'numberOfCompletedInstances > 1' }, event: { kind: 'escalation', code: null } }],
    },
  });
});
