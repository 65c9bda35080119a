import { moveToken } from '../../run/move-token.js';
import { step } from '../../run/step.js';
import type { StepResult } from '../../run/step.js';
import type { JsonObject } from '../../shared/json.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import type { Stepped } from '../standing/advance.js';
import type { Sitting } from '../standing/standing.js';
import { passedBefore, splitFrom } from '../standing/undoing.js';
import { isDraft, returning } from './ways-back.js';

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'now'>;

export interface Drawn {
  readonly stepped: Stepped;
  readonly to: string;
}

/**
 * The flow's own way of returning: the verdict «return» opens a drafting task; null where it has none. Where tokens that
 * parted since then would be left behind beside the draft, the drawing has forgotten them, and it is none either.
 */
export function drawnReturn(scene: Scene, sitting: Sitting, variables: JsonObject): Result<Drawn | null, Refusal> {
  const { workflow, standing, now } = scene;
  const { nodeId, token } = sitting;
  const all = returning(scene, sitting, variables);
  const stepped = step(workflow, standing.marking, { type: 'complete', nodeId, token, variables: all }, now);
  if (!stepped.ok) return stepped.error.code === 'endless-loop' ? ok(null) : fail(stepped.error);
  const opened = stepped.value.effects.find((each) => each.type === 'task.open' && isDraft(workflow, each.nodeId));
  if (opened?.type !== 'task.open' || leavesBehind(scene, sitting, opened.nodeId, stepped.value)) return ok(null);
  return ok({ stepped: stepped.value, to: opened.nodeId });
}

function leavesBehind({ standing }: Scene, { token }: Sitting, to: string, { marking }: Stepped): boolean {
  const at = passedBefore(standing.trail, token).find((each) => standing.trail[each]?.sitting?.nodeId === to);
  if (at === undefined) return false;
  const parted = splitFrom(standing.trail, at);
  const stays = new Set(marking.tokens.map(({ id, at: node }) => `${id} ${node}`));
  const around = new Set(outwards(standing.marking, token));
  return standing.marking.tokens.some(
    ({ id, at: node }) => id !== token && parted.has(id) && !around.has(id) && stays.has(`${id} ${node}`),
  );
}

/** The loop that a token is part of, the activity around that, and so on outwards. */
function outwards({ tokens, scopes = [] }: Stepped['marking'], id: number): readonly number[] {
  const token = tokens.find((each) => each.id === id);
  const around = scopes.find((scope) => scope.id === token?.in);
  const next = [token?.of, around?.host].filter((each): each is number => each !== undefined);
  return [...next, ...next.flatMap((each) => outwards({ tokens, scopes } as Stepped['marking'], each))];
}

/** A return that neither the drawing nor the trail knows: a move of the token. */
export const moveAgainst = (scene: Scene, sitting: Sitting, to: string, variables: JsonObject): StepResult =>
  moveToken(
    scene.workflow,
    scene.standing.marking,
    { token: sitting.token, to, variables: returning(scene, sitting, variables) },
    scene.now,
  );
