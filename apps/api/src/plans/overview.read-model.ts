import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { SqlParameters } from '../access/sql-for.js';
import { CityCalendar } from '../config/city-calendar.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { obligationsDueSoon, overdueObligations, readableObligations } from './obligation-sql.js';
import type { OverviewAnswer, OverviewTotals } from './overview.dto.js';

/** One line of the counting query: the whole plan, one key task, or one unit. */
type CountRow = OverviewTotals & {
  scope: 'plan' | 'keyTask' | 'unit';
  keyTaskNo: number | null;
  unitId: string | null;
  name: string | null;
};

/** 工作总览: counted by the database in one pass over the obligations that the reader may see. */
@Injectable()
export class OverviewReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly city: CityCalendar,
  ) {}

  async overview(tenant: string, planId: string, ability: AppAbility): Promise<OverviewAnswer> {
    const rows = await this.count(tenant, planId, ability);
    const { total, pending, drafting, inReview, returned, closed, overdue, dueSoon } =
      rows.find((row) => row.scope === 'plan') ?? NOTHING;
    return {
      asOf: this.clock.date().toISOString(),
      totals: { total, pending, drafting, inReview, returned, closed, overdue, dueSoon },
      byKeyTask: rows
        .filter((row) => row.scope === 'keyTask')
        .map((row) => ({ no: row.keyTaskNo ?? 0, title: row.name ?? '', ...brief(row) }))
        .sort((a, b) => a.no - b.no),
      byUnit: rows
        .filter((row) => row.scope === 'unit')
        .map((row) => ({ unitId: row.unitId ?? '', unitName: row.name ?? '', ...brief(row) }))
        .sort((a, b) => b.overdue - a.overdue || a.unitId.localeCompare(b.unitId)),
    };
  }

  private count(tenant: string, planId: string, ability: AppAbility): Promise<CountRow[]> {
    const parameters = new SqlParameters();
    const now = this.clock.now();
    const [overdue, dueSoon] = [
      overdueObligations(now, parameters),
      obligationsDueSoon(now, this.city.calendar, parameters),
    ];
    const readable = readableObligations(ability, parameters);
    const [inTenant, inPlan] = [parameters.bind(tenant), parameters.bind(planId)];
    return this.transactions.current().query(
      `SELECT CASE WHEN c.by_key_task = 0 THEN 'keyTask' WHEN c.by_unit = 0 THEN 'unit' ELSE 'plan' END AS scope,
         c.key_task_no AS "keyTaskNo", c.unit_id AS "unitId", COALESCE(k.title, u.name) AS name,
         c.total, c.pending, c.drafting, c."inReview", c.returned, c.closed, c.overdue, c."dueSoon"
       FROM (
         SELECT m.key_task_no, o.unit_id, grouping(m.key_task_no) AS by_key_task, grouping(o.unit_id) AS by_unit,
           count(*) AS total,
           count(*) FILTER (WHERE o.status = 'pending') AS pending,
           count(*) FILTER (WHERE o.status = 'drafting') AS drafting,
           count(*) FILTER (WHERE o.status = 'submitted') AS "inReview",
           count(*) FILTER (WHERE o.status = 'returned') AS returned,
           count(*) FILTER (WHERE o.status = 'closed') AS closed,
           count(*) FILTER (WHERE ${overdue}) AS overdue,
           count(*) FILTER (WHERE ${dueSoon}) AS "dueSoon"
         FROM obligation o
         JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
         WHERE o.tenant = ${inTenant} AND o.plan_id = ${inPlan} AND ${readable}
         GROUP BY GROUPING SETS ((), (m.key_task_no), (o.unit_id))) c
       LEFT JOIN key_task k ON k.tenant = ${inTenant} AND k.plan_id = ${inPlan} AND k.no = c.key_task_no
       LEFT JOIN unit u ON u.tenant = ${inTenant} AND u.id = c.unit_id`,
      parameters.values,
    );
  }
}

const NOTHING: OverviewTotals = {
  total: 0,
  pending: 0,
  drafting: 0,
  inReview: 0,
  returned: 0,
  closed: 0,
  overdue: 0,
  dueSoon: 0,
};

const brief = ({ total, closed, overdue, dueSoon }: OverviewTotals) => ({ total, closed, overdue, dueSoon });
