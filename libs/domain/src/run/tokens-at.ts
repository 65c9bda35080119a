import type { JsonObject } from '../shared/json.js';
import type { Marking, Token } from './marking.js';
import { open } from './play.js';
import { visibleAt } from './variables.js';
import type { Workflow } from './workflow.js';

/** Tokens at work at a node: not those that wait for other tokens, nor the whole of a loop. */
export const tokensAt = ({ tokens }: Marking, nodeId: string): readonly Token[] =>
  tokens.filter((token) => token.at === nodeId && !token.idle && !token.over && token.loop === undefined);

/** What expressions at a token can read; the process's variables where there is no such token. */
export function variablesAt(workflow: Workflow, marking: Marking, token: number): JsonObject {
  const play = open(workflow, marking, 0);
  const live = play.tokens.get(token);
  return live === undefined ? marking.variables : visibleAt(play, live);
}
