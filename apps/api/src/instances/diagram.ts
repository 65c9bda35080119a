import type { CompiledFlow, Marking } from '@chengban/domain';

/** What the drawing shows: where tokens rest, what is behind them, which flows were taken. */
export interface Diagram {
  readonly active: readonly string[];
  readonly done: readonly string[];
  readonly taken: readonly string[];
}

/**
 * From the marking and the passed elements of the history. A node that a return made active again is active and not
 * done, whatever happened before; a flow once taken stays taken.
 */
export function diagramOf(flow: Pick<CompiledFlow, 'flows'>, marking: Marking, passed: readonly string[]): Diagram {
  const active = new Set(marking.active);
  return {
    active: [...active],
    done: marking.visited.filter((id) => !active.has(id)),
    taken: [...new Set(passed.filter((id) => Object.hasOwn(flow.flows, id)))],
  };
}
