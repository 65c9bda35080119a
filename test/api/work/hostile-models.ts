// Drawings that want the server's time, memory or files, or that break what takes a text for harmless.

const HEAD =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="t">';

export const drawing = (key: string, inside: string): string =>
  `${HEAD}<bpmn:process id="${key}" name="${key}" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`;

const wrap = (inside: string): string => drawing('flow', inside);
const many = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('');

export const flow = (from: string, to: string, condition?: string): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;

export const START = '<bpmn:startEvent id="start" name="开始"/>';
export const END = '<bpmn:endEvent id="end" name="结束"/>';

const assigned = (unit: string, role: string): string =>
  `<bpmn:extensionElements><chengban:assignment kind="role" unit="${unit}" role="${role}"/></bpmn:extensionElements>`;

export const DRAFT = `<bpmn:userTask id="draft" name="填报" chengban:purpose="draft">${assigned('responsible', 'handler')}</bpmn:userTask>`;

export const review = (id: string): string =>
  `<bpmn:userTask id="${id}" name="审核">${assigned('supervisor', 'supervisionHandler')}</bpmn:userTask>`;

/** A draft, then a choice by this condition who reviews it. */
export const choosing = (key: string, condition: string): string =>
  drawing(
    key,
    `${START}${DRAFT}<bpmn:exclusiveGateway id="which" name="选择" default="which-plain"/>${review('special')}${review('plain')}${END}` +
      `${flow('start', 'draft')}${flow('draft', 'which')}${flow('which', 'special', condition)}${flow('which', 'plain')}` +
      `${flow('special', 'end')}${flow('plain', 'end')}`,
  );

/** A draft and a review. */
export const plain = (key: string, id = 'review'): string =>
  drawing(key, `${START}${DRAFT}${review(id)}${END}${flow('start', 'draft')}${flow('draft', id)}${flow(id, 'end')}`);

/** Expressions that loop or allocate, all small as text. */
export const COSTLY: readonly (readonly [what: string, condition: string])[] = [
  ['counts for ever', 'count(for i in 1..999999999 return i) &gt; 0'],
  ['counts squared', 'count(for i in 1..100000, j in 1..100000 return i * j) &gt; 0'],
  ['looks at everything', 'some i in 1..999999999 satisfies i &lt; 0'],
  ['doubles a list', 'count(concatenate(1..9999999, 1..9999999, 1..9999999)) &gt; 0'],
  ['grows a text', 'string length(string join(for i in 1..9999999 return "很长很长")) &gt; 0'],
  ['is nested deeply', `${'('.repeat(3_000)}1${')'.repeat(3_000)} = 1`],
  ['is nested in lists', `count(${'['.repeat(3_000)}1${']'.repeat(3_000)}) = 1`],
  ['matches for ever', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")'],
  ['replaces for ever', 'replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a|aa)+$", "b") = "b"'],
  ['raises to a power', '9 ** 999999999 &gt; 0'],
  ['calls itself', '(function(x) x(x))(function(x) x(x)) = 1'],
];

const inclusiveMaze = many(
  300,
  (i) =>
    `<bpmn:inclusiveGateway id="g${i}" name="g"/>` +
    many(4, (k) => `<bpmn:sequenceFlow id="f${i}.${k}" sourceRef="g${i}" targetRef="g${(i * 7 + k * 13 + 1) % 300}"/>`),
);

const parallelMaze = inclusiveMaze.replaceAll('inclusiveGateway', 'parallelGateway');

const wide = (count: number): string =>
  `<bpmn:parallelGateway id="fork" name="分"/><bpmn:parallelGateway id="join" name="合"/>${flow('draft', 'fork')}` +
  many(count, (i) => review(`t${i}`) + flow('fork', `t${i}`) + flow(`t${i}`, 'join')) +
  flow('join', 'end');

const long = (count: number): string =>
  flow('draft', 't0') + many(count, (i) => review(`t${i}`) + flow(`t${i}`, i === count - 1 ? 'end' : `t${i + 1}`));

/** What → drawing. None of these may be published. */
export const HOSTILE: readonly (readonly [what: string, xml: string])[] = [
  [
    'entities that grow by tens',
    `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${many(9, (i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)}]>${wrap('&j;')}`,
  ],
  ['an entity that reads a file', `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('&x;')}`],
  ['an entity that asks the network', `<!DOCTYPE d SYSTEM "http://127.0.0.1:1/d.dtd">${wrap('')}`],
  ['a hundred thousand nodes', wrap(many(100_000, (i) => `<bpmn:task id="t${i}"/>`).slice(0, 2_050_000))],
  ['a hundred thousand nodes without ids', wrap('<bpmn:task/>'.repeat(100_000))],
  ['tags ten thousand deep', wrap('<v:a>'.repeat(10_000) + '</v:a>'.repeat(10_000))],
  [
    'sub-processes ten thousand deep',
    wrap(many(10_000, (i) => `<bpmn:subProcess id="s${i}">`) + '</bpmn:subProcess>'.repeat(10_000)),
  ],
  ['an attribute of a megabyte', wrap(`<bpmn:task id="a" name="${'很'.repeat(600_000)}"/>`)],
  ['an id of a megabyte', wrap(`<bpmn:task id="${'a'.repeat(1_000_000)}"/>`)],
  ['thousands of attributes', wrap(`<bpmn:task id="a" ${many(5_000, (i) => `v:a${i}="" `)}/>`)],
  ['a maze of inclusive gateways', wrap(`${START}${flow('start', 'g0')}${inclusiveMaze}`)],
  ['a maze of parallel gateways', wrap(`${START}${flow('start', 'g0')}${parallelMaze}`)],
  ['a condition of a hundred thousand brackets', choosing('flow', '('.repeat(100_000))],
  ['a flow to the constructor of everything', wrap(`${START}${flow('start', 'constructor')}`)],
  ['a character that ends texts', wrap('<bpmn:task id="a" name="a\u0000b"/>')],
  ['half a character', wrap('<bpmn:task id="a" name="\uD800"/>')],
  ['half a character by its number', wrap('<bpmn:task id="a" name="&#xD800;"/>')],
  ['a character that ends texts by its number', wrap('<bpmn:task id="a" name="a&#0;b"/>')],
  ['UTF-16', [...wrap('')].join('\u0000')],
  ['comments that are never closed', '<!--'.repeat(500_000)],
  ['tags that are never closed', '<a '.repeat(600_000)],
];

/** What → drawing that is odd or large, yet may be right. */
export const ODD: readonly (readonly [what: string, xml: string])[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then'].flatMap((id) => [
    [`a task named ${id}`, plain('flow', id)] as const,
    [`a process named ${id}`, plain(id)] as const,
  ]),
  [
    'a call of itself',
    drawing(
      'flow',
      `${START}${DRAFT}${review('check')}<bpmn:callActivity id="again" name="再来" calledElement="flow"/>${END}` +
        `${flow('start', 'draft')}${flow('draft', 'check')}${flow('check', 'again')}${flow('again', 'end')}`,
    ),
  ],
  [
    'a call of itself before anything else',
    drawing(
      'flow',
      `${START}${DRAFT}${review('check')}<bpmn:callActivity id="again" name="再来" calledElement="flow"/>${END}` +
        `${flow('start', 'again')}${flow('again', 'draft')}${flow('draft', 'check')}${flow('check', 'end')}`,
    ),
  ],
  ['a thousand reviews at once', wrap(`${START}${DRAFT}${END}${flow('start', 'draft')}${wide(1_000)}`)],
  ['two thousand reviews one by one', wrap(`${START}${DRAFT}${END}${flow('start', 'draft')}${long(2_000)}`)],
];
