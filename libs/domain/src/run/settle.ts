import type { AnyMachineSnapshot } from 'xstate';
import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import type { Instant } from '../shared/instant.js';
import { fail, ok } from '../shared/result.js';
import type { MachineContext } from './implementations.js';
import { choose } from './choose.js';
import { readActions } from './effects.js';
import type { AskedAction } from './inert-scope.js';
import type { Effect, Incident, Marking, StepEvent } from './marking.js';
import { endless } from './refusals.js';
import type { StepResult } from './step.js';
import { tokensOf } from './value-of.js';
import type { Workflow } from './workflow.js';

/** What the machine did, as the next marking and its effects. */
export function settle(
  workflow: Workflow,
  before: Marking,
  { snapshot, actions }: { readonly snapshot: AnyMachineSnapshot; readonly actions: readonly AskedAction[] },
  event: StepEvent | null,
  now: Instant,
): StepResult {
  const read = readActions(workflow, actions, event, now);
  if (!read.ok) return fail(read.error);
  const { effects, reached } = read.value;
  const { joins } = snapshot.context as MachineContext;
  const done = snapshot.status === 'done';
  const tokens = done ? { active: [], joins: {} } : tokensOf(snapshot.value, joins, workflow.compiled, workflow.layout);
  if (tokens.active.some((id) => goesRound(workflow, id, before))) return fail(endless());
  const incidents = tokens.active.flatMap((id) => incidentAt(workflow, id, before));
  const fresh = incidents.filter(
    (each) => !before.incidents.some((old) => old.nodeId === each.nodeId && old.code === each.code),
  );
  const end = done ? reached : null;
  const marking: Marking = {
    ...before,
    status: done ? 'completed' : incidents.length > 0 ? 'incident' : 'running',
    ...tokens,
    visited: visitedAfter(before.visited, effects, workflow),
    outcome: end?.outcome ?? null,
    incidents,
  };
  const all: Effect[] = [
    ...effects,
    ...fresh.map((each): Effect => ({ type: 'incident', ...each })),
    ...(end ? [{ type: 'end', ...end } as const] : []),
  ];
  return ok({ marking, effects: all });
}

/** xstate stops at a transition from a state to itself that changes nothing; for the drawing that is a loop without end. */
function goesRound({ compiled }: Workflow, id: string, { variables }: Marking): boolean {
  const { kind } = nodeOf(compiled, id);
  if (kind === 'userTask') return false;
  return kind !== 'exclusiveGateway' || choose(compiled, id, variables).kind === 'flow';
}

/** A token that rests at a gateway is an incident: nothing but a decision could have stopped it there. */
function incidentAt({ compiled }: Workflow, id: string, { variables }: Marking): readonly Incident[] {
  const node = nodeOf(compiled, id);
  if (node.kind !== 'exclusiveGateway') return [];
  const name = node.name === '' ? id : node.name;
  const choice = choose(compiled, id, variables);
  if (choice.kind === 'problem') {
    const flow = flowOf(compiled, choice.flow);
    const message = `网关“${name}”判断不了：${choice.message}（连线“${flow.name === '' ? choice.flow : flow.name}”）。请联系流程管理员。`;
    return [{ nodeId: id, code: 'condition-problem', message }];
  }
  return [
    {
      nodeId: id,
      code: 'no-branch-true',
      message: `网关“${name}”没有一个条件成立，也没有默认连线。请联系流程管理员。`,
    },
  ];
}

function visitedAfter(
  visited: readonly string[],
  effects: readonly Effect[],
  { compiled }: Workflow,
): readonly string[] {
  const seen = new Set(visited);
  for (const effect of effects) {
    if (effect.type === 'pass' && Object.hasOwn(compiled.nodes, effect.elementId)) seen.add(effect.elementId);
  }
  return [...seen];
}
