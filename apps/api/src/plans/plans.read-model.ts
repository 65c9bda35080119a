import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { overdueObligations, readableObligations } from './obligation-sql.js';
import type { MeasureItem, MeasureProgress, PlanAnswer } from './plans.dto.js';

type MeasureRecord = Omit<MeasureItem, 'progress'> & MeasureProgress;

/** Plans and measures, with counts of the obligations that the reader may see. */
@Injectable()
export class PlansReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param id only that plan */
  list(ability: AppAbility, id?: string): Promise<PlanAnswer[]> {
    const parameters = new SqlParameters();
    const readable = sqlFor(ability, 'read', 'Plan', { tenant: 'p.tenant' }, parameters);
    return this.transactions.current().query(
      `SELECT p.id, p.title, p.code, p.status, p.period_from AS "periodFrom", p.period_to AS "periodTo",
         (SELECT count(*) FROM measure m WHERE m.tenant = p.tenant AND m.plan_id = p.id) AS "measureCount",
         (SELECT count(*) FROM obligation o WHERE o.tenant = p.tenant AND o.plan_id = p.id
            AND ${readableObligations(ability, parameters)}) AS "obligationCount"
       FROM plan p
       WHERE ${readable} ${id === undefined ? '' : `AND p.id = ${parameters.bind(id)}`}
       ORDER BY p.period_from DESC, p.code`,
      parameters.values,
    );
  }

  /** All measures of a plan in the document's order; a plan has some dozens. */
  async measures(tenant: string, planId: string, ability: AppAbility): Promise<MeasureItem[]> {
    const parameters = new SqlParameters();
    const overdue = overdueObligations(this.clock.now(), parameters);
    const readable = readableObligations(ability, parameters);
    const [inTenant, inPlan] = [parameters.bind(tenant), parameters.bind(planId)];
    const rows = await this.transactions.current().query<MeasureRecord[]>(
      `SELECT m.no, m.key_task_no AS "keyTaskNo", k.title AS "keyTaskTitle", m.work_task_no AS "workTaskNo",
         w.title AS "workTaskTitle", m.text, m.units, m.deadline->>'text' AS "deadlineText",
         COALESCE(c.total, 0) AS total, COALESCE(c.closed, 0) AS closed, COALESCE(c.overdue, 0) AS overdue
       FROM measure m
       JOIN key_task k ON k.tenant = m.tenant AND k.plan_id = m.plan_id AND k.no = m.key_task_no
       JOIN work_task w ON w.tenant = m.tenant AND w.plan_id = m.plan_id AND w.no = m.work_task_no
       LEFT JOIN (
         SELECT o.measure_no, count(*) AS total, count(*) FILTER (WHERE o.status = 'closed') AS closed,
           count(*) FILTER (WHERE ${overdue}) AS overdue
         FROM obligation o WHERE o.tenant = ${inTenant} AND o.plan_id = ${inPlan} AND ${readable}
         GROUP BY o.measure_no) c ON c.measure_no = m.no
       WHERE m.tenant = ${inTenant} AND m.plan_id = ${inPlan}
       ORDER BY m.no`,
      parameters.values,
    );
    return rows.map(({ total, closed, overdue: late, ...measure }) => ({
      ...measure,
      progress: { total, closed, overdue: late },
    }));
  }
}
