import type { Aggregation, HitPolicy, InputClause, OutputClause, Table } from './decision.js';
import { attribute, childNamed, childrenNamed, textIn } from './element.js';
import type { Element } from './element.js';

const POLICIES: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'unique',
  ANY: 'any',
  FIRST: 'first',
  PRIORITY: 'priority',
  COLLECT: 'collect',
  'RULE ORDER': 'ruleOrder',
  'OUTPUT ORDER': 'outputOrder',
};
const AGGREGATIONS: Readonly<Record<string, Aggregation>> = { SUM: 'sum', MIN: 'min', MAX: 'max', COUNT: 'count' };

/** A decision table (DMN 1.5 §8.3); what is wrong with it goes to `report`, in plain Chinese. */
export function readTable(element: Element, report: (problem: string) => void): Table {
  const policy = attribute(element, 'hitPolicy') ?? 'UNIQUE';
  const hitPolicy = Object.hasOwn(POLICIES, policy) ? POLICIES[policy] : undefined;
  if (hitPolicy === undefined) report(`命中策略“${policy.slice(0, 40)}”不认识，请改成 UNIQUE、FIRST 或 COLLECT 等`);
  const inputs = childrenNamed(element, 'input').map((input, at) => readInput(input, at, report));
  const outputs = childrenNamed(element, 'output');
  if (outputs.length === 0) report('没有输出列，请加上一列');
  const table: Table = {
    kind: 'table',
    hitPolicy: hitPolicy ?? 'unique',
    aggregation: hitPolicy === 'collect' ? readAggregation(element, outputs.length, report) : null,
    inputs,
    outputs: outputs.map((output, at) => readOutput(output, at, outputs.length, report)),
    rules: childrenNamed(element, 'rule').map((rule, at) => {
      const tests = childrenNamed(rule, 'inputEntry').map(entryText);
      const results = childrenNamed(rule, 'outputEntry').map(entryText);
      if (tests.length !== inputs.length || results.length !== outputs.length) {
        report(`第 ${at + 1} 条规则的格数和列数不一样，请补齐`);
      }
      return { tests, results };
    }),
  };
  if (['priority', 'outputOrder'].includes(table.hitPolicy) && table.outputs.every(({ values }) => values === null)) {
    report('按优先级取结果，却没有写输出的取值顺序，请在输出列里按从高到低写上取值');
  }
  const names = table.outputs.map(({ name }) => name);
  if (new Set(names).size < names.length) report('有两列输出同名，请给它们起不同的名字');
  return table;
}

const entryText = (entry: Element): string => childNamed(entry, 'text')?.text ?? '';

function readAggregation(element: Element, outputs: number, report: (problem: string) => void): Aggregation | null {
  const written = attribute(element, 'aggregation');
  if (written === null) return null;
  const aggregation = Object.hasOwn(AGGREGATIONS, written) ? AGGREGATIONS[written] : undefined;
  if (aggregation === undefined) report(`汇总方式“${written.slice(0, 40)}”不认识，请改成 SUM、MIN、MAX 或 COUNT`);
  if (outputs > 1) report('有汇总方式的表只能有一列输出，请删去多余的列');
  return aggregation ?? null;
}

function readInput(element: Element, at: number, report: (problem: string) => void): InputClause {
  const expression = childNamed(element, 'inputExpression');
  const text = expression === null ? null : childNamed(expression, 'text')?.text || null;
  const label = attribute(element, 'label') ?? text ?? `${at + 1}`;
  if (text === null) report(`第 ${at + 1} 列输入没有写表达式，请写上要判断的内容，例如 form.金额`);
  return {
    label,
    expression: text ?? 'null',
    type: expression === null ? null : attribute(expression, 'typeRef'),
    allowed: textIn(element, 'inputValues'),
  };
}

function readOutput(element: Element, at: number, of: number, report: (problem: string) => void): OutputClause {
  const name = attribute(element, 'name');
  if (name === null && of > 1) report(`第 ${at + 1} 列输出没有名字，请写上`);
  return {
    name: of > 1 ? (name ?? `${at + 1}`) : null,
    values: textIn(element, 'outputValues'),
    otherwise: textIn(element, 'defaultOutputEntry'),
  };
}
