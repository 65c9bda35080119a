import type { DataMapping, FlowModel, FlowNode } from '../bpmn/model.js';
import { nodesOf, scopesOf } from '../bpmn/walk.js';

/** What every instance has. */
export const INSTANCE_VARIABLES = ['form', 'verdict', 'verdicts', 'round', 'unit'] as const;

/** Root names that the drawing itself declares or writes: data objects, results, outputs, items of loops. */
export function declaredVariables(model: FlowModel): ReadonlySet<string> {
  const data = scopesOf(model).flatMap((scope) => scope.data.flatMap(({ id, name }) => [id, name]));
  return new Set([...data, ...nodesOf(model).flatMap(written)].map((name) => name.split('.')[0]?.trim() ?? name));
}

const targets = (mappings: readonly DataMapping[]): readonly string[] => mappings.map(({ to }) => to);

function written(node: FlowNode): readonly string[] {
  const names = 'outputs' in node ? [...targets(node.outputs)] : [];
  if ('inputs' in node) names.push(...targets(node.inputs));
  if ((node.kind === 'scriptTask' || node.kind === 'businessRuleTask') && node.result !== null) names.push(node.result);
  if ('loop' in node && node.loop?.kind === 'multiInstance')
    for (const name of [node.loop.item, node.loop.output, node.loop.result]) if (name !== null) names.push(name);
  if ('loop' in node && node.loop !== null) names.push('loopCounter');
  return names;
}
