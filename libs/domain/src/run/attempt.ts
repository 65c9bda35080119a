import type { Refusal } from '../shared/refusal.js';
import { fail } from '../shared/result.js';
import { isEndless } from './macrosteps.js';
import { endless } from './refusals.js';
import type { StepResult } from './step.js';

/** Found out in the middle of a step that it cannot be taken. */
class Impossible extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Gives the step up; the marking stays as it was, and whoever asked for it is told why. */
export function giveUp(refusal: Refusal): never {
  throw new Impossible(refusal);
}

/** A step, or why it was given up. */
export function attempt(go: () => StepResult): StepResult {
  try {
    return go();
  } catch (error) {
    if (error instanceof Impossible) return fail(error.refusal);
    if (isEndless(error)) return fail(endless());
    throw error;
  }
}
