import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { MAX_BYTES, MAX_DEPTH } from './limits.js';
import { readBpmn } from './read-bpmn.js';
import { supportedElements } from './supported-elements.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';

const HEAD =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="t">';
const wrap = (inside: string): string => `${HEAD}<bpmn:process id="p">${inside}</bpmn:process></bpmn:definitions>`;
const shipped = readFileSync(new URL('../../../../workflows/stage-result/workflow.bpmn', import.meta.url), 'utf8');

const codesOf = async (xml: string): Promise<readonly string[]> => {
  const read = await readBpmn(xml);
  return read.ok ? [] : read.error.map((finding) => finding.code);
};

describe('what is no flow is refused with a reason', () => {
  const nested = '<bpmn:subProcess>'.repeat(MAX_DEPTH) + '</bpmn:subProcess>'.repeat(MAX_DEPTH);
  test.each<[string, string, string]>([
    ['an empty text', '', 'not-xml'],
    ['a plain text', '这是一份通知', 'not-xml'],
    ['a program', 'MZ\u0090\u0000\u0003', 'not-xml'],
    ['XML that breaks off', shipped.slice(0, 2_000), 'broken-xml'],
    ['XML with a wrong closing tag', shipped.replace('</bpmn:process>', '</bpmn:prozess>'), 'broken-xml'],
    ['another kind of XML', '<html><body/></html>', 'not-bpmn'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${shipped}`, 'xml-doctype'],
    ['an entity bomb', `<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>`, 'xml-doctype'],
    ['more than 2 MB', `${shipped}<!--${'x'.repeat(MAX_BYTES)}-->`, 'xml-too-large'],
    [
      'more than 2 MB of Chinese in fewer characters',
      `${shipped}<!--${'字'.repeat(MAX_BYTES / 3)}-->`,
      'xml-too-large',
    ],
    ['deep nesting', wrap(nested), 'xml-too-deep'],
    ['no process', `${HEAD}</bpmn:definitions>`, 'no-process'],
    ['two nodes with one id', wrap('<bpmn:startEvent id="a"/><bpmn:endEvent id="a"/>'), 'duplicate-id'],
    [
      'two flows with one id',
      wrap(
        '<bpmn:startEvent id="a"/><bpmn:endEvent id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>',
      ),
      'duplicate-id',
    ],
    [
      'a flow into nothing',
      wrap('<bpmn:startEvent id="a"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>'),
      'unresolved-reference',
    ],
    ['a flow without ends', wrap('<bpmn:sequenceFlow id="f"/>'), 'dangling-flow'],
    [
      'a flow into a sub-process',
      wrap(
        '<bpmn:startEvent id="a"/><bpmn:subProcess id="s"><bpmn:endEvent id="b"/></bpmn:subProcess><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>',
      ),
      'crossing-flow',
    ],
    [
      'a boundary event on nothing',
      wrap('<bpmn:boundaryEvent id="b"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>'),
      'detached-boundary',
    ],
    ['an unknown element', wrap('<bpmn:superTask id="a"/>'), 'unknown-content'],
    ['a node without an id', wrap('<bpmn:userTask name="审核"/>'), 'missing-id'],
    ['an id that every object has', wrap('<bpmn:userTask id="constructor"/>'), 'bad-id'],
    ['the id __proto__', wrap('<bpmn:userTask id="__proto__"/>'), 'bad-id'],
    ['a Chinese id', wrap('<bpmn:userTask id="审核"/>'), 'bad-id'],
    ['an id with a colon', wrap('<bpmn:userTask id="a:b"/>'), 'bad-id'],
    ['an id with a space', wrap('<bpmn:userTask id="a b"/>'), 'bad-id'],
  ])('%s', async (_what, xml, code) => {
    const read = await readBpmn(xml);
    expect(await codesOf(xml)).toContain(code);
    if (!read.ok)
      for (const finding of read.error) expect(`${finding.message}${finding.cure}`).toMatch(/[\u4e00-\u9fff].*。/);
  });

  test('a DOCTYPE inside a comment or a text is no DOCTYPE', async () => {
    expect((await readBpmn(shipped.replace('<bpmn:process', '<!-- <!DOCTYPE x> --><bpmn:process'))).ok).toBe(true);
  });
});

test('a reference that decides nothing, and a foreign encoding in the head, are no problem', async () => {
  const lonely = '<bpmn:startEvent id="a"><bpmn:outgoing>gone</bpmn:outgoing></bpmn:startEvent>';
  expect((await readBpmn(wrap(lonely))).ok).toBe(true);
  expect((await readBpmn(shipped.replace('UTF-8', 'GB2312'))).ok).toBe(true);
});

test('the shipped flow becomes a frozen model with our settings', async () => {
  const read = await readBpmn(shipped);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const model = read.value;
  expect(model).toMatchObject({ processId: 'stage-result', name: '阶段性成果报送', form: 'stage-result' });
  expect(Object.isFrozen(model.root.nodes[1])).toBe(true);
  expect(model.root.nodes.find((node) => node.id === 'submitted')).toMatchObject({
    kind: 'userTask',
    purpose: 'review',
    approveLabel: '受理',
    returnTo: 'returned',
    assignment: { kind: 'role', unit: 'supervisor', role: 'supervisionHandler' },
  });
  expect(model.root.flows.find((flow) => flow.id === 'to-accepted')?.condition?.text).toBe('verdict = "approve"');
});

test.each([
  ['kind="person" person="u1"', { kind: 'person', person: 'u1' }, null],
  ['kind="starter"', { kind: 'starter' }, null],
  ['kind="role" unit="responsible"', null, '没有写是什么岗位'],
  ['kind="role" role="handler"', null, '没有写是哪个单位'],
  ['kind="person"', null, '没有写是哪个人'],
  ['kind="everyone"', null, '不认识的办理人类型“everyone”'],
])('an assignment %s is read', async (attributes, assignment, problem) => {
  const read = await readBpmn(
    wrap(
      `<bpmn:userTask id="t"><bpmn:extensionElements><chengban:assignment ${attributes}/></bpmn:extensionElements></bpmn:userTask>`,
    ),
  );
  expect(read.ok && read.value.root.nodes[0]).toMatchObject({ assignment, assignmentProblem: problem });
});

test('what does not run is kept as unsupported under its key in the table, never dropped', async () => {
  const choreography = '<bpmn:choreography id="c" name="往来"/>';
  const read = await readBpmn(
    wrap(`<bpmn:userTask id="t"/><bpmn:endEvent id="e"><bpmn:timerEventDefinition/></bpmn:endEvent>
      <bpmn:boundaryEvent id="b" attachedToRef="t"/><bpmn:transaction id="s" triggeredByEvent="true"/>
      <bpmn:endEvent id="m"><bpmn:signalEventDefinition/><bpmn:linkEventDefinition/></bpmn:endEvent>
      <bpmn:textAnnotation id="x"/>`).replace('</bpmn:process>', `</bpmn:process>${choreography}`),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.unsupported).toEqual([{ id: 'c', element: 'bpmn:Choreography', name: '往来' }]);
  expect(read.value.root.nodes.flatMap((node) => (node.kind === 'unsupported' ? [node.element] : []))).toEqual([
    'bpmn:EndEvent/timer',
    'bpmn:BoundaryEvent',
    'bpmn:Transaction/event',
    'bpmn:EndEvent/link',
  ]);
});

describe('the table of supported elements', () => {
  test('names each element once; a refused one says why and what to draw instead', () => {
    expect(new Set(supportedElements.map((each) => each.element)).size).toBe(supportedElements.length);
    for (const { status, reason, cure } of supportedElements.filter((each) => each.status === 'refused')) {
      expect([status, reason, cure]).toEqual([
        'refused',
        expect.stringMatching(/[\u4e00-\u9fff]/),
        expect.stringMatching(/[\u4e00-\u9fff].*。$/),
      ]);
    }
  });

  test('has a row for every flow element of the standard that moddle knows', async () => {
    const schema = JSON.parse(readFileSync('node_modules/bpmn-moddle/resources/bpmn/json/bpmn.json', 'utf8')) as {
      types: { name: string; superClass?: string[]; isAbstract?: boolean }[];
    };
    const above = new Map(schema.types.map((type) => [type.name, type.superClass ?? []]));
    const isKind = (name: string, kind: string): boolean =>
      name === kind || (above.get(name) ?? []).some((parent) => isKind(parent.replace(/^bpmn:/, ''), kind));
    const known = new Set(supportedElements.map((each) => each.element));
    const kinds = schema.types
      .filter((type) => type.isAbstract !== true && isKind(type.name, 'FlowElement'))
      .map((type) => type.name);
    const rootOnly = [
      'ImplicitThrowEvent',
      'FlowElement',
      'FlowNode',
      'Activity',
      'Event',
      'Gateway',
      'CatchEvent',
      'ThrowEvent',
      'ChoreographyActivity',
      'InteractionNode',
    ];
    expect(kinds.filter((name) => !rootOnly.includes(name) && !known.has(`bpmn:${name}`))).toEqual([]);
    expect(kinds.length).toBeGreaterThan(25);
  });
});

describe('whatever the text, the answer is a model or findings, never an exception', () => {
  test('random texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `<${text}>`),
          fc.string().map(wrap),
        ),
        async (text) => {
          const read = await readBpmn(text);
          expect(read.ok || read.error.length > 0).toBe(true);
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });

  test('the shipped flow with pieces cut out, doubled and overwritten', async () => {
    const piece = fc.record({
      at: fc.nat({ max: shipped.length }),
      length: fc.nat({ max: 60 }),
      by: fc.oneof(
        fc.constant(''),
        fc.string(),
        fc.constantFrom('<', '>', '"', '&', '&#0;', ']]>', '<!--', 'id="draft"', '<bpmn:task>'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), async (pieces) => {
        const text = pieces.reduce(
          (xml, { at, length, by }) => xml.slice(0, at) + by + xml.slice(at + length),
          shipped,
        );
        const read = await readBpmn(text);
        expect(read.ok || read.error.length > 0).toBe(true);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
