import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import { refuseItems } from '../rounds/refuse-items.js';
import type { Act, ActContext, MatterAct, MatterContext, Performed, TaskAct } from './act.js';
import { judge } from './judge.js';
import { refuseText } from './refuse-text.js';
import { withRepeats } from './repeats.js';
import { findSeat } from './standing/find-seat.js';
import { claim, release, save } from './verbs/hold.js';
import { approve, reject, returnTask, submit } from './verbs/say.js';
import { delegate, reply, transfer } from './verbs/pass-on.js';
import { addSigner, removeSigner } from './verbs/signers.js';
import { withdraw } from './verbs/withdraw.js';
import { cancel, terminate } from './verbs/stop.js';
import { urge } from './verbs/urge.js';
import { confirmReroute, dropReroute, reroute } from './verbs/reroute.js';
import { reopen } from './verbs/reopen.js';
import { handOver } from './verbs/hand-over.js';

export type Outcome = Result<Performed, Refusal>;

/** Carries an act on a task out, or says why not. Pure: a refusal leaves everything as it was. */
export function perform(context: ActContext, act: TaskAct): Outcome {
  const refused = judge(context, act.verb) ?? refuseText(act) ?? refuseItems(act, context.openItems);
  if (refused !== null) return fail(refused);
  const found = findSeat(context.standing, context.seat);
  if (found === null) throw new Error('judge lets nothing through without a seat');
  switch (act.verb) {
    case 'claim':
      return ok(claim(context, found));
    case 'release':
      return ok(release(context, found));
    case 'save':
      return ok(save(context, found));
    case 'submit':
      return withRepeats(context, submit(context, found, act));
    case 'approve':
      return withRepeats(context, approve(context, found, act));
    case 'return':
      return withRepeats(context, returnTask(context, found, act));
    case 'reject':
      return reject(context, found, act);
    case 'transfer':
      return transfer(context, found, act);
    case 'delegate':
      return delegate(context, found, act);
    case 'reply':
      return ok(reply(context, found, act));
    case 'addSigner':
      return addSigner(context, found, act);
    case 'removeSigner':
      return withRepeats(context, removeSigner(context, found, act));
  }
}

/** Carries an act on the matter as a whole out. Whether the actor may at all is asked of the ability, not here. */
export function performOnMatter(context: MatterContext, act: MatterAct): Outcome {
  const refused = refuseText(act);
  if (refused !== null) return fail(refused);
  switch (act.verb) {
    case 'withdraw':
      return withdraw(context);
    case 'cancel':
      return cancel(context, act);
    case 'terminate':
      return terminate(context);
    case 'reopen':
      return reopen(context);
    case 'urge':
      return urge(context);
    case 'reroute':
      return reroute(context, act);
    case 'confirmReroute':
      return withRepeats(context, confirmReroute(context));
    case 'dropReroute':
      return dropReroute(context);
    case 'handOver':
      return handOver(context, act);
  }
}

export const isMatterAct = (act: Act): act is MatterAct => MATTER.has(act.verb);
const MATTER: ReadonlySet<string> = new Set<MatterAct['verb']>([
  'withdraw',
  'cancel',
  'terminate',
  'reopen',
  'urge',
  'reroute',
  'confirmReroute',
  'dropReroute',
  'handOver',
]);
