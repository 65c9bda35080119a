import { passedThatCount, type CompiledFlow, type Standing } from '@chengban/domain';

/** What the drawing shows: where tokens rest, what is behind them, which flows were taken. */
export interface Diagram {
  readonly active: readonly string[];
  readonly done: readonly string[];
  readonly taken: readonly string[];
}

/**
 * From where the flow stands and the passed elements of the history. A node that a return made active again is active
 * and not done, and what is only passed by steps that no longer count is neither done nor taken. A matter that is older
 * than its trail shows all that was passed.
 */
export function diagramOf(
  flow: Pick<CompiledFlow, 'flows'>,
  standing: Pick<Standing, 'marking' | 'trail'>,
  passed: readonly string[],
): Diagram {
  const { marking } = standing;
  const active = new Set(marking.active);
  const counted = passedThatCount(standing);
  const counts = (id: string): boolean => counted === null || counted.has(id);
  return {
    active: [...active],
    done: marking.visited.filter((id) => !active.has(id) && counts(id)),
    taken: [...new Set(passed.filter((id) => Object.hasOwn(flow.flows, id) && counts(id)))],
  };
}
