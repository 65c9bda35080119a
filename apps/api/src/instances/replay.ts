import {
  perform,
  startInstance,
  step,
  withArmed,
  type ArmedTimer,
  type StartAt,
  type StepEvent,
  type Act,
  type JsonObject,
  type Marking,
  type StepResult,
  type Workflow,
} from '@chengban/domain';
import type { ChainedLine } from './history-chain.js';

/** The event of a history line, as the commands write it, with the timers that it armed. */
type Recorded = HistoryEvent & { readonly armed?: readonly ArmedTimer[] };

type HistoryEvent =
  | { readonly type: 'start'; readonly variables: JsonObject; readonly at?: StartAt }
  | { readonly type: 'act'; readonly taskId: string; readonly token?: number; readonly act: Act }
  | StepEvent;

/** A history that today's program does not lead through to the same end. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';

  constructor(
    readonly seq: number,
    reason: string,
  ) {
    super(`history line ${seq} does not replay: ${reason}`);
  }
}

/**
 * Walks the recorded events from the start with the same functions that ran them.
 * @param lines in order
 * @throws ReplayError at the first event that is refused now
 */
export function replay(workflow: Workflow, definitionHash: string, lines: readonly ChainedLine[]): Marking {
  let marking: Marking | null = null;
  for (const line of lines) {
    if (line.event === null) continue;
    const { armed = [], ...event } = line.event as unknown as Recorded;
    const now = Date.parse(line.at);
    const result: StepResult | ReturnType<typeof perform> | null =
      event.type === 'start'
        ? startInstance(workflow, event.variables, now, definitionHash, event.at)
        : marking === null
          ? null
          : event.type === 'act'
            ? perform(contextOf(workflow, marking, line, event.token), event.act)
            : step(workflow, marking, event, now);
    if (result === null) throw new ReplayError(line.seq, 'nothing was started');
    if (!result.ok) throw new ReplayError(line.seq, result.error.code);
    // the calendar may have changed since: a timer is due when it was due then
    marking = withArmed(result.value.marking, armed);
  }
  if (marking === null) throw new ReplayError(0, 'the history is empty');
  return marking;
}

/** Who was allowed to act was decided then; replaying decides only what the act did. */
function contextOf(workflow: Workflow, marking: Marking, line: ChainedLine, token: number | undefined) {
  const personId = line.actorId ?? '';
  const verb = (line.event?.['act'] as JsonObject | undefined)?.['verb'];
  const holderId = verb === 'release' ? personId : null;
  const place = { nodeId: line.nodeId ?? '', ...(token !== undefined && { token }) };
  const task = { id: '', ...place, status: 'open', candidateIds: [personId], holderId } as const;
  return { workflow, marking, task, actor: { personId }, drafterIds: [], now: Date.parse(line.at) };
}
