import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { CompiledFlow, CompiledNode, CompiledScope, CompiledSequenceFlow } from './compiled-flow.js';
import { stateKey } from './machine-json.js';
import type { ActionJson, GuardJson, MachineJson, StateJson, TransitionJson } from './machine-json.js';

/** Keys of other definitions that call activities of this flow name, each once. */
export const calledOutside = (flow: CompiledFlow): readonly string[] => [
  ...new Set(
    Object.values(flow.nodes).flatMap((node) =>
      node.kind === 'callActivity' && node.called !== undefined && node.inside === undefined ? [node.called] : [],
    ),
  ),
];

/**
 * Binds call activities to published flows (§13.3.4), as they are now: the called flow becomes part of this one, its ids
 * behind `key/`, so that what runs is one unchanging JSON. A call without a flow is a finding.
 */
export function linkCalled(
  flow: CompiledFlow,
  published: Readonly<Record<string, CompiledFlow>>,
): Result<CompiledFlow, readonly Finding[]> {
  const missing = Object.entries(flow.nodes).filter(
    ([, node]) => node.called !== undefined && node.inside === undefined && !Object.hasOwn(published, node.called),
  );
  if (missing.length > 0) return fail(missing.map(([id, node]) => notPublished(id, node)));
  let linked: CompiledFlow = flow;
  for (const key of calledOutside(flow)) {
    const called = published[key];
    if (called !== undefined) linked = join(linked, key, called);
  }
  return ok(linked);
}

const notPublished = (id: string, { name, called }: CompiledNode): Finding => ({
  code: 'called-flow',
  severity: 'error',
  message: `“${name || id}”调用的流程“${called ?? ''}”还没有发布。`,
  cure: '请先发布被调用的流程，或改选一个已发布的流程。',
  at: { elementId: id, property: 'calledElement' },
});

function join(flow: CompiledFlow, key: string, called: CompiledFlow): CompiledFlow {
  const moved = prefix(called, `${key}/`);
  const inside = `${key}/${called.processId}`;
  const nodes = Object.fromEntries(
    Object.entries(flow.nodes).map(([id, node]) => [
      id,
      node.called === key && node.inside === undefined ? { ...node, inside } : node,
    ]),
  );
  // its own stand first: what a node means by the id of a decision is looked for in this order
  const decisions = { ...flow.decisions, ...moved.decisions };
  return {
    ...flow,
    machines: { ...flow.machines, ...moved.machines },
    scopes: { ...flow.scopes, ...moved.scopes },
    nodes: { ...nodes, ...moved.nodes },
    flows: { ...flow.flows, ...moved.flows },
    ...(Object.keys(decisions).length > 0 && { decisions }),
  };
}

type Movable = 'machines' | 'scopes' | 'nodes' | 'flows' | 'decisions';

function prefix(flow: CompiledFlow, by: string): Pick<CompiledFlow, Movable> {
  const id = (text: string): string => `${by}${text}`;
  const ids = (list: readonly string[]): readonly string[] => list.map(id);
  const some = (text: string | undefined): string | undefined => (text === undefined ? undefined : id(text));
  const node = (each: CompiledNode): CompiledNode => ({
    ...each,
    scope: id(each.scope),
    outgoing: ids(each.outgoing),
    ...(each.incoming && { incoming: ids(each.incoming) }),
    ...present({
      defaultFlow: some(each.defaultFlow),
      attachedTo: some(each.attachedTo),
      handler: some(each.handler),
      inside: some(each.inside),
      returnTo: some(each.returnTo),
    }),
    ...(each.boundaries && { boundaries: ids(each.boundaries) }),
    ...(each.triggers && {
      triggers: each.triggers.map((trigger) =>
        trigger.kind === 'compensation' && trigger.activity !== null
          ? { ...trigger, activity: id(trigger.activity) }
          : trigger,
      ),
    }),
  });
  const scope = (each: CompiledScope): CompiledScope => ({
    ...each,
    starts: ids(each.starts),
    ...(each.loose && { loose: ids(each.loose) }),
    ...present({ parent: some(each.parent) }),
    ...(each.triggered && { triggered: ids(each.triggered) }),
    ...(each.eventScopes && { eventScopes: ids(each.eventScopes) }),
  });
  const sequenceFlow = (each: CompiledSequenceFlow): CompiledSequenceFlow => ({
    ...each,
    source: id(each.source),
    target: id(each.target),
    scope: id(each.scope),
  });
  const all = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [id(name), change(value)]));
  return {
    machines: all(flow.machines, (machine) => prefixMachine(machine, by)),
    scopes: all(flow.scopes, scope),
    nodes: all(flow.nodes, node),
    flows: all(flow.flows, sequenceFlow),
    decisions: all(flow.decisions ?? {}, (xml) => xml),
  };
}

const present = <T extends Readonly<Record<string, string | undefined>>>(values: T): Partial<Record<keyof T, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;

/** State keys that begin with ':' are the compiler's own; the events of flows and nodes carry an id. */
function prefixMachine(machine: MachineJson, by: string): MachineJson {
  const front = stateKey(by);
  const key = (name: string): string => {
    if (name === 'complete' || name === 'retry') return name;
    for (const kind of [':flow:', ':on:'])
      if (name.startsWith(kind)) return `${kind}${front}${name.slice(kind.length)}`;
    return name.startsWith(':') ? name : `${front}${name}`;
  };
  const action = (each: ActionJson): ActionJson =>
    each.type === 'pass'
      ? { type: 'pass', params: { element: `${by}${each.params.element}` } }
      : { type: each.type, params: { node: `${by}${each.params.node}` } };
  const guard = ({ type, params }: GuardJson): GuardJson => ({
    type,
    params: { ...params, gateway: `${by}${params.gateway}`, flow: `${by}${params.flow}` },
  });
  const transition = (each: TransitionJson): TransitionJson => ({
    ...each,
    ...(each.guard && { guard: guard(each.guard) }),
    ...(each.target !== undefined && { target: key(each.target) }),
    ...(each.actions && { actions: each.actions.map(action) }),
  });
  const state = (each: StateJson): StateJson => ({
    ...each,
    ...(each.entry && { entry: each.entry.map(action) }),
    ...(each.always && { always: each.always.map(transition) }),
    ...(each.on && {
      on: Object.fromEntries(Object.entries(each.on).map(([event, list]) => [key(event), list.map(transition)])),
    }),
  });
  return {
    id: `${front}${machine.id}`,
    initial: machine.initial,
    states: Object.fromEntries(Object.entries(machine.states).map(([name, each]) => [key(name), state(each)])),
  };
}
