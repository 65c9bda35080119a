import { Lru } from '../expressions/lru.js';
import type { Decision, Decisions, LiteralExpression, Table } from './decision.js';
import { attribute, childNamed, childrenNamed } from './element.js';
import type { Element } from './element.js';
import { readTable } from './read-table.js';
import { readXml } from './read-xml.js';

/** A file's decisions, and everything that is wrong with how it is written. */
export interface DecisionFile {
  readonly decisions: Decisions;
  readonly problems: readonly string[];
}

const files = new Lru<DecisionFile>(200, 8_000_000);

/** Reads DMN 1.1 to 1.5; the same text is read once. */
export function readDecisions(xml: string): DecisionFile {
  const known = files.get(xml);
  if (known !== undefined) return known;
  const file = read(xml);
  files.set(xml, file);
  return file;
}

function read(xml: string): DecisionFile {
  const root = readXml(xml);
  if (!root.ok) return { decisions: new Map(), problems: [root.error] };
  const problems: string[] = [];
  const decisions = new Map<string, Decision>();
  for (const element of childrenNamed(root.value, 'decision')) {
    const id = attribute(element, 'id') ?? attribute(element, 'name') ?? '';
    if (decisions.has(id)) problems.push(`有两个决策的编号都是“${id}”，请改掉一个`);
    decisions.set(id, readDecision(element, id, problems));
  }
  if (decisions.size === 0) problems.push('文件里没有决策，请加上一张决策表');
  return { decisions, problems: [...problems, ...requirementProblems(decisions)] };
}

function readDecision(element: Element, id: string, problems: string[]): Decision {
  const name = attribute(element, 'name') ?? id;
  const report = (problem: string): void => void problems.push(`决策“${name}”：${problem}`);
  const variable = childNamed(element, 'variable');
  if (childrenNamed(element, 'knowledgeRequirement').length > 0) {
    report('用了业务知识模型，这里不支持，请把它的内容写进决策');
  }
  return {
    id,
    name,
    variable: (variable === null ? null : attribute(variable, 'name')) ?? name,
    type: variable === null ? null : attribute(variable, 'typeRef'),
    requires: childrenNamed(element, 'informationRequirement').flatMap((requirement) => {
      const required = childNamed(requirement, 'requiredDecision');
      return required === null ? [] : [(attribute(required, 'href') ?? '').replace(/^.*#/, '')];
    }),
    logic: readLogic(element, report),
  };
}

function readLogic(element: Element, report: (problem: string) => void): Table | LiteralExpression {
  const table = childNamed(element, 'decisionTable');
  if (table !== null) return readTable(table, report);
  const literal = childNamed(element, 'literalExpression');
  const text = literal === null ? '' : (childNamed(literal, 'text')?.text ?? '');
  if (literal === null) report('没有决策表，也没有表达式，请加上其中一种');
  else if (text === '') report('表达式是空的，请写上');
  const language = literal === null ? null : attribute(literal, 'expressionLanguage');
  if (language !== null && !/feel/i.test(language)) {
    report(`表达式用的是“${language.slice(0, 40)}”，只支持 FEEL，请改写`);
  }
  return { kind: 'literal', text };
}

/** Required decisions that are not there, and those that require themselves. */
function* requirementProblems(decisions: Decisions): Iterable<string> {
  const done = new Set<string>();
  for (const { name, requires } of decisions.values()) {
    for (const id of requires) {
      if (!decisions.has(id)) yield `决策“${name}”：它依赖的决策“${id}”不在文件里，请加上或删去这个依赖`;
    }
  }
  // a decision is done when all it requires is; those that never are lie on a ring or depend on one
  for (let more = true; more;) {
    more = false;
    for (const { id, requires } of decisions.values()) {
      if (done.has(id) || !requires.every((each) => done.has(each) || !decisions.has(each))) continue;
      done.add(id);
      more = true;
    }
  }
  for (const { id, name } of decisions.values()) {
    if (!done.has(id)) yield `决策“${name}”：它和它依赖的决策互相依赖，请去掉其中一个依赖`;
  }
}
