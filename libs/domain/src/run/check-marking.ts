import type { CompiledFlow, CompiledNode } from '../compile/compiled-flow.js';
import type { ArmedTimer, Completed, Marking, ScopeInstance, Token } from './marking.js';
import { waitsForTheWorld } from './at-rest.js';
import { VERSION } from './empty-marking.js';
import type { Workflow } from './workflow.js';

const ROOT = 0;

/**
 * Whether a marking is one of this flow: everything that it names exists, and `active` and `status` say what follows
 * from the tokens. One pass over each list; a marking that came from `step` fits.
 */
export function fits(workflow: Workflow, marking: Marking): boolean {
  const { compiled } = workflow;
  return (
    hasShape(marking) &&
    Object.hasOwn(compiled.scopes, processOf(compiled, marking)) &&
    (marking.scopes === undefined || scopesFit(compiled, marking, marking.scopes)) &&
    tokensFit(workflow, marking) &&
    (marking.compensations ?? []).every((each) => knows(marking, each.in ?? ROOT) && areKnown(compiled, each.left)) &&
    areKnown(compiled, marking.root?.completed) &&
    (marking.timers ?? []).every((timer) => timerFits(compiled, marking, timer)) &&
    (marking.incidents ?? []).every(({ token: id, nodeId }) => {
      const token = find(marking.tokens, id);
      return token === null ? Object.hasOwn(compiled.nodes, nodeId) && knows(marking, id) : token.at === nodeId;
    })
  );
}

function hasShape({ format, behaviour, status, tokens, active, visited, variables, seq, incidents }: Marking): boolean {
  return (
    format === VERSION.format &&
    behaviour === VERSION.behaviour &&
    status === ((incidents ?? []).length > 0 ? 'incident' : 'running') &&
    Array.isArray(tokens) &&
    Array.isArray(active) &&
    Array.isArray(visited) &&
    typeof variables === 'object' &&
    variables !== null &&
    Number.isInteger(seq)
  );
}

const processOf = (compiled: CompiledFlow, marking: Marking): string => marking.process ?? compiled.processId;

/** Lists are in the order of their ids. */
function find<T extends { readonly id: number }>(list: readonly T[], id: number): T | null {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const each = list[middle] as T;
    if (each.id === id) return each;
    if (each.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

const scopeIn = ({ scopes }: Marking, id: number): ScopeInstance | null =>
  scopes === undefined ? null : find(scopes, id);

/** Whether there is a scope instance of this id, the process included. */
const knows = (marking: Marking, id: number): boolean => id === ROOT || scopeIn(marking, id) !== null;

const hasCompensation = ({ compensations }: Marking, id: number): boolean =>
  compensations !== undefined && find(compensations, id) !== null;

function tokensFit({ compiled, order }: Workflow, marking: Marking): boolean {
  const process = processOf(compiled, marking);
  const waiting = new Set<string>();
  let last = 0;
  for (const token of marking.tokens) {
    if (!(token.id > last && token.id <= marking.seq)) return false;
    last = token.id;
    if (!Object.hasOwn(compiled.nodes, token.at)) return false;
    const node = compiled.nodes[token.at] as CompiledNode;
    if (node.scope !== (token.in === undefined ? process : scopeIn(marking, token.in)?.scope)) return false;
    const outer = token.of === undefined ? null : find(marking.tokens, token.of);
    if (
      token.of !== undefined &&
      !(outer === null ? hasCompensation(marking, token.of) : belongs(token, outer, node))
    ) {
      return false;
    }
    if (waitsForTheWorld(node, token, outer !== null)) waiting.add(token.at);
  }
  for (const { token } of marking.incidents ?? []) {
    const stuck = find(marking.tokens, token);
    if (stuck !== null) waiting.add(stuck.at);
  }
  return isActive(marking.active, waiting, order);
}

const belongs = (token: Token, outer: Token, node: CompiledNode): boolean =>
  node.loop !== undefined && outer.at === token.at && outer.in === token.in && outer.loop !== undefined;

/** Exactly the nodes where something waits, in the order of the drawing. */
function isActive(
  active: readonly string[],
  waiting: ReadonlySet<string>,
  order: ReadonlyMap<string, number>,
): boolean {
  let last = -1;
  for (const id of active) {
    const at = order.get(id) ?? -1;
    if (at <= last || !waiting.has(id)) return false;
    last = at;
  }
  return active.length === waiting.size;
}

/** The inside of an activity where a token is, an event sub-process of its scope, or a look back to undo something. */
function scopesFit(compiled: CompiledFlow, marking: Marking, scopes: readonly ScopeInstance[]): boolean {
  let last = 0;
  for (const { id, scope, host, in: around = ROOT, of, completed } of scopes) {
    if (!(id > last && id <= marking.seq) || !Object.hasOwn(compiled.scopes, scope)) return false;
    last = id;
    if (!knows(marking, around) || !areKnown(compiled, completed)) return false;
    const at = host === undefined ? null : find(marking.tokens, host);
    if (host !== undefined && (at === null || compiled.nodes[at.at]?.inside !== scope)) return false;
    if (of !== undefined && !hasCompensation(marking, of)) return false;
    if (host === undefined && of === undefined) {
      const parent = around === ROOT ? processOf(compiled, marking) : scopeIn(marking, around)?.scope;
      if (compiled.scopes[scope]?.kind !== 'event' || compiled.scopes[scope].parent !== parent) return false;
    }
  }
  return true;
}

/** Of the event where the token is, on its border, or behind its gateway; or of a start that its scope listens for. */
function timerFits(compiled: CompiledFlow, marking: Marking, { node, on, dueAt }: ArmedTimer): boolean {
  if (!Object.hasOwn(compiled.nodes, node) || !Number.isFinite(dueAt)) return false;
  const event = compiled.nodes[node] as CompiledNode;
  const token = find(marking.tokens, on);
  if (token === null) return knows(marking, on) && event.kind === 'startEvent';
  if (token.at === node || event.attachedTo === token.at) return true;
  return (event.incoming ?? []).some((flow) => compiled.flows[flow]?.source === token.at);
}

const areKnown = (compiled: CompiledFlow, completed: readonly Completed[] | undefined): boolean =>
  completed === undefined ||
  completed.every((each) => Object.hasOwn(compiled.nodes, each.node) && areKnown(compiled, each.inside));
