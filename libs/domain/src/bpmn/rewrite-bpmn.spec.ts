import { readFileSync } from 'node:fs';
import { restoreLost, rewriteBpmn } from './rewrite-bpmn.js';
import { sameXml } from './xml/same-xml.js';

const file = (inside: string, extra = ''): string =>
  `<?xml version="1.0"?>\n<!-- drawn elsewhere --><semantic:definitions xmlns:semantic="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:v="urn:vendor" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="t"><semantic:process id="p" isExecutable="1" v:owner="司法局">${inside}</semantic:process>${extra}</semantic:definitions>`;

const rewritten = async (xml: string): Promise<string> => {
  const result = await rewriteBpmn(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('a file that is read and written again has lost nothing', () => {
  test.each<[string, string]>([
    [
      'a foreign element with a default namespace of its own and mixed content',
      '<semantic:extensionElements><x xmlns="urn:x" a="1">before <y>t &amp; u</y> after</x></semantic:extensionElements>',
    ],
    [
      'a foreign element outside of the extension elements',
      '<semantic:task id="a"><v:colour>red</v:colour></semantic:task>',
    ],
    ['an element that the standard does not have', '<semantic:superTask id="a"><semantic:deep/></semantic:superTask>'],
    ['attributes that have the standard’s default', '<semantic:task id="a" completionQuantity="1" startQuantity="1"/>'],
    ['booleans spelled as numbers', '<semantic:subProcess id="a" triggeredByEvent="0"/>'],
    ['comments and instructions', '<!-- one --><semantic:task id="a"><!-- two --></semantic:task><?print now?>'],
    [
      'CDATA',
      '<semantic:scriptTask id="a"><semantic:script><![CDATA[a < b && "c"]]></semantic:script></semantic:scriptTask>',
    ],
    [
      'the blanks of a text',
      '<semantic:scriptTask id="a"><semantic:script>\n  if a\n    then b\n</semantic:script></semantic:scriptTask>',
    ],
    [
      'line breaks in names, both ways of writing them',
      '<semantic:task id="a" name="x&#10;y"/><semantic:task id="b" name="x\ny"/>',
    ],
    [
      'types under another prefix',
      '<semantic:task id="a"/><semantic:sequenceFlow id="f" sourceRef="a" targetRef="a"><semantic:conditionExpression xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:type="semantic:tFormalExpression">x</semantic:conditionExpression></semantic:sequenceFlow>',
    ],
    [
      'references to other files',
      '<semantic:task id="a"><semantic:incoming>other:flow</semantic:incoming></semantic:task>',
    ],
    [
      'one data input twice',
      '<semantic:task id="a"><semantic:ioSpecification id="io"><semantic:dataInput id="i"/><semantic:inputSet><semantic:dataInputRefs>i</semantic:dataInputRefs><semantic:dataInputRefs>i</semantic:dataInputRefs></semantic:inputSet><semantic:outputSet/></semantic:ioSpecification></semantic:task>',
    ],
    [
      'the order of children that the standard orders otherwise',
      '<semantic:task id="a"/><semantic:laneSet id="l"/><semantic:documentation>late</semantic:documentation><semantic:task id="b"/>',
    ],
  ])('%s', async (_what, inside) => {
    const xml = file(inside);
    expect(sameXml(xml, await rewritten(xml))).toBeNull();
  });

  test('a diagram with foreign attributes and a second spelling of its numbers', async () => {
    const xml = file(
      '<semantic:task id="a"/>',
      '<di:BPMNDiagram id="dia" v:zoom="2"><di:BPMNPlane id="pl" bpmnElement="p"><di:BPMNShape id="s" bpmnElement="a" v:fill="#fff"><dc:Bounds x="1.00" y="2" width="100.50" height="80.0"/><v:shadow/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>',
    );
    expect(sameXml(xml, await rewritten(xml))).toBeNull();
  });

  test('comments in front of the root', async () => {
    expect(await rewritten(file(''))).toContain('<!-- drawn elsewhere -->');
  });

  test('a file of ours, and writing it twice changes nothing more', async () => {
    const xml = readFileSync(new URL('../../../../workflows/stage-result/workflow.bpmn', import.meta.url), 'utf8');
    const once = await rewritten(xml);
    expect(sameXml(xml, once)).toBeNull();
    expect(await rewritten(once)).toBe(once);
  });
});

test('what is no BPMN is refused, not written', async () => {
  const result = await rewriteBpmn('<html/>');
  expect(result.ok ? [] : result.error.map(({ code }) => code)).toEqual(['not-bpmn']);
});

describe('an edited file', () => {
  const opened = file(
    '<!-- first --><semantic:task id="a" name="old" startQuantity="1" v:cost="5"><semantic:extensionElements/><v:note>n</v:note></semantic:task><semantic:task id="b" v:cost="6"/><semantic:subProcess id="s"/>',
  );
  // what an editor makes of it that knows only the standard
  const saved = (inside: string): string => file(inside).replace('<!-- drawn elsewhere -->', '');
  const unedited = saved(
    '<semantic:task id="a" name="old" v:cost="5"/><semantic:task id="b" v:cost="6"/><semantic:subProcess id="s"/>',
  );
  const restored = (inside: string): string => restoreLost(opened, unedited, saved(inside)) ?? '';

  test('keeps the edits, and what the editor dropped comes back', () => {
    const now = restored(
      '<semantic:task id="a" name="new" v:cost="5"/><semantic:task id="c"/><semantic:task id="b" v:cost="6"/><semantic:subProcess id="s"/>',
    );
    const expected =
      '<!-- first --><semantic:task id="a" name="new" startQuantity="1" v:cost="5"><semantic:extensionElements/><v:note>n</v:note></semantic:task><semantic:task id="c"/><semantic:task id="b" v:cost="6"/><semantic:subProcess id="s"/>';
    expect(sameXml(file(expected), now)).toBeNull();
  });

  test('does not get back what a person removed', () => {
    const now = restored('<semantic:task id="a" name="old"/><semantic:subProcess id="s"/>');
    expect(now).not.toContain('id="b"');
    expect(now).not.toContain('v:cost');
  });

  test('keeps what the editor does not know of an element that was moved into a sub-process', () => {
    const now = restored(
      '<semantic:task id="b" v:cost="6"/><semantic:subProcess id="s"><semantic:task id="a" name="old" v:cost="5"/></semantic:subProcess>',
    );
    expect(now.match(/<v:note>n<\/v:note>/g)).toHaveLength(1);
    expect(now.indexOf('<v:note>')).toBeGreaterThan(now.indexOf('id="s"'));
  });
});
