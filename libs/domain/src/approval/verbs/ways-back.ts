import { putBack } from '../../run/put-back.js';
import type { Marking } from '../../run/marking.js';
import { nodeInfo } from '../../run/node-info.js';
import type { Workflow } from '../../run/workflow.js';
import type { JsonObject } from '../../shared/json.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import type { Stepped } from '../standing/advance.js';
import type { Sitting, TrailStep } from '../standing/standing.js';
import { passedBefore, undoing } from '../standing/undoing.js';
import type { Undoing } from '../standing/undoing.js';
import { verdictVariables } from '../verdict.js';

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'now'>;

/** A node that a token came by, with the passage that would be undone and what that comes to. */
export interface WayBack {
  readonly nodeId: string;
  readonly passage: Sitting;
  readonly undone: Undoing;
  readonly stepped: Stepped;
}

/** The nodes that the token of a sitting can go back to, the latest first, each once; why not, where there is none. */
export function waysBack(scene: Scene, sitting: Sitting, variables: JsonObject): Result<readonly WayBack[], Refusal> {
  const { workflow, standing } = scene;
  const event = eventScopeOf(workflow, standing.marking, sitting.token);
  const ways = new Map<string, WayBack>();
  let refused: Refusal | null = null;
  for (const at of passedBefore(standing.trail, sitting.token)) {
    const passage = (standing.trail[at] as TrailStep).sitting;
    if (passage === undefined || ways.has(passage.nodeId)) continue;
    const undone = undoing(workflow, standing.trail, at);
    // an event sub-process stands for what it interrupted: it is never left against the drawing
    if (event !== null && undone.gone.includes(event)) continue;
    const put = goTo(scene, sitting, passage.nodeId, undone, variables);
    if (put.ok) ways.set(passage.nodeId, { nodeId: passage.nodeId, passage, undone, stepped: put.value });
    else refused ??= put.error;
  }
  return ways.size > 0 || refused === null ? ok([...ways.values()]) : fail(refused);
}

const goTo = (scene: Scene, sitting: Sitting, to: string, { pieces, gone }: Undoing, variables: JsonObject) =>
  putBack(
    scene.workflow,
    scene.standing.marking,
    { pieces, gone, done: sitting.token, variables: returning(scene, sitting, variables), to },
    scene.now,
  );

/** What a return writes. */
export const returning = (
  { workflow, standing }: Scene,
  { nodeId, token }: Sitting,
  variables: JsonObject,
): JsonObject => ({ ...variables, ...verdictVariables(workflow, standing.marking, nodeId, token, 'return') });

/** The nodes that the token of a sitting really came by, the latest first, each once. */
export const passedNodes = ({ standing }: Scene, { token }: Sitting): readonly string[] => [
  ...new Set(passedBefore(standing.trail, token).flatMap((at) => standing.trail[at]?.sitting?.nodeId ?? [])),
];

/** The innermost event sub-process that a token is in. */
function eventScopeOf({ compiled }: Workflow, { tokens, scopes = [] }: Marking, id: number): number | null {
  let inside = tokens.find((token) => token.id === id)?.in;
  while (inside !== undefined) {
    const scope = scopes.find((each) => each.id === inside);
    if (scope === undefined) return null;
    if (compiled.scopes[scope.scope]?.kind === 'event') return scope.id;
    inside = scope.host === undefined ? scope.in : tokens.find((token) => token.id === scope.host)?.in;
  }
  return null;
}

export const isDraft = (workflow: Workflow, nodeId: string): boolean => nodeInfo(workflow, nodeId)?.purpose === 'draft';
