import type { JsonObject } from '../shared/json.js';
import type { Marking, Token } from './marking.js';
import { open } from './play.js';
import { visibleAt } from './variables.js';
import type { Workflow } from './workflow.js';

/** The tokens that wait for the world at a node, the oldest first: neither the whole of a loop nor one whose work is over. */
export const waitingAt = (marking: Marking, nodeId: string): readonly Token[] =>
  marking.tokens.filter((token) => token.at === nodeId && !token.idle && !token.over && token.loop === undefined);

/** What expressions at a token can read; at a token that is not there, the variables of the process. */
export function variablesAt(workflow: Workflow, marking: Marking, token: number): JsonObject {
  const play = open(workflow, marking, 0);
  const at = play.tokens.get(token);
  return at === undefined ? marking.variables : visibleAt(play, at);
}
