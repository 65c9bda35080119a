import type { FlowModel, FlowNode, Scope, Trigger } from '../../../bpmn/model.js';

/**
 * Who sends to whom inside the file. Messages of one channel are alike: whoever waits on it may take any of them. What
 * nobody in the file sends comes from outside: it may come at any time.
 */
export interface Channels {
  /** number of the channel by the node that sends on it, or waits on it */
  readonly sends: ReadonlyMap<string, number>;
  readonly receives: ReadonlyMap<string, number>;
  readonly count: number;
  /** false: something in the exchange is drawn so that nobody can say who gets what */
  readonly clear: boolean;
}

/** A message flow joins its two ends; without one the name does, as when it runs. Within one process nothing is joined. */
export function channelsOf(model: FlowModel): Channels {
  const nodes = nodesByProcess(model);
  const processes = new Set([model.processId, ...model.others.map(({ id }) => id)]);
  const links = new Map<string, Set<string>>();
  let clear = true;
  const link = (from: string, to: string): void => {
    links.set(from, (links.get(from) ?? new Set()).add(to));
  };
  for (const { source, target } of model.messageFlows) {
    const [from, to] = [nodes.get(source), nodes.get(target)];
    // from the border of a pool: any of its nodes may be meant
    if (to !== undefined && processes.has(source)) link(source, target);
    if (from === undefined || to === undefined || from.process === to.process) continue;
    if (!canSend(from.node) || !canReceive(to.node)) clear = false;
    link(source, target);
  }
  for (const [from, to] of namesakes(nodes)) link(from, to);
  return channelsFrom(links, nodes, clear);
}

interface Placed {
  readonly node: FlowNode;
  readonly process: string;
}

function nodesByProcess(model: FlowModel): ReadonlyMap<string, Placed> {
  const nodes = new Map<string, Placed>();
  const walk = (scope: Scope, process: string): void => {
    for (const node of scope.nodes) {
      nodes.set(node.id, { node, process });
      if (node.kind === 'subProcess') walk(node.scope, process);
    }
  };
  for (const { id, root } of [{ id: model.processId, root: model.root }, ...model.others]) walk(root, id);
  return nodes;
}

function* namesakes(nodes: ReadonlyMap<string, Placed>): Iterable<readonly [string, string]> {
  const waiting = new Map<string, Placed[]>();
  for (const placed of nodes.values())
    for (const name of awaited(placed.node)) waiting.set(name, [...(waiting.get(name) ?? []), placed]);
  for (const { node, process } of nodes.values())
    for (const name of sent(node))
      for (const to of waiting.get(name) ?? []) if (to.process !== process) yield [node.id, to.node.id];
}

/** Each sender with everyone it is joined to is a channel, if all of them are joined to the same ones. */
function channelsFrom(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  nodes: ReadonlyMap<string, Placed>,
  allClear: boolean,
): Channels {
  const sends = new Map<string, number>();
  const receives = new Map<string, number>();
  const numbers = new Map<string, number>();
  let clear = allClear && [...links.values()].every((targets) => targets.size === 1 || sameName(targets, nodes));
  for (const [from, targets] of links) {
    const key = [...targets].sort().join('\n');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    sends.set(from, number);
    for (const to of targets) {
      if ((receives.get(to) ?? number) !== number) clear = false;
      receives.set(to, number);
    }
  }
  clear &&= [...sends.keys(), ...receives.keys()].every((id) => isSingle(nodes.get(id)?.node));
  return { sends, receives, count: numbers.size, clear };
}

/** One message for several that wait for the same: only one of them gets it. */
function sameName(targets: ReadonlySet<string>, nodes: ReadonlyMap<string, Placed>): boolean {
  const names = new Set([...targets].map((id) => awaited(nodes.get(id)?.node)[0]));
  return names.size === 1 && !names.has(undefined);
}

/** Nothing repeats the node, and its only trigger is the message. */
const isSingle = (node: FlowNode | undefined): boolean =>
  node !== undefined &&
  ('loop' in node ? node.loop === null : !('triggers' in node) || node.triggers.length === 1 || isLast(node));

/** An end may do more than send. */
const isLast = (node: FlowNode): boolean =>
  node.kind === 'endEvent' && node.triggers.filter(({ kind }) => kind === 'message').length === 1;

const canSend = (node: FlowNode): boolean =>
  node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent'
    ? node.triggers.some(({ kind }) => kind === 'message')
    : 'loop' in node && node.kind !== 'subProcess' && node.kind !== 'callActivity' && node.kind !== 'receiveTask';

const canReceive = (node: FlowNode): boolean =>
  node.kind === 'receiveTask' ||
  ((node.kind === 'startEvent' || node.kind === 'intermediateCatchEvent' || node.kind === 'boundaryEvent') &&
    node.triggers.some(({ kind }) => kind === 'message'));

const sent = (node: FlowNode): readonly string[] => {
  if (node.kind === 'sendTask') return node.message === null ? [] : [node.message];
  return node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent' ? namesIn(node.triggers) : [];
};

const awaited = (node: FlowNode | undefined): readonly string[] => {
  if (node === undefined) return [];
  if (node.kind === 'receiveTask') return node.message === null ? [] : [node.message];
  const catches = node.kind === 'startEvent' || node.kind === 'intermediateCatchEvent' || node.kind === 'boundaryEvent';
  return catches ? namesIn(node.triggers) : [];
};

const namesIn = (triggers: readonly Trigger[]): readonly string[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'message' && trigger.name !== null ? [trigger.name] : []));

/** A message that starts a process is not missed by it. */
const starts = (node: FlowNode): boolean =>
  node.kind === 'startEvent' || (node.kind === 'receiveTask' && node.instantiate);

/** Whether something in the scope waits for a message from another process of the file. */
export const awaitsMessages = ({ nodes }: Scope, { receives }: Channels): boolean =>
  nodes.some((node) => receives.has(node.id) && !starts(node));
