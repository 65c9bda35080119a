import { Injectable } from '@nestjs/common';
import { light, OBLIGATION_KIND_NAMES, type Actor, type AppAbility } from '@chengban/domain';
import { SqlParameters } from '../access/sql-for.js';
import { CityCalendar } from '../config/city-calendar.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { ANY_DAY, ANY_ID, decodeCursor, pageOf, rowsWanted } from '../http/paging/cursor.js';
import type { Page } from '../http/paging/page.js';
import { OpenTasksReadModel } from '../tasks/open-tasks.read-model.js';
import { readableObligations } from './obligation-sql.js';
import { STATUS_NAMES, type ObligationItem, type ObligationQuery } from './obligations.dto.js';

type Derived = 'kindName' | 'statusName' | 'light' | 'unit' | 'openTaskId';

type ObligationRecord = Omit<ObligationItem, Derived> & {
  unitId: string;
  unitName: string;
  readerUnitIds: string[];
  submittedAt: Date | null;
  returnedAt: Date | null;
  closedAt: Date | null;
};

export interface Reader {
  readonly actor: Actor;
  readonly ability: AppAbility;
}

/** 承办事项 as people read them: only those that the reader may see, each with its light of this moment. */
@Injectable()
export class ObligationsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly openTasks: OpenTasksReadModel,
    private readonly clock: Clock,
    private readonly city: CityCalendar,
  ) {}

  /** By due day, the earliest first. */
  async list(reader: Reader, query: ObligationQuery): Promise<Page<ObligationItem>> {
    const parameters = new SqlParameters();
    const where = [
      `o.tenant = ${parameters.bind(reader.actor.tenant)}`,
      readableObligations(reader.ability, parameters),
      ...filters(query, parameters),
    ];
    const records = await this.select(where, parameters, rowsWanted(query));
    const page = pageOf(
      records,
      query,
      (row) => [row.dueOn, row.id],
      (row) => row,
    );
    return { items: await this.items(reader, page.items), nextCursor: page.nextCursor };
  }

  /** Says nothing else of it: for those who may act on any of the city's without seeing them. */
  async exists(tenant: string, id: string): Promise<boolean> {
    const rows: unknown[] = await this.transactions
      .current()
      .query('SELECT 1 FROM obligation WHERE tenant = $1 AND id = $2', [tenant, id]);
    return rows.length > 0;
  }

  /** Null when there is none, or none for this reader. */
  async find(reader: Reader, id: string): Promise<(ObligationItem & { readerUnitIds: string[] }) | null> {
    const parameters = new SqlParameters();
    const where = [
      `o.tenant = ${parameters.bind(reader.actor.tenant)}`,
      `o.id = ${parameters.bind(id)}`,
      readableObligations(reader.ability, parameters),
    ];
    const [record] = await this.select(where, parameters, 1);
    if (!record) return null;
    const [item] = await this.items(reader, [record]);
    return item ? { ...item, readerUnitIds: record.readerUnitIds } : null;
  }

  private select(where: readonly string[], parameters: SqlParameters, limit: number): Promise<ObligationRecord[]> {
    return this.transactions.current().query(
      `SELECT o.id, o.number, o.plan_id AS "planId", o.measure_no AS "measureNo", m.text AS "measureText",
         m.key_task_no AS "keyTaskNo", k.title AS "keyTaskTitle", m.work_task_no AS "workTaskNo",
         w.title AS "workTaskTitle", o.unit_id AS "unitId", u.name AS "unitName", o.kind, o.requirement,
         m.deadline->>'text' AS "deadlineText", o.due_on AS "dueOn", o.original_due_on AS "originalDueOn",
         CASE WHEN o.original_due_on IS NULL THEN 0 ELSE (SELECT count(*)::int FROM obligation_extension x
           WHERE x.tenant = o.tenant AND x.obligation_id = o.id) END AS extensions, o.status, o.outcome, o.instance_id AS "instanceId",
         o.reader_unit_ids AS "readerUnitIds", o.submitted_at AS "submittedAt", o.returned_at AS "returnedAt",
         o.closed_at AS "closedAt"
       FROM obligation o
       JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
       JOIN key_task k ON k.tenant = m.tenant AND k.plan_id = m.plan_id AND k.no = m.key_task_no
       JOIN work_task w ON w.tenant = m.tenant AND w.plan_id = m.plan_id AND w.no = m.work_task_no
       JOIN unit u ON u.tenant = o.tenant AND u.id = o.unit_id
       WHERE ${where.join(' AND ')}
       ORDER BY o.due_on, o.id
       LIMIT ${limit}`,
      parameters.values,
    );
  }

  private async items(reader: Reader, records: readonly ObligationRecord[]): Promise<ObligationItem[]> {
    const ids = records.map((record) => record.id);
    const tasks = await this.openTasks.byObligation(reader, ids);
    const now = this.clock.now();
    return records.map((record) => {
      const { unitId, unitName, submittedAt, returnedAt, closedAt, readerUnitIds: _, ...fields } = record;
      const facts = {
        dueOn: record.dueOn,
        status: record.status,
        submittedAt: submittedAt?.getTime(),
        returnedAt: returnedAt?.getTime(),
        closedAt: closedAt?.getTime(),
      };
      return {
        ...fields,
        unit: { id: unitId, name: unitName },
        kindName: OBLIGATION_KIND_NAMES[record.kind],
        statusName: STATUS_NAMES[record.status],
        light: light(facts, now, this.city.calendar),
        openTaskId: tasks.get(record.id) ?? null,
      };
    });
  }
}

function filters(query: ObligationQuery, { bind }: SqlParameters): string[] {
  const after = decodeCursor(query.cursor, [ANY_DAY, ANY_ID]);
  const words = query.q?.trim();
  return [
    ...(query.planId ? [`o.plan_id = ${bind(query.planId)}`] : []),
    ...(query.unitId ? [`o.unit_id = ${bind(query.unitId)}`] : []),
    ...(query.measureNo ? [`o.measure_no = ${bind(query.measureNo)}`] : []),
    ...(query.status === 'open' ? [`o.status <> 'closed'`] : query.status ? [`o.status = ${bind(query.status)}`] : []),
    ...(query.dueBefore ? [`o.due_on < ${bind(query.dueBefore)}`] : []),
    ...(words ? [contains(bind(`%${words.replace(/[\\%_]/g, '\\$&')}%`))] : []),
    ...(after ? [`(o.due_on, o.id) > (${bind(after[0])}::date, ${bind(after[1])}::uuid)`] : []),
  ];
}

const contains = (words: string): string =>
  `(o.number ILIKE ${words} OR o.requirement ILIKE ${words} OR m.text ILIKE ${words} OR u.name ILIKE ${words})`;
