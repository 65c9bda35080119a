import type { NodeKind } from '../bpmn/model.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import type { Token } from './marking.js';

const WAITING: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'userTask',
  'serviceTask',
  'receiveTask',
  'intermediateCatchEvent',
  'eventBasedGateway',
]);

/**
 * Whether a token goes on only when something happens outside: what makes its node active.
 * @param inner it is one instance of a loop, not the whole of it
 */
export const waitsForTheWorld = (
  node: CompiledNode,
  token: { readonly [Key in 'idle' | 'over']?: Token[Key] | undefined },
  inner: boolean,
): boolean => !token.idle && !token.over && WAITING.has(node.kind) && (node.loop === undefined || inner);
