import { expressionProblem } from '../expressions/feel.js';
import { testsProblem } from '../expressions/unary-tests.js';
import type { Decision, Table } from './decision.js';
import { readDecisions } from './read-decisions.js';

/** Everything that is wrong with a DMN file, in plain Chinese that says where and what to do; none for a right one. */
export function decisionProblems(xml: string): readonly string[] {
  const { decisions, problems } = readDecisions(xml);
  return [...problems, ...[...decisions.values()].flatMap((decision) => [...textProblems(decision)])];
}

function* textProblems({ name, logic }: Decision): Iterable<string> {
  const said = logic.kind === 'table' ? tableProblems(logic) : literalProblems(logic.text);
  for (const problem of said) yield `决策“${name}”${problem}`;
}

function* literalProblems(text: string): Iterable<string> {
  // that it is empty was said when it was read
  const problem = text === '' ? null : expressionProblem(text);
  if (problem !== null) yield `：${problem}，请改正`;
}

function* tableProblems(table: Table): Iterable<string> {
  const say = (where: string, problem: string | null): readonly string[] =>
    problem === null ? [] : [`${where}：${problem}，请改正`];
  for (const { label, expression, allowed } of table.inputs) {
    yield* say(`的输入“${label}”`, expressionProblem(expression));
    yield* say(`的输入“${label}”的取值`, testsProblem(allowed ?? ''));
  }
  for (const [at, { values, otherwise }] of table.outputs.entries()) {
    yield* say(`第 ${at + 1} 列输出的取值`, values === null ? null : expressionProblem(`[${values}]`));
    yield* say(`第 ${at + 1} 列输出的默认值`, otherwise === null ? null : expressionProblem(otherwise));
  }
  for (const [at, { tests, results }] of table.rules.entries()) {
    for (const [column, text] of tests.entries()) {
      yield* say(`第 ${at + 1} 条规则第 ${column + 1} 列输入`, testsProblem(text));
    }
    for (const [column, text] of results.entries()) {
      const empty = ['', '-'].includes(text.trim());
      yield* say(`第 ${at + 1} 条规则第 ${column + 1} 列输出`, empty ? null : expressionProblem(text));
    }
  }
}
