import { beginningsOf, type CompiledFlow } from '@chengban/domain';

/** The messages with which a flow's own process begins. */
export function messageStarts(flow: CompiledFlow): string[] {
  const own = beginningsOf(flow).filter(({ process, kind }) => process === flow.processId && kind === 'message');
  return [...new Set(own.map(({ name }) => name))];
}
