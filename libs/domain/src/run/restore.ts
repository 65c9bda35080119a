import type { AnyMachineSnapshot } from 'xstate';
import { flowOf } from '../compile/compiled-flow.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import type { MachineContext } from './implementations.js';
import type { Marking } from './marking.js';
import { brokenMarking, wrongDefinition } from './refusals.js';
import { tokensOf, valueOf } from './value-of.js';
import type { Tokens } from './value-of.js';
import type { Workflow } from './workflow.js';

/**
 * Marking → the machine's snapshot. xstate would silently start a region it misses and throw on a state it does not
 * know; so the value is built whole, read back, and must say the same tokens.
 */
export function restore(workflow: Workflow, marking: Marking): Result<AnyMachineSnapshot, Refusal> {
  const { compiled, layout, machine, definitionHash } = workflow;
  if (definitionHash !== null && marking.definition !== definitionHash) return fail(wrongDefinition());
  const value = valueOf(marking, compiled, layout);
  if (value === null) return fail(brokenMarking());
  const counts = netJoins(marking.joins, workflow);
  const back = tokensOf(value, counts, compiled, layout);
  if (!sameTokens(back, marking)) return fail(brokenMarking());
  const context: MachineContext = { variables: marking.variables, joins: counts, tokens: netTokens(marking, workflow) };
  return ok(machine.resolveState({ value, context }) as AnyMachineSnapshot);
}

const isNetJoin = (flow: string, workflow: Workflow): boolean => !workflow.layout.branches.has(flow);

const netJoins = (joins: Marking['joins'], workflow: Workflow): Record<string, number> =>
  Object.fromEntries(Object.entries(joins).filter(([flow]) => isNetJoin(flow, workflow)));

/**
 * Tokens of each net: a region of the net holds at most one item; an item with several tokens inside (a block, a
 * sub-process) is one token of the net.
 */
function netTokens(marking: Marking, { compiled, layout }: Workflow): Record<string, number> {
  const tokens: Record<string, number> = {};
  for (const [scope, path] of layout.nets) {
    const regions = new Set<string>();
    const note = (leaf: readonly string[] | undefined): void => {
      const region = leaf?.[path.length];
      if (leaf && region !== undefined && path.every((key, at) => leaf[at] === key)) regions.add(region);
    };
    for (const id of marking.active) note(layout.leaves.get(id));
    for (const flow of Object.keys(marking.joins)) {
      note(layout.branches.get(flow));
      const inner = layout.nets.get(flowOf(compiled, flow).scope);
      if (!layout.branches.has(flow) && inner !== path) note(inner);
    }
    const waiting = Object.entries(marking.joins)
      .filter(([flow]) => !layout.branches.has(flow) && flowOf(compiled, flow).scope === scope)
      .reduce((sum, [, count]) => sum + count, 0);
    tokens[scope] = regions.size + waiting;
  }
  return tokens;
}

function sameTokens(a: Tokens, b: Tokens): boolean {
  const flows = Object.keys(a.joins);
  return (
    a.active.length === b.active.length &&
    a.active.every((id, at) => id === b.active[at]) &&
    flows.length === Object.keys(b.joins).length &&
    flows.every((flow) => a.joins[flow] === b.joins[flow])
  );
}
