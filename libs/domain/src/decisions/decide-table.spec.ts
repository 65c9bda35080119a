import { decideTable } from './decide-table.js';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const file = (inside: string, namespace = NAMESPACE): string =>
  `<definitions xmlns="${namespace}" id="d" name="d" namespace="urn:x">${inside}</definitions>`;
const text = (tag: string, content: string, attributes = ''): string =>
  `<${tag}${attributes}><text><![CDATA[${content}]]></text></${tag}>`;

interface Spec {
  readonly policy?: string;
  readonly inputs: readonly string[];
  readonly outputs?: readonly string[];
  readonly rules: readonly (readonly string[])[];
  readonly id?: string;
  readonly before?: string;
}

/** A table as a person would draw it: a row for each rule, inputs before outputs. */
function table({
  policy = 'hitPolicy="UNIQUE"',
  inputs,
  outputs = ['<output id="o"/>'],
  rules,
  ...rest
}: Spec): string {
  const rows = rules.map((cells) => {
    const entry = (cell: string, at: number): string => text(at < inputs.length ? 'inputEntry' : 'outputEntry', cell);
    return `<rule>${cells.map(entry).join('')}</rule>`;
  });
  return `<decision id="${rest.id ?? 'key'}" name="${rest.id ?? 'key'}">${rest.before ?? ''}<decisionTable ${policy}>${inputs
    .map((input) => (input.startsWith('<') ? input : `<input>${text('inputExpression', input)}</input>`))
    .join('')}${outputs.join('')}${rows.join('')}</decisionTable></decision>`;
}

const decide = (inside: string, variables = {}, key = 'key'): unknown => {
  const result = decideTable({ key: file(inside) }, key, variables);
  return result.kind === 'value' ? result.value : { problem: result.message };
};

describe('a table with the hit policy', () => {
  const amounts = [
    ['< 10', '"小"'],
    ['[10..100]', '"中"'],
    ['> 100', '"大"'],
  ];

  test.each([
    [5, '小'],
    [10, '中'],
    [100, '中'],
    [101, '大'],
    [null, null],
  ])('unique gives for %p the one rule that holds: %p', (amount, size) => {
    expect(decide(table({ inputs: ['form.金额'], rules: amounts }), { form: { 金额: amount } })).toBe(size);
  });

  test('unique refuses two rules that hold', () => {
    const rules = [...amounts, ['5', '"五"']];
    expect(decide(table({ inputs: ['n'], rules }), { n: 5 })).toEqual({
      problem: '第 1、4 条规则同时成立，只能有一条成立',
    });
  });

  test('any takes several that agree, and refuses several that do not', () => {
    const rules = [
      ['> 1', '"是"'],
      ['> 2', '"是"'],
      ['> 3', '"否"'],
    ];
    const any = table({ policy: 'hitPolicy="ANY"', inputs: ['n'], rules });
    expect(decide(any, { n: 3 })).toBe('是');
    expect(decide(any, { n: 4 })).toEqual({ problem: '第 1、2、3 条规则同时成立，结果却不一样' });
  });

  test('first takes the first that holds', () => {
    const rules = [
      ['> 10', '"A"'],
      ['> 5', '"B"'],
      ['-', '"C"'],
    ];
    const first = table({ policy: 'hitPolicy="FIRST"', inputs: ['n'], rules });
    expect([11, 6, 1].map((n) => decide(first, { n }))).toEqual(['A', 'B', 'C']);
  });

  const graded = (policy: string): string =>
    table({
      policy: `hitPolicy="${policy}"`,
      inputs: ['n'],
      outputs: [`<output id="o">${text('outputValues', '"高","中","低"')}</output>`],
      rules: [
        ['> 0', '"低"'],
        ['> 10', '"高"'],
        ['> 5', '"中"'],
        ['> 90', '"无"'],
      ],
    });

  test('priority takes the output that is written first among the values', () => {
    expect([1, 6, 11].map((n) => decide(graded('PRIORITY'), { n }))).toEqual(['低', '中', '高']);
    expect(decide(graded('PRIORITY'), { n: 99 })).toEqual({ problem: '有规则的结果不在输出的取值顺序里，分不出先后' });
  });

  test('output order lists all by priority, rule order by rule', () => {
    expect(decide(graded('OUTPUT ORDER'), { n: 11 })).toEqual(['高', '中', '低']);
    expect(decide(graded('RULE ORDER'), { n: 11 })).toEqual(['低', '高', '中']);
  });

  const collected = (aggregation: string): string =>
    table({
      policy: `hitPolicy="COLLECT"${aggregation}`,
      inputs: ['n'],
      rules: [
        ['> 0', '3'],
        ['> 10', 'n * 2'],
        ['> 5', '4'],
      ],
    });

  test.each([
    ['', [3, 24, 4], null],
    [' aggregation="SUM"', 31, null],
    [' aggregation="MIN"', 3, null],
    [' aggregation="MAX"', 24, null],
    [' aggregation="COUNT"', 3, 0],
  ])('collect%s gives %j, and of nothing %j', (aggregation, of12, nothing) => {
    expect(decide(collected(aggregation), { n: 12 })).toEqual(of12);
    expect(decide(collected(aggregation), { n: 0 })).toEqual(nothing);
  });

  test('collect refuses to sum what is no number', () => {
    const words = table({ policy: 'hitPolicy="COLLECT" aggregation="SUM"', inputs: ['n'], rules: [['-', '"x"']] });
    expect(decide(words, { n: 1 })).toEqual({ problem: '要汇总的结果不都是数' });
  });
});

describe('a table', () => {
  test('reads several inputs, alternatives, negations, questions and dashes', () => {
    const rules = [
      ['"市级","省级"', '-', '1'],
      ['not("市级","省级")', '? > 3 and ? < 9', '2'],
      ['not("市级","省级")', '>= 9', '3'],
    ];
    const levels = table({ inputs: ['form.级别', 'form.数'], rules });
    const of = (级别: string, 数: number): unknown => decide(levels, { form: { 级别, 数 } });
    expect([of('省级', 99), of('县级', 5), of('县级', 9), of('县级', 1)]).toEqual([1, 2, 3, null]);
  });

  test('with several outputs gives a context, and its defaults where no rule holds', () => {
    const outputs = [
      `<output name="等级" label="x">${text('defaultOutputEntry', '"普通"')}</output>`,
      '<output name="天数"/>',
    ];
    const both = table({ inputs: ['n'], outputs, rules: [['> 10', '"紧急"', '3']] });
    expect(decide(both, { n: 11 })).toEqual({ 等级: '紧急', 天数: 3 });
    expect(decide(both, { n: 1 })).toEqual({ 等级: '普通', 天数: null });
  });

  test('compares dates, also those that a form holds as text', () => {
    const typed = `<input>${text('inputExpression', 'form.日期', ' typeRef="date"')}</input>`;
    for (const input of [typed, 'date(form.日期)']) {
      const rules = [['< date("2024-11-20")', 'date("2024-11-20") - duration("P1D")']];
      expect(decide(table({ inputs: [input], rules }), { form: { 日期: '2024-11-19' } })).toBe('2024-11-19');
      expect(decide(table({ inputs: [input], rules }), { form: { 日期: '2024-11-20' } })).toBeNull();
    }
  });

  test('refuses an input outside its allowed values', () => {
    const input = `<input label="级别">${text('inputExpression', 'x')}${text('inputValues', '"a","b"')}</input>`;
    const known = table({ inputs: [input], rules: [['-', '1']] });
    expect(decide(known, { x: 'a' })).toBe(1);
    expect(decide(known, { x: 'c' })).toEqual({ problem: '输入“级别”的值不在允许的取值里' });
  });

  test.each(['https://www.omg.org/spec/DMN/20230324/MODEL/', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'])(
    'is read in the namespace %s, with any prefix',
    (namespace) => {
      const plain = file(table({ inputs: ['n'], rules: [['1', '"一"']] }), namespace);
      const prefixed = plain.replace('xmlns=', 'xmlns:dmn=').replaceAll(/<(\/?)([a-zA-Z])/g, '<$1dmn:$2');
      for (const xml of [plain, prefixed]) {
        expect(decideTable({ key: xml }, 'key', { n: 1 })).toEqual({ kind: 'value', value: '一' });
      }
    },
  );

  test('of expressions that together take too long is refused', () => {
    const rules = Array.from({ length: 60 }, () => ['-', 'count(for i in 1..1000, j in 1..10 return i)']);
    const result = decide(table({ policy: 'hitPolicy="COLLECT"', inputs: ['n'], rules }), { n: 1 });
    expect(result).toMatchObject({ problem: expect.stringContaining('计算量太大') });
  });
});

describe('decisions that require others', () => {
  const requires = (id: string): string =>
    `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
  const literal = (id: string, expression: string, before = ''): string =>
    `<decision id="${id}" name="${id}"><variable name="结果${id}"/>${before}${text('literalExpression', expression)}</decision>`;

  test('see the results of those by the names of their variables', () => {
    const inside = [
      literal('a', 'n + 1'),
      table({
        id: 'b',
        before: requires('a'),
        inputs: ['结果a'],
        rules: [
          ['> 5', '"多"'],
          ['<= 5', '"少"'],
        ],
      }),
      literal('c', 'b + "了"', requires('b')),
    ].join('');
    expect([4, 5].map((n) => decide(inside, { n }))).toEqual(['少了', '多了']);
    expect(decide(inside, { n: 4 }, 'key')).toBe('少了');
    expect(decideTable({ key: file(inside) }, 'a', { n: 1 })).toEqual({ kind: 'value', value: 2 });
  });

  test.each([
    [literal('a', '1', requires('b')) + literal('b', '1', requires('a')), '互相依赖'],
    [literal('a', '1', requires('a')), '互相依赖'],
    [literal('a', '1', requires('z')), '“z”不在文件里'],
    [literal('a', '1') + literal('b', '2'), '看不出用哪一个'],
    [literal('a', '('), '表达式没有写完'],
    ['<decision id="a"/>', '没有决策表，也没有表达式'],
    ['', '文件里没有决策'],
  ])('are refused where that cannot be: %s', (inside, problem) => {
    expect(decide(inside)).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});

describe('no decision is made', () => {
  test.each([
    ['of a key that is not there', {}, 'x', '“x”没有定义'],
    ['of a key that every object has', {}, 'constructor', '没有定义'],
    ['of text that is no XML', { x: '<definitions' }, 'x', '决策表'],
    ['of another kind of file', { x: '<definitions xmlns="urn:bpmn"/>' }, 'x', '不是 DMN 文件'],
    ['of a file with entities', { x: `<!DOCTYPE a [<!ENTITY e "x">]>${file('')}` }, 'x', 'DOCTYPE'],
    ['of a file that is too large', { x: file(' '.repeat(200_001)) }, 'x', '超过 200 kB'],
    ['of a file that is too deep', { x: file('<a>'.repeat(100) + '</a>'.repeat(100)) }, 'x', '嵌套超过'],
  ])('%s', (_what, decisions: Record<string, string>, key, problem) => {
    expect(decideTable(decisions, key, {})).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining(problem),
    });
  });
});
