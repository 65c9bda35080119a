import type { MatterContext } from '../act.js';
import { ableAgain } from './able-again.js';
import type { Sitting, TrailStep } from './standing.js';

/**
 * The sittings that undone steps had put an end to without deciding them: where their tokens stand again they go on as
 * they were. What was decided is decided anew.
 */
export function keptFrom(
  scene: Pick<MatterContext, 'workflow' | 'standing' | 'seater'>,
  trail: readonly TrailStep[],
  steps: readonly number[],
): readonly Sitting[] {
  const seen = new Set<number>();
  const kept: Sitting[] = [];
  for (const at of steps) {
    const { footprint, others = [] } = trail[at] as TrailStep;
    for (const { id } of footprint.took.tokens ?? []) {
      const ended = seen.has(id) ? undefined : others.find(({ token }) => token === id);
      if (ended !== undefined) kept.push(ended);
      seen.add(id);
    }
  }
  return kept.map((sitting) => ableAgain(scene, sitting));
}
