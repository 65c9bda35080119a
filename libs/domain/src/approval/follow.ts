import type { ActContext, Performed } from './act.js';
import { withRepeats } from './repeats.js';
import { advance } from './standing/advance.js';
import type { Stepped } from './standing/advance.js';
import type { Outcome } from './perform.js';
import { ok } from '../shared/result.js';

type Scene = Pick<ActContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/** What people have to do after a step that no act of theirs was: a start, a time, a message, an answer. */
export function follow(scene: Scene, stepped: Stepped): Performed {
  const advanced = advance(scene, stepped, {});
  const outcome: Outcome = ok({ ...advanced, round: null, decisions: [] });
  const followed = withRepeats({ ...scene, actor: { personId: '' } }, outcome);
  return followed.ok ? followed.value : { ...advanced, round: null, decisions: [] };
}
