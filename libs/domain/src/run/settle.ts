import { fail, ok } from '../shared/result.js';
import { closeScopes } from './close-scopes.js';
import { compensateNext } from './compensate.js';
import { fireConditions } from './conditions.js';
import { enter } from './enter.js';
import { finish } from './finish.js';
import { fire } from './fire.js';
import { joinWaiting } from './joins.js';
import { markingOf } from './marking-of.js';
import type { Marking } from './marking.js';
import { move } from './move.js';
import { complete, isAlive, nodeAt } from './play.js';
import type { Command, LiveCompensation, Play } from './play.js';
import { endless } from './refusals.js';
import { renewWaits } from './renew-waits.js';
import type { StepResult } from './step.js';
import { leaveTransaction, stillWaits } from './throw.js';

/** Commands within one step before it counts as a loop without end. */
const MAX_COMMANDS = 20_000;

/**
 * Runs until nothing moves by itself: tokens first, then scopes that are empty, then the gateways that look at all
 * tokens, then the events that look at all variables.
 */
export function settle(play: Play, before: Marking): StepResult {
  let done = 0;
  do {
    for (let command = next(play); command !== undefined; command = next(play)) {
      done += 1;
      if (done > MAX_COMMANDS) return fail(endless());
      run(play, command);
    }
    done += 1;
    if (done > MAX_COMMANDS) return fail(endless());
  } while (goesOn(play) || play.queue.length + play.moves.length > 0);
  renewWaits(play, before);
  return ok(markingOf(play, before));
}

/** Who is on the way arrives before anything is thrown or done: what happens finds everybody at a node. */
const next = (play: Play): Command | undefined => play.moves.shift() ?? play.queue.shift();

function goesOn(play: Play): boolean {
  if (closeScopes(play) || joinWaiting(play)) return true;
  if (!play.workflow.conditional || !play.changed) return false;
  play.changed = false;
  return fireConditions(play);
}

function run(play: Play, command: Command): void {
  if (command.do === 'compensate') {
    const ended = compensateNext(play, command.compensation);
    if (ended) goOnAfter(play, ended);
    return;
  }
  if (command.do === 'hear') {
    if (stillWaits(play, command.listener)) fire(play, command.listener, command.trigger, command.variables);
    return;
  }
  const { token } = command;
  if (!isAlive(play, token) || token.visit !== command.visit) return;
  if (command.do === 'send') move(play, token, command.event);
  else if (token.over) return;
  else if (command.do === 'enter') enter(play, token);
  else finish(play, token, command.variables);
}

/** Who waited for a compensation goes on; a cancelled transaction leaves by its cancel event. */
function goOnAfter(play: Play, { by }: LiveCompensation): void {
  const token = play.tokens.get(by);
  if (token === undefined) return;
  const cancels = (nodeAt(play, token).triggers ?? []).some((trigger) => trigger.kind === 'cancel');
  if (!cancels || leaveTransaction(play, token.in)) complete(play, token);
}
