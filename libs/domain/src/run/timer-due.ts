import type { Instant } from '../shared/instant.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { addDuration, instantOf } from '../expressions/iso-time.js';

/** When a timer that starts now is due; null when its text is no time. A date in the past is due at once. */
export function timerDue(timer: CompiledNode['timer'], now: Instant): Instant | null {
  if (timer === undefined || timer.kind === 'cycle') return null;
  return timer.kind === 'duration' ? addDuration(timer.text, now) : instantOf(timer.text);
}
