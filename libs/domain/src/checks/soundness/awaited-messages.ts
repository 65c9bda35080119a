import type { FlowModel, FlowNode, Scope } from '../../bpmn/model.js';
import { scopesOf } from '../../bpmn/walk.js';

/**
 * Scopes in which something waits for a message from another process of the file. They are judged as if every message
 * came in its time; whether the other process sends it in every run is not looked at, so they are never called sound.
 */
export function scopesAwaitingMessages(model: FlowModel): ReadonlySet<string> {
  const processes = new Set([model.processId, ...model.others.map(({ id }) => id)]);
  const scopes = scopesOf(model);
  const inFile = new Set([...processes, ...scopes.flatMap((scope) => scope.nodes.map(({ id }) => id))]);
  const receivers = new Set(model.messageFlows.filter(({ source }) => inFile.has(source)).map(({ target }) => target));
  return new Set(scopes.filter((scope) => awaits(scope, receivers)).map(({ id }) => id));
}

/** A message that starts a process is not missed by it. */
const awaits = ({ nodes }: Scope, receivers: ReadonlySet<string>): boolean =>
  nodes.some((node) => receivers.has(node.id) && !starts(node));

const starts = (node: FlowNode): boolean =>
  node.kind === 'startEvent' || (node.kind === 'receiveTask' && node.instantiate);
