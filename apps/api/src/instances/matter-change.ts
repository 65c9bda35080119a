import { nodeInfo, type JsonObject, type Performed } from '@chengban/domain';
import { v7 } from 'uuid';
import type { Flow } from '../definitions/flows.read-model.js';
import { textOf } from './act-scene.js';
import type { Cast } from './casting.js';
import type { Change, Verdict } from './change.js';
import { copiesOf } from './copies-of.js';
import type { LockedMatter } from './lock-matter.js';
import { standingOf } from './locked-state.js';
import type { MatterRequest } from './matter-request.js';
import { toldByMatter } from './matter-told.js';
import type { ActEvent } from './replay.js';
import { NO_ACT, settleChange } from './settle-change.js';

interface Carried {
  readonly request: MatterRequest;
  readonly locked: LockedMatter;
  readonly flow: Flow;
  readonly cast: Cast;
  readonly performed: Performed;
  readonly now: number;
}

/** An act on the matter as a whole as the rows of one command. */
export function matterChange({ request, locked, flow, cast, performed, now }: Carried): Change {
  const { instance, face } = locked;
  const { act, actor } = request;
  const event: ActEvent = {
    type: 'act',
    act,
    ...(instance.startedBy !== null && { startedBy: instance.startedBy }),
  };
  const nameOf = (nodeId: string): string => nodeInfo(flow.workflow, nodeId)?.name ?? nodeId;
  const text = act.verb === 'reroute' ? `拟调到“${nameOf(act.to)}”。原因：${act.reason.trim()}` : textOf(act, cast);
  const before = standingOf(instance);
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face,
    cast,
    actorId: actor.personId,
    now,
    performed,
    line: { verb: act.verb, nodeId: null, event: event as unknown as JsonObject, text },
    told: [
      ...toldByMatter({ act, actor, before, standing: performed.standing, locked, cast, now, nameOf }),
      ...copiesOf(flow, instance, cast, performed),
    ],
  });
  return { ...settled, ...NO_ACT, verdicts: verdictsOf(request, before.round, performed) };
}

/** What was taken back stands in the record, and so does that it was. */
function verdictsOf({ act, actor }: MatterRequest, roundNo: number, { round }: Performed): Verdict[] {
  if (round?.type !== 'takenBack' || roundNo === 0 || act.verb !== 'withdraw') return [];
  const verdict = round.what === 'submission' ? 'withdraw' : 'takeBack';
  const who = { personId: actor.personId, forId: null, repeats: null };
  return [
    {
      id: v7(),
      roundNo,
      taskId: null,
      nodeId: '',
      verdict,
      reason: act.reason.trim(),
      data: null,
      final: true,
      ...who,
    },
  ];
}
