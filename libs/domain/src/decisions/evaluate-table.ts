import type { Calculated } from '../expressions/feel.js';
import { asType, jsonOf, passes, valueOf } from '../expressions/unary-tests.js';
import type { Budget } from '../expressions/compute.js';
import type { Json } from '../shared/json.js';
import { asResult, combine } from './combine.js';
import type { InputClause, Rule, Table } from './decision.js';

type Variables = Readonly<Record<string, unknown>>;

/** Ends an evaluation with what is wrong, in plain Chinese; caught where the evaluation began. */
class Undecided extends Error {}

/** A table over variables (DMN 1.5 §8.2). */
export function evaluateTable(table: Table, variables: Variables, budget: Budget): Calculated {
  try {
    return { kind: 'value', value: decided(table, variables, budget) };
  } catch (error) {
    if (error instanceof Undecided) return { kind: 'problem', message: error.message };
    throw error;
  }
}

function decided(table: Table, variables: Variables, budget: Budget): Json {
  const inputs = table.inputs.map((input) => inputOf(input, variables, budget));
  const single = table.hitPolicy === 'first';
  const hits: { readonly rule: number; readonly outputs: readonly Json[] }[] = [];
  for (const [at, rule] of table.rules.entries()) {
    if (!holds(rule, at, inputs, variables, budget)) continue;
    hits.push({ rule: at + 1, outputs: rule.results.map((text) => resultOf(text, at, variables, budget)) });
    if (single) break;
  }
  if (hits.length === 0) return nothingHeld(table, variables, budget);
  const orders = table.outputs.map(({ values }) => (values === null ? null : valuesOf(values, variables, budget)));
  const combined = combine(table, hits, orders);
  if (combined.kind === 'problem') throw new Undecided(combined.message);
  return combined.value;
}

function inputOf({ label, expression, type, allowed }: InputClause, variables: Variables, budget: Budget): unknown {
  const computed = valueOf(expression, variables, budget);
  if (computed.kind === 'problem') throw new Undecided(`输入“${label}”：${computed.message}`);
  const input = asType(computed.value, type);
  if (allowed === null) return input;
  const passed = passes(allowed, input, variables, budget);
  if (passed.kind === 'value' && passed.value === true) return input;
  throw new Undecided(`输入“${label}”的值不在允许的取值里`);
}

function holds(rule: Rule, at: number, inputs: readonly unknown[], variables: Variables, budget: Budget): boolean {
  return rule.tests.every((tests, column) => {
    const passed = passes(tests, inputs[column], variables, budget);
    if (passed.kind === 'problem') throw new Undecided(`第 ${at + 1} 条规则第 ${column + 1} 列：${passed.message}`);
    return passed.value === true;
  });
}

function resultOf(text: string, at: number, variables: Variables, budget: Budget): Json {
  if (['', '-'].includes(text.trim())) return null;
  const result = jsonOf(text, variables, budget);
  if (result.kind === 'problem') throw new Undecided(`第 ${at + 1} 条规则的结果：${result.message}`);
  return result.value;
}

function valuesOf(values: string, variables: Variables, budget: Budget): readonly Json[] {
  const list = jsonOf(`[${values}]`, variables, budget);
  if (list.kind === 'problem') throw new Undecided(`输出的取值：${list.message}`);
  return list.value as readonly Json[];
}

/** §8.2.11: the default outputs, else null; a count of nothing is 0. */
function nothingHeld(table: Table, variables: Variables, budget: Budget): Json {
  if (table.aggregation === 'count') return 0;
  if (table.outputs.every(({ otherwise }) => otherwise === null)) return null;
  const defaults = table.outputs.map(({ otherwise }) => {
    const result = otherwise === null ? null : jsonOf(otherwise, variables, budget);
    if (result?.kind === 'problem') throw new Undecided(`默认的结果：${result.message}`);
    return result === null ? null : result.value;
  });
  return asResult(table.outputs, defaults);
}
