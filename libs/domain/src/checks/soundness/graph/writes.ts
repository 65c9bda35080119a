import type { Activity, FlowNode, Trigger } from '../../../bpmn/model.js';
import type { Writes } from './graph.js';

const NOTHING: Writes = [];

/**
 * Root names of the variables that a node may change when it completes. People act through the verbs of approval: a
 * submission changes the form and opens a round, a verdict is a verdict; nothing else can come from a user task.
 */
export function writesOf(node: FlowNode): Writes {
  switch (node.kind) {
    case 'userTask':
      return withOutputs(node, node.purpose === 'draft' ? ['form', 'verdict', 'round'] : ['verdict', 'verdicts']);
    case 'task':
    case 'manualTask':
    case 'sendTask':
      return withOutputs(node, []);
    case 'scriptTask':
    case 'businessRuleTask':
      return node.result === null ? 'all' : withOutputs(node, [root(node.result)]);
    case 'serviceTask':
    case 'receiveTask':
    case 'callActivity':
    case 'subProcess':
      return 'all';
    case 'intermediateCatchEvent':
      return writesOfTriggers(node.triggers);
    default:
      return NOTHING;
  }
}

/** A message or signal brings variables along; a condition that has come true means that something changed. */
export const writesOfTriggers = (triggers: readonly Trigger[]): Writes =>
  triggers.some(({ kind }) => kind === 'message' || kind === 'signal' || kind === 'conditional') ? 'all' : NOTHING;

function withOutputs(node: Activity, names: readonly string[]): Writes {
  const loop =
    node.loop?.kind === 'multiInstance' ? [node.loop.output, node.loop.item].filter((name) => name !== null) : [];
  return [...names, ...node.outputs.map((output) => root(output.to)), ...loop.map(root)];
}

export const root = (name: string): string => name.split('.')[0]?.trim() ?? name;

export const writesTogether = (a: Writes, b: Writes): Writes =>
  a === 'all' || b === 'all' ? 'all' : a.length === 0 ? b : b.length === 0 ? a : [...new Set([...a, ...b])];
