import { checkFlow } from '../checks/check-flow.js';
import { MAX_ATTRIBUTES, MAX_PARTS, MAX_PREFIXES, MAX_SCOPES } from './limits.js';
import { readBpmn } from './read-bpmn.js';

const HEAD =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="t">';
const wrap = (inside: string): string => `${HEAD}<bpmn:process id="p">${inside}</bpmn:process></bpmn:definitions>`;
const many = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('');
const nested = (count: number, name: string): string =>
  many(count, (i) => `<bpmn:${name} id="s${i}">`) + `</bpmn:${name}>`.repeat(count);
const extended = (inside: string): string => wrap(`<bpmn:extensionElements>${inside}</bpmn:extensionElements>`);

/** Machines differ and may be busy; the faults that are meant here cost many minutes. */
const MOST_MILLISECONDS = 25_000;

test.each<[string, string, string]>([
  ['a hundred thousand nodes', wrap('<bpmn:task/>'.repeat(100_000)), 'too-many-parts'],
  ['one node more than is read', wrap(many(MAX_PARTS + 1, (i) => `<bpmn:task id="t${i}"/>`)), 'too-many-parts'],
  ['a hundred thousand elements of others', extended('<v:a/>'.repeat(100_000)), 'xml-too-many-elements'],
  ['tags ten thousand deep', extended('<v:a>'.repeat(10_000) + '</v:a>'.repeat(10_000)), 'xml-too-deep'],
  ['one sub-process too deep', wrap(nested(MAX_SCOPES + 1, 'subProcess')), 'xml-too-deep'],
  ['transactions too deep', wrap(nested(MAX_SCOPES + 1, 'transaction')), 'xml-too-deep'],
  [
    'too many attributes',
    wrap(`<bpmn:task ${many(MAX_ATTRIBUTES + 1, (i) => `v:a${i}="" `)}/>`),
    'xml-too-many-attributes',
  ],
  [
    'too many prefixes',
    extended(many(MAX_PREFIXES + 1, (i) => `<v:a xmlns:p${i}="urn:${i}"/>`)),
    'xml-too-many-attributes',
  ],
  ['unknown elements without end', wrap('<bpmn:q/>'.repeat(70_000)), 'too-many-problems'],
  ['elements at wrong places without end', wrap('<v:q/>'.repeat(70_000)), 'too-many-problems'],
  ['attributes without values without end', wrap(`<bpmn:task ${'a '.repeat(500_000)}/>`), 'too-many-problems'],
  ['text between elements without end', wrap('x<bpmn:documentation/>'.repeat(50_000)), 'too-many-problems'],
  ['tags that are never closed', '<a '.repeat(600_000), 'broken-xml'],
  ['tags without names', '<'.repeat(2_000_000), 'broken-xml'],
  ['comments that are never closed', '<!--'.repeat(500_000), 'not-xml'],
  ['two attributes of one name', wrap('<bpmn:task id="a" id="b"/>'), 'broken-xml'],
  ['an attribute without quotes', wrap('<bpmn:task id=a/>'), 'broken-xml'],
  ['a prefix without a namespace', wrap('<bpmn:task id="a" w:b="1"/>'), 'broken-xml'],
  ['a second root', wrap('') + wrap(''), 'unknown-content'],
  ['text behind the root', `${wrap('')}x`, 'broken-xml'],
  ['a name of a million letters', wrap(`<bpmn:task id="a" name="${'x'.repeat(1_000_000)}"/>`), 'text-too-long'],
  [
    'a time of a million letters',
    wrap(
      `<bpmn:startEvent id="a"><bpmn:timerEventDefinition><bpmn:timeDuration>${'P'.repeat(1_000_000)}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>`,
    ),
    'text-too-long',
  ],
  [
    'a condition of a million brackets',
    wrap(
      `<bpmn:task id="a"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="a"><bpmn:conditionExpression>${'('.repeat(1_000_000)}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    ),
    'text-too-long',
  ],
  ['UTF-16 read as UTF-8', [...wrap('')].join('\u0000'), 'wrong-encoding'],
  ['GBK read as UTF-8', wrap('<bpmn:task id="a" name="\uFFFD\uFFFD"/>'), 'wrong-encoding'],
  ['a control character', wrap('<bpmn:task id="a" name="\u0001"/>'), 'wrong-encoding'],
  ['half a character', wrap('<bpmn:task id="a" name="\uD83D."/>'), 'wrong-encoding'],
  ['the other half', wrap('<bpmn:task id="a" name=".\uDE00"/>'), 'wrong-encoding'],
  ['a character that ends texts, by its number', wrap('<bpmn:task id="a" name="&#0;"/>'), 'wrong-encoding'],
  ['half a character by its number', wrap('<bpmn:task id="a" name="&#xD83D;"/>'), 'wrong-encoding'],
  ['a number that no character has', wrap('<bpmn:task id="a" name="&#x110000;"/>'), 'wrong-encoding'],
  [
    'a reference to the constructor of all objects',
    wrap('<bpmn:task id="a"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="constructor"/>'),
    'unresolved-reference',
  ],
  [
    'a boundary event on itself',
    wrap('<bpmn:boundaryEvent id="b" attachedToRef="b"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>'),
    'detached-boundary',
  ],
  ['an id that ends in a line break', wrap('<bpmn:task id="a&#10;"/>'), 'bad-id'],
  ['a milliard tokens', wrap('<bpmn:task id="a" completionQuantity="1000000000"/>'), 'bad-quantity'],
  ['no token at all', wrap('<bpmn:task id="a" startQuantity="0"/>'), 'bad-quantity'],
  ['an empty id', wrap('<bpmn:task id=""/>'), 'missing-id'],
])('%s is refused in bounded time', async (_what, xml, code) => {
  const begun = performance.now();
  const read = await readBpmn(xml);
  expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
  const findings = read.ok ? [] : read.error;
  expect(findings.map((finding) => finding.code)).toContain(code);
  expect(findings.length).toBeLessThan(200);
  for (const { message, cure } of findings) {
    expect(`${message}${cure}`).toMatch(/[\u4e00-\u9fff].*。/);
    expect(message.length).toBeLessThan(300);
  }
});

test.each<[string, string]>([
  ['a byte order mark', `\uFEFF${wrap('<bpmn:task id="a"/>')}`],
  ['ids with dots', wrap('<bpmn:task id="a.b"/><bpmn:task id="a"/>')],
  ['as many parts as are read', wrap(many(MAX_PARTS, (i) => `<bpmn:task id="t${i}"/>`))],
  ['as many sub-processes as are read', wrap(nested(MAX_SCOPES, 'subProcess'))],
  ['foreign elements named like what every object has', extended('<v:__proto__ constructor="1" v:toString="2"/>')],
  [
    'a message, a variable and a decision named like what every object has',
    wrap('<bpmn:dataObject id="o" name="__proto__" chengban:initial="1"/>'),
  ],
])('%s: that is read and checked', async (_what, xml) => {
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  const begun = performance.now();
  checkFlow(read.value);
  expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});
