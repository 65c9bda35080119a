import type { Budget } from '../expressions/compute.js';
import type { Calculated } from '../expressions/feel.js';
import { asType, jsonOf } from '../expressions/unary-tests.js';
import type { JsonObject } from '../shared/json.js';
import { decisionNamed } from './decision-named.js';
import type { Decision, Decisions } from './decision.js';
import { evaluateTable } from './evaluate-table.js';
import { readDecisions } from './read-decisions.js';

/** Steps of all expressions of one decision and those it requires. */
const MAX_STEPS = 1_000_000;

/**
 * The result of a decision (DMN 1.5 §8.3) over the variables: a value, or for several outputs a context. `decisions`
 * holds DMN XML by key; a key may also be the id or the name of any decision in them, or DMN XML itself. Never throws.
 */
export function decideTable(
  decisions: Readonly<Record<string, string>>,
  key: string,
  variables: JsonObject,
): Calculated {
  const xml = fileFor(decisions, key);
  if (xml === null) return problem(key === '' ? '没有写用哪张决策表' : `决策表“${key.slice(0, 60)}”没有定义`);
  const file = readDecisions(xml);
  const [fault] = file.problems;
  if (fault !== undefined) return problem(fault);
  const decision = decisionNamed(file.decisions, key);
  if (!decision.ok) return problem(decision.error);
  return evaluate(decision.value, file.decisions, variables);
}

const problem = (message: string): Calculated => ({ kind: 'problem', message });

export function fileFor(decisions: Readonly<Record<string, string>>, key: string): string | null {
  if (Object.hasOwn(decisions, key)) return decisions[key] ?? null;
  if (key.trimStart().startsWith('<')) return key;
  const holds = ({ id, name }: Decision): boolean => id === key || name === key;
  return Object.values(decisions).find((xml) => [...readDecisions(xml).decisions.values()].some(holds)) ?? null;
}

/** Required decisions first, each once; their results are variables of those that require them (§6.3.7). */
function evaluate(decision: Decision, decisions: Decisions, variables: JsonObject): Calculated {
  const budget: Budget = { steps: MAX_STEPS };
  const results = new Map<string, Calculated>();
  for (const each of inOrder(decision, decisions)) {
    const seen: Record<string, unknown> = { ...variables };
    for (const id of each.requires) {
      const required = decisions.get(id);
      const result = results.get(id);
      if (required !== undefined && result?.kind === 'value')
        seen[required.variable] = asType(result.value, required.type);
    }
    const { logic } = each;
    const result = logic.kind === 'table' ? evaluateTable(logic, seen, budget) : jsonOf(logic.text, seen, budget);
    if (result.kind === 'problem') {
      return each === decision ? result : problem(`依赖的决策“${each.name}”：${result.message}`);
    }
    results.set(each.id, result);
  }
  return results.get(decision.id) ?? problem('决策没有结果');
}

/** What a decision requires, directly or not, before what requires it. There are no rings: the reading refused them. */
function inOrder(decision: Decision, decisions: Decisions): readonly Decision[] {
  const order = new Set<Decision>();
  const open: Decision[] = [decision];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const missing = top.requires.flatMap((id) => decisions.get(id) ?? []).filter((required) => !order.has(required));
    if (missing.length > 0) open.push(...missing);
    else {
      open.pop();
      order.add(top);
    }
  }
  return [...order];
}
