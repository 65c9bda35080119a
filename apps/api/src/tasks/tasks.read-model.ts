import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility, Calendar, TaskPurpose } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { CityCalendar } from '../config/city-calendar.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { actingFor, taskItem, type TaskFacts, type TaskItem } from './task-item.read-model.js';

export interface TaskFilter {
  readonly status: 'open' | 'done';
  /** only tasks that the reader may do, also for somebody away (another person may hold them), or has done */
  readonly mine: boolean;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A task's item with what its page needs besides. */
export interface TaskRecord {
  readonly item: TaskItem;
  /** where the next page of a list begins */
  readonly cursor: readonly [string, string];
  readonly candidateIds: readonly string[];
  readonly purpose: TaskPurpose;
  readonly seat: number;
}

export interface Reader {
  readonly actor: Actor;
  readonly ability: AppAbility;
}

interface Row extends Omit<TaskFacts, 'holder' | 'obligation' | 'actingFor' | 'closedBy'> {
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly enderId: string | null;
  readonly enderName: string | null;
  readonly candidateIds: string[];
  readonly definitionKey: string;
  readonly seat: number;
  readonly sortKey: string;
  readonly obligationStatus: TaskFacts['obligation']['status'];
  readonly submittedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly obligationClosedAt: Date | null;
}

const COLUMNS = {
  tenant: 't.tenant',
  unitId: 't.unit_id',
  candidateIds: { expression: 't.candidate_ids', array: true },
  definitionKey: 'v.key',
};

/**
 * The act that ended a task: the line of that moment which can end one, the task's own first. Lines that an act brings
 * after it (repeats, incidents, the end) are none.
 */
const ENDING = `SELECT h.verb, h.actor_id FROM history h
                 WHERE h.tenant = t.tenant AND h.instance_id = t.instance_id AND h.at = t.closed_at
                   AND h.verb NOT IN ('claim', 'release', 'save', 'urge', 'transfer', 'delegate', 'reply', 'handOver',
                                      'unassigned', 'incident', 'repeat', 'end', 'reroute', 'dropReroute')
                 ORDER BY (h.node_id = t.node_id AND h.actor_id = t.closed_by) DESC NULLS LAST, h.seq DESC LIMIT 1`;

/** 待办 and 已办, with what their obligations say. */
@Injectable()
export class TasksReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly city: CityCalendar,
  ) {}

  /** Open tasks by the obligation's due day, the earliest first; done ones by when they ended, the last first. */
  list(reader: Reader, filter: TaskFilter): Promise<TaskRecord[]> {
    const { actor, ability } = reader;
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const open = filter.status === 'open';
    const where = [`t.tenant = ${bind(actor.tenant)}`, open ? `t.status = 'open'` : `t.status <> 'open'`];
    if (filter.mine && !open) where.push(`t.closed_by = ${bind(actor.personId)}::uuid`);
    where.push(sqlFor(ability, filter.mine && open ? 'act' : 'read', 'Task', COLUMNS, parameters));
    const key = open ? 'o.due_on' : 't.closed_at';
    if (filter.after)
      where.push(
        `(${key}, t.id) ${open ? '>' : '<'} (${bind(filter.after[0])}::${open ? 'date' : 'timestamptz'}, ${bind(filter.after[1])}::uuid)`,
      );
    const direction = open ? 'ASC' : 'DESC';
    return this.select(
      actor,
      key,
      `${where.join(' AND ')} ORDER BY ${key} ${direction}, t.id ${direction} LIMIT ${filter.limit}`,
      parameters,
    );
  }

  /** Null when there is none, or none for this reader. */
  async find({ actor, ability }: Reader, id: string): Promise<TaskRecord | null> {
    const parameters = new SqlParameters();
    const where = [`t.tenant = ${parameters.bind(actor.tenant)}`, `t.id = ${parameters.bind(id)}`];
    where.push(sqlFor(ability, 'read', 'Task', COLUMNS, parameters));
    const [record] = await this.select(actor, 'o.due_on', where.join(' AND '), parameters);
    return record ?? null;
  }

  private async select(actor: Actor, key: string, where: string, parameters: SqlParameters): Promise<TaskRecord[]> {
    const rows: Row[] = await this.transactions.current().query(
      `SELECT t.id, t.instance_id AS "instanceId", t.obligation_id AS "obligationId", t.node_id AS "nodeId", t.name, t.purpose,
              t.status, o.number, o.measure_no AS "measureNo", m.text AS "measureText", o.requirement, t.unit_id AS "unitId",
              u.name AS "unitName", o.due_on AS "dueOn", t.due_at AS "dueAt", t.holder_id AS "holderId", p.name AS "holderName",
              t.opened_at AS "openedAt", t.closed_at AS "closedAt", t.closed_how AS "closedHow",
              e.verb AS "closedVerb", e.actor_id AS "enderId", ep.name AS "enderName", i.revision, t.candidate_ids AS "candidateIds", t.seat, v.key AS "definitionKey",
              o.status AS "obligationStatus", o.submitted_at AS "submittedAt", o.returned_at AS "returnedAt",
              o.closed_at AS "obligationClosedAt", ${key}::text AS "sortKey"
         FROM task t
         JOIN instance i ON i.tenant = t.tenant AND i.id = t.instance_id
         JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
         JOIN obligation o ON o.tenant = t.tenant AND o.id = t.obligation_id
         JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
         JOIN unit u ON u.tenant = t.tenant AND u.id = t.unit_id
         LEFT JOIN person p ON p.tenant = t.tenant AND p.id = t.holder_id
         LEFT JOIN LATERAL (${ENDING}) e ON t.status <> 'open'
         LEFT JOIN person ep ON ep.tenant = t.tenant AND ep.id = e.actor_id
        WHERE ${where}`,
      parameters.values,
    );
    const now = this.clock.now();
    return rows.map((row) => recordOf(row, actor, now, this.city.calendar));
  }
}

function recordOf(row: Row, actor: Actor, now: number, calendar: Calendar): TaskRecord {
  const {
    holderId,
    holderName,
    enderId,
    enderName,
    candidateIds,
    definitionKey,
    seat,
    sortKey,
    obligationStatus,
    submittedAt,
    returnedAt,
    obligationClosedAt,
    ...facts
  } = row;
  const obligation = { status: obligationStatus, submittedAt, returnedAt, closedAt: obligationClosedAt };
  const holder = holderId === null ? null : { id: holderId, name: holderName ?? '' };
  const closedBy = enderId === null ? null : { id: enderId, name: enderName ?? '' };
  return {
    item: taskItem(
      { ...facts, holder, closedBy, obligation, actingFor: actingFor(actor, candidateIds, definitionKey) },
      now,
      calendar,
    ),
    cursor: [sortKey, row.id],
    candidateIds,
    purpose: row.purpose,
    seat,
  };
}
