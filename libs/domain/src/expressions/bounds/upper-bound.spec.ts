import { evaluate, parseExpression } from 'feelin';
import fc from 'fast-check';
import { boundOf } from './bound.js';
import { costOf } from './cost-of.js';

const variables = {
  text: '承办单位',
  list: [1, 2, 3],
  rows: [
    { a: 'xx', b: [1, 2] },
    { a: 'yyy', b: [3] },
  ],
};

/** Expressions of every shape that makes a value longer. */
const expression = fc.letrec<{ any: string; text: string; list: string }>((tie) => {
  const text = tie('text');
  const list = tie('list');
  const any = tie('any');
  return {
    any: fc.oneof({ maxDepth: 4 }, fc.constantFrom('1', 'text', 'list', 'rows'), text, list),
    text: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('"甲"', 'text', 'rows[1].a'),
      fc.tuple(text, text).map(([a, b]) => `(${a} + ${b})`),
      any.map((a) => `string(${a})`),
      fc.tuple(list, text).map(([a, b]) => `string join(for e in ${a} return string(e), ${b})`),
      fc.tuple(text, text).map(([a, b]) => `replace(${a}, "[a-z]*", ${b})`),
      text.map((a) => `upper case(${a})`),
    ),
    list: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('list', 'rows.b', 'rows', '[1, 2]'),
      fc.tuple(any, any).map(([a, b]) => `[${a}, ${b}]`),
      fc.tuple(list, list).map(([a, b]) => `concatenate(${a}, ${b})`),
      fc.tuple(list, any).map(([a, b]) => `(for x in ${a}, y in 1..3 return [x, ${b}])`),
      fc.tuple(list, any).map(([a, b]) => `append(${a}, ${b})`),
      list.map((a) => `flatten(${a})`),
      list.map((a) => `${a}[item != 1]`),
      text.map((a) => `split(${a}, "a|b")`),
      fc.tuple(any, any).map(([a, b]) => `get entries({k: ${a}, l: [k, k, ${b}]})`),
    ),
  };
});

test('no value is larger than what was weighed beforehand', () => {
  let judged = 0;
  fc.assert(
    fc.property(expression.any, (text) => {
      const cost = costOf(parseExpression(text, variables, undefined).topNode, text, variables);
      if (cost.kind === 'refused') return;
      judged++;
      expect(boundOf(evaluate(text, variables).value).size).toBeLessThanOrEqual(cost.size);
    }),
    { numRuns: 400 },
  );
  expect(judged).toBeGreaterThan(200);
});
