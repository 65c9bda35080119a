import { parseExpression } from 'feelin';
import { calculate, conditionProblem } from '../feel.js';
import type { SyntaxNode } from '../syntax-tree.js';
import { costOf } from './cost-of.js';
import { MAX_SIZE, MAX_STEPS } from './limits.js';

const doubled = `{a0: "${'x'.repeat(50)}"${Array.from({ length: 40 }, (_, at) => `, a${at + 1}: a${at} + a${at}`).join('')}}.a40`;
const lists = `{a0: [1, 2]${Array.from({ length: 40 }, (_, at) => `, a${at + 1}: concatenate(a${at}, a${at})`).join('')}}.a40`;

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a loop of a thousand million rounds', 'for i in 1..1000000000 return i'],
  ['a loop downwards', 'for i in 1000000000..1 return i'],
  ['a loop over a range in brackets', 'for i in [1..1000000000] return i'],
  ['a loop over a range with a fraction, which has no end', 'for i in 1..2.5 return i'],
  ['a loop over an open range of one number, which has no end', 'for i in (1..1) return i'],
  ['a loop to what is calculated', 'for i in 1..10 ** 9 return i'],
  ['a loop to a variable', 'for i in 1..n return i'],
  ['a loop over a range kept elsewhere', '{r: [1..1000000000], x: for i in r return i}.x'],
  ['a loop over ranges in a list', 'for r in [[1..1000000000]], i in r return i'],
  ['a loop over a range that a function handed on', 'for r in concatenate([1..1000000000], []), i in r return i'],
  ['loops inside one another', 'for i in 1..1000 return for j in 1..1000 return i * j'],
  ['a product of lists', 'for i in 1..1000, j in 1..1000, k in 1..1000 return i'],
  ['some over many', 'some i in 1..1000000000 satisfies i < 0'],
  ['every over many', 'every i in 1..10000, j in 1..10000 satisfies i > 0'],
  ['filters of a list over itself', 'form.list[count(form.list[count(form.list[item > 1]) > 1]) > 1]'],
  ['a function that calls itself', '{f: function(n) f(n) + f(n), r: f(1)}.r'],
  ['a function that is given itself', '(function(f) f(f))(function(f) f(f))'],
  ['a function under another name', 'for f in [sort] return f([1], f)'],
  ['a function from a list', '[count][1]([1, 2])'],
  ['an external function', 'sort([1], function(a, b) external {java: {class: "x"}})'],
  ['text that doubles', doubled],
  ['lists that double', lists],
  ['results so far that double', 'for i in 1..60 return concatenate(partial, partial)'],
  ['results so far that grow as text', 'for i in 1..60 return string(partial)'],
  ['a join with a long separator', `string join(for i in 1..20000 return "x", "${'x'.repeat(1000)}")`],
  ['a replacement at every place', `replace(form.text, "", "${'x'.repeat(1000)}")`],
  ['a replacement by the rest of the text', `replace(form.text, ".", "$'$'$'$'")`],
  ['a pattern that repeats what repeats', 'matches(form.text, "^(a+)+$")'],
  ['a pattern that repeats one of several', 'matches(form.text, "^(a|a)*$")'],
  ['a pattern that repeats what may be absent', 'matches(form.text, "^(a?b?)*$")'],
  ['a pattern with many options', `matches(form.text, "^${'a?'.repeat(40)}${'a'.repeat(40)}$")`],
  ['a pattern with many loops', `matches(form.text, "^${'a*'.repeat(12)}b$")`],
  ['a pattern that refers back', 'matches(form.text, "(a*)\\\\1b")'],
  ['a pattern that looks ahead', 'replace(form.text, "(?=(a+))", "x")'],
  ['a pattern that is calculated', 'matches(form.text, "(a+" + ")+$")'],
  ['a pattern from a variable', 'matches(form.text, form.pattern)'],
  ['a separator that backtracks', 'split(form.text, "(a+)+b")'],
  ['a pattern by the name of the parameter', 'matches(pattern: "(a+)+b", input: form.text)'],
  ['many brackets', `${'('.repeat(500)}1${')'.repeat(500)}`],
  ['many contexts', `${'{a:'.repeat(500)}1${'}'.repeat(500)}`],
  ['a long chain', `1${'+1'.repeat(1_500)}`],
  ['a text that is too long', `"${'x'.repeat(5_000)}"`],
];

const variables = {
  n: 1_000_000_000,
  form: { list: Array.from({ length: 300 }, (_, at) => at), text: 'a'.repeat(2_000), pattern: '(a+)+$' },
};

/** The tree with a count of the nodes that were looked at. */
function counted(text: string): { readonly tree: SyntaxNode; readonly looks: () => number } {
  let looks = 0;
  const wrap = (node: SyntaxNode): SyntaxNode => ({
    name: node.name,
    from: node.from,
    to: node.to,
    get firstChild() {
      looks++;
      return node.firstChild === null ? null : wrap(node.firstChild);
    },
    get nextSibling() {
      looks++;
      return node.nextSibling === null ? null : wrap(node.nextSibling);
    },
  });
  return { tree: wrap(parseExpression(text, variables, undefined).topNode), looks: () => looks };
}

describe('an expression that would not end, or only in a memory without end,', () => {
  test.each(HOSTILE)('is refused in Chinese before it is tried: %s', (_what, text) => {
    const result = calculate(text, variables);
    expect(result).toMatchObject({ kind: 'problem', message: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(result).not.toMatchObject({ message: '表达式无法计算' });
  });

  test.each(HOSTILE)('costs no more looks at its tree than its length allows: %s', (_what, text) => {
    const { tree, looks } = counted(text);
    costOf(tree, text, variables);
    expect(looks()).toBeLessThan(40 * text.length);
  });

  test('is told when it is drawn, where it needs no variables to be seen', () => {
    expect(conditionProblem('count(for i in 1..1000000000 return i) > 1')).toContain('循环');
    expect(conditionProblem('unheard of(1)')).toContain('没有，或者不能使用');
  });
});

describe('an everyday expression', () => {
  test.each([
    ['for i in 1..12 return i * 2', [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]],
    ['for i in 1..5 return if i = 1 then 1 else i * partial[-1]', [1, 2, 6, 24, 120]],
    ['for i in 3..1, j in [1..2] return i + j', [4, 5, 3, 4, 2, 3]],
    ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['list replace([1, 5, 2], function(old, new) old < new, 3)', [3, 5, 3]],
    ['count(form.list[item > 290])', 9],
    ['some x in form.list satisfies x = 299', true],
    ['matches("2024-11-20", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")', true],
    ['matches("同意", "^(同意|通过)$")', true],
    ['replace("a-b-c", "-", "/")', 'a/b/c'],
    ['split("a,b", ",")', ['a', 'b']],
    ['string join(["甲", "乙"], "、")', '甲、乙'],
    ['5 in [1..1000000000]', true],
    ['[{count: 3}, {count: 5}][count > 4].count', [5]],
    ['{a: 2, b: a * 3}', { a: 2, b: 6 }],
  ])('is calculated: %s', (text, value) => {
    expect(calculate(text, variables)).toEqual({ kind: 'value', value });
  });
});

test('what is let through keeps to the limits', () => {
  for (const [, text] of HOSTILE) {
    const cost = costOf(parseExpression(text, {}, undefined).topNode as SyntaxNode, text, {});
    if (cost.kind === 'bounded') {
      expect(cost.steps).toBeLessThanOrEqual(MAX_STEPS);
      expect(cost.size).toBeLessThanOrEqual(MAX_SIZE);
    }
  }
});
