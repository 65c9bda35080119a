import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import type { FlowModel } from '../model.js';
import { readBpmn } from '../read-bpmn.js';

async function modelOf(inside: string, roots = ''): Promise<FlowModel> {
  const read = await readBpmn(bpmnProcess(inside, roots));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

test('data objects, properties and data stores are variables of the scope that they are drawn in', async () => {
  const model = await modelOf(
    `<bpmn:property id="deadline" chengban:initial="3 + 4"/>
     <bpmn:dataObject id="d1" name="初稿" isCollection="true"/><bpmn:dataObject id="d2" itemSubjectRef="list"/>
     <bpmn:dataObjectReference id="r1" name="初稿 [已审]" dataObjectRef="d1"/>
     <bpmn:task id="t"><bpmn:property id="note"/></bpmn:task>
     <bpmn:subProcess id="s"><bpmn:dataObject id="inner"/><bpmn:dataStoreReference id="ref" dataStoreRef="store"/></bpmn:subProcess>`,
    '<bpmn:dataStore id="store" name="台账"/><bpmn:itemDefinition id="list" isCollection="true"/>',
  );
  expect(model.root.data.map(({ name, collection }) => [name, collection])).toEqual([
    ['初稿', true],
    ['d2', true],
    ['deadline', false],
    ['note', false],
    ['台账', false],
  ]);
  expect(model.root.data.find(({ id }) => id === 'deadline')?.initial).toBe('3 + 4');
  const inside = model.root.nodes.find((node) => node.kind === 'subProcess');
  expect(inside?.scope.data.map(({ name }) => name)).toEqual(['inner']);
});

describe('data associations move values between variables', () => {
  const io = `<bpmn:ioSpecification><bpmn:dataInput id="in" name="材料"/><bpmn:dataOutput id="out"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>`;
  const into = (inside: string): string =>
    `<bpmn:dataObject id="d" name="初稿"/><bpmn:dataObjectReference id="r" dataObjectRef="d"/>
     <bpmn:scriptTask id="t">${io}<bpmn:dataInputAssociation>${inside}</bpmn:dataInputAssociation></bpmn:scriptTask>`;
  const inputsOf = async (inside: string): Promise<unknown> => {
    const [node] = (await modelOf(into(inside))).root.nodes;
    return node !== undefined && 'inputs' in node && node.inputs;
  };
  const source = '<bpmn:sourceRef>r</bpmn:sourceRef>';
  const target = '<bpmn:targetRef>in</bpmn:targetRef>';

  test('as they are', async () => {
    expect(await inputsOf(source + target)).toEqual([{ from: '初稿', to: '材料' }]);
  });

  test('worked out by a transformation', async () => {
    const text = '<bpmn:transformation>count(初稿)</bpmn:transformation>';
    expect(await inputsOf(source + target + text)).toEqual([{ from: 'count(初稿)', to: '材料' }]);
  });

  test('in parts, by assignments', async () => {
    const part = '<bpmn:assignment><bpmn:from>初稿.标题</bpmn:from><bpmn:to>标题</bpmn:to></bpmn:assignment>';
    expect(await inputsOf(source + target + part)).toEqual([{ from: '初稿.标题', to: '标题' }]);
  });

  test('out of an activity', async () => {
    const model = await modelOf(
      `<bpmn:dataObject id="d" name="初稿"/><bpmn:scriptTask id="t">${io}<bpmn:dataOutputAssociation>
        <bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>d</bpmn:targetRef></bpmn:dataOutputAssociation></bpmn:scriptTask>`,
    );
    expect(model.root.nodes[0]).toMatchObject({ inputs: [], outputs: [{ from: 'out', to: '初稿' }] });
  });

  test('and in our own notation, of activities and of events', async () => {
    const own = (element: string, inside: string): string =>
      `<bpmn:${element} id="${element}"><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:${element}>`;
    const [input, output] = ['<chengban:input from="a" to="b"/>', '<chengban:output from="c" to="d"/>'];
    const model = await modelOf(
      own('callActivity', input + output) +
        own('startEvent', output) +
        own('endEvent', input) +
        own('task', '<chengban:input to="b"/>'),
    );
    const inputs = [{ from: 'a', to: 'b' }];
    const outputs = [{ from: 'c', to: 'd' }];
    expect(model.root.nodes).toMatchObject([{ inputs, outputs }, { outputs }, { inputs }, { inputs: [], outputs: [] }]);
  });
});

describe('the decisions of a file', () => {
  const decision = (attributes: string): string =>
    `<chengban:decision ${attributes}><![CDATA[<definitions/>]]></chengban:decision>`;
  const file = (inside: string): string =>
    bpmnProcess('').replace('<bpmn:process', `<bpmn:extensionElements>${inside}</bpmn:extensionElements><bpmn:process`);

  test('are kept by their key', async () => {
    const read = await readBpmn(file(decision('key="等级"')));
    expect(read.ok && read.value.decisions).toEqual({ 等级: '<definitions/>' });
  });

  test.each([decision(''), decision('key="a"') + decision('key="a"')])('need a key of their own: %s', async (text) => {
    const read = await readBpmn(file(text));
    expect(!read.ok && read.error.map((finding) => finding.code)).toEqual(['decision-key']);
  });
});
