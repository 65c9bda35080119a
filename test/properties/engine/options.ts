import type { Marking, StepEvent } from '@chengban/domain';
import { choicesOf } from './drawing.js';
import type { Choices, Drawing, Trigger } from './drawing.js';
import type { Open } from './ledger.js';
import type { GameAct } from './token-game.js';

type Incident = NonNullable<Marking['incidents']>[number];

/** A thing to do, for both players; in words for the message of a mismatch. */
export interface Act {
  readonly words: string;
  readonly event: StepEvent;
  readonly game: GameAct;
  readonly happened: Open | null;
}

/** What can be done now: everything that waits, each token by itself. */
export function optionsOf(
  drawing: Drawing,
  rows: readonly Open[],
  incidents: readonly Incident[],
  die: number,
): readonly Act[] {
  const choice = choicesOf(drawing, Math.floor(die / 7));
  const signals = new Set<string>();
  const acts = rows.flatMap((row): readonly Act[] => {
    const { kind, nodeId, token } = row;
    const words = `${kind} ${nodeId} of ${token}`;
    const happen: GameAct = { kind: 'happen', node: nodeId };
    const complete: GameAct = { kind: 'complete', node: nodeId, choices: choice };
    if (kind === 'task') {
      const event: StepEvent = { type: 'complete', nodeId, token, variables: { choice } };
      return [{ words: `${words} ${trueOf(choice)}`, event, game: complete, happened: null }];
    }
    if (kind === 'timer') return [{ words, event: { type: 'timer', nodeId, token }, game: happen, happened: row }];
    if (kind === 'job') {
      const code = [null, 'A', 'B'][die % 3] ?? null;
      const done: StepEvent = { type: 'job', nodeId, token, result: { kind: 'done', variables: { choice } } };
      const error: StepEvent = { type: 'job', nodeId, token, result: { kind: 'error', code } };
      return [
        { words: `${words} ${trueOf(choice)}`, event: done, game: complete, happened: row },
        {
          words: `${words} error ${code}`,
          event: error,
          game: { kind: 'error', node: nodeId, code },
          happened: row,
        },
      ];
    }
    const trigger = drawing.nodes.find((node) => node.id === nodeId)?.trigger as Extract<
      Trigger,
      { readonly name: string }
    >;
    const { name } = trigger;
    if (trigger.kind === 'message') {
      const event: StepEvent = { type: 'message', name, nodeId, token, variables: {} };
      return [{ words, event, game: happen, happened: null }];
    }
    if (signals.has(name)) return [];
    signals.add(name);
    const event: StepEvent = { type: 'signal', name, variables: {} };
    return [{ words: `signal ${name}`, event, game: { kind: 'signal', name }, happened: null }];
  });
  const retries = incidents.map(({ nodeId, token }): Act => {
    const event: StepEvent = { type: 'retry', nodeId, token, variables: { choice } };
    const game: GameAct = { kind: 'retry', node: nodeId, choices: choice };
    return { words: `retry ${nodeId} of ${token} ${trueOf(choice)}`, event, game, happened: null };
  });
  return [...acts, ...retries];
}

export const trueOf = (choices: Choices): string =>
  `(${Object.entries(choices)
    .filter(([, value]) => value)
    .map(([name]) => name)
    .join(' ')})`;
