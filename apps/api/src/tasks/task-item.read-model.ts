import {
  light,
  principalFor,
  type Actor,
  type Calendar,
  type Light,
  type ObligationStatus,
  type SeatClosing,
  type TaskPurpose,
} from '@chengban/domain';

/** A person by name, as lists and answers show it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** A task in lists and answers. Instants are ISO texts, so that a stored answer equals a fresh one. */
export interface TaskItem {
  readonly id: string;
  readonly instanceId: string;
  readonly obligationId: string;
  readonly nodeId: string;
  readonly name: string;
  readonly purpose: TaskPurpose;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly number: string;
  readonly measureNo: number;
  readonly measureText: string;
  readonly requirement: string;
  readonly unit: Named;
  /** of the obligation */
  readonly dueOn: string;
  /** of this task alone, where the flow sets one */
  readonly dueAt: string | null;
  readonly light: Light;
  readonly holder: Named | null;
  /** 代: who is away, where the reader may do the task only as their deputy */
  readonly actingFor: Named | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** how it ended; null while it is open */
  readonly closedHow: SeatClosing | null;
  /** the act that ended it, and whose; null: no person's */
  readonly closedVerb: string | null;
  readonly closedBy: Named | null;
  /** of the instance: what If-Match is compared with */
  readonly revision: number;
}

/** The columns behind a task's item, wherever they were read. */
export interface TaskFacts extends Omit<TaskItem, 'light' | 'unit' | 'dueAt' | 'openedAt' | 'closedAt'> {
  readonly unitId: string;
  readonly unitName: string;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly obligation: {
    readonly status: ObligationStatus;
    readonly submittedAt: Date | null;
    readonly returnedAt: Date | null;
    readonly closedAt: Date | null;
  };
}

export function taskItem(facts: TaskFacts, now: number, calendar: Calendar): TaskItem {
  const { obligation, unitId, unitName, dueAt, openedAt, closedAt, ...rest } = facts;
  return {
    ...rest,
    unit: { id: unitId, name: unitName },
    dueAt: dueAt?.toISOString() ?? null,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    light: light(
      {
        dueOn: facts.dueOn,
        status: obligation.status,
        submittedAt: obligation.submittedAt?.getTime() ?? null,
        returnedAt: obligation.returnedAt?.getTime() ?? null,
        closedAt: obligation.closedAt?.getTime() ?? null,
      },
      now,
      calendar,
    ),
  };
}

/** The one who is away, where the reader may do a task of these candidates only as their deputy. */
export function actingFor(actor: Actor, candidateIds: readonly string[], definitionKey: string): TaskItem['actingFor'] {
  const id = principalFor(actor, candidateIds, definitionKey);
  const rule = id === actor.personId ? undefined : actor.deputyFor.find(({ personId }) => personId === id);
  return rule ? { id: rule.personId, name: rule.name } : null;
}
