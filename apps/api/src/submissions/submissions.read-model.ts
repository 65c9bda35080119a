import { Injectable } from '@nestjs/common';
import { visibleForm, reviewFields, type Actor, type AppAbility, type FormDefinition } from '@chengban/domain';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import type { RoundOutcome } from '../http/answers/round.dto.js';
import { FormNamesReadModel, type FormNames } from './form-names.read-model.js';
import { FormViewReadModel, formNodes } from './form-view.read-model.js';
import { FINAL_VERDICT, outcomeOf, RoundsReadModel, type Named, type Round } from './rounds.read-model.js';

export interface SubmissionItem {
  readonly id: string;
  readonly obligationId: string;
  readonly instanceId: string;
  readonly number: string;
  readonly measureNo: number;
  readonly measureText: string;
  readonly requirement: string;
  /** what ran beside the flow that answers the obligation, by its flow's name; null: that flow itself */
  readonly beside: string | null;
  readonly unit: Named;
  readonly status: string;
  readonly outcome: string | null;
  readonly rounds: number;
  readonly lastRound: { readonly no: number; readonly submittedAt: Date; readonly outcome: RoundOutcome } | null;
  readonly updatedAt: Date;
}

export interface SubmissionPage extends Omit<SubmissionItem, 'rounds'>, FormNames {
  readonly rounds: readonly Round[];
  /** of the version that the instance runs on: the labels of what was filled in, without what the reader may not see */
  readonly form: FormDefinition;
  /** fields that are the reviewers' alone */
  readonly reviewFields: readonly string[];
}

interface Row extends Omit<SubmissionItem, 'unit' | 'lastRound'> {
  readonly unitId: string;
  readonly unitName: string;
  readonly submittedAt: Date | null;
  readonly verdict: string | null;
  readonly sortKey: string;
  readonly definitionVersionId: string;
  readonly supervisorUnitId: string;
}

const COLUMNS = {
  tenant: 's.tenant',
  unitId: 's.unit_id',
  readerUnitIds: { expression: 's.reader_unit_ids', array: true },
  readerPersonIds: { expression: 's.reader_person_ids', array: true },
  tasks: tasksOfInstance('s', 'instance_id'),
};

/** 报送 as people read them. What has not been handed in yet is not here: drafts stay inside the unit. */
@Injectable()
export class SubmissionsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly rounds: RoundsReadModel,
    private readonly flows: FlowsReadModel,
    private readonly views: FormViewReadModel,
    private readonly names: FormNamesReadModel,
  ) {}

  /** The last changed first. @param personId only those of which this person handed in a round */
  async list(
    ability: AppAbility,
    tenant: string,
    filter: {
      personId: string | null;
      obligationId: string | null;
      after: readonly [string, string] | null;
      limit: number;
    },
  ): Promise<{ item: SubmissionItem; cursor: readonly [string, string] }[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [
      `s.tenant = ${bind(tenant)}`,
      's.rounds > 0',
      sqlFor(ability, 'read', 'Submission', COLUMNS, parameters),
    ];
    if (filter.personId !== null)
      where.push(`EXISTS (SELECT FROM submission_round mine WHERE mine.tenant = s.tenant AND mine.submission_id = s.id
                            AND mine.submitted_by = ${bind(filter.personId)})`);
    if (filter.obligationId !== null) where.push(`s.obligation_id = ${bind(filter.obligationId)}`);
    if (filter.after)
      where.push(`(s.updated_at, s.id) < (${bind(filter.after[0])}::timestamptz, ${bind(filter.after[1])}::uuid)`);
    const rows = await this.select(
      `${where.join(' AND ')} ORDER BY s.updated_at DESC, s.id DESC LIMIT ${filter.limit}`,
      parameters,
    );
    return rows.map((row) => ({ item: itemOf(row), cursor: [row.sortKey, row.id] as const }));
  }

  /** Null when there is none, or none for this reader. */
  async find(actor: Actor, ability: AppAbility, id: string): Promise<SubmissionPage | null> {
    const { tenant } = actor;
    const parameters = new SqlParameters();
    const where = [`s.tenant = ${parameters.bind(tenant)}`, `s.id = ${parameters.bind(id)}`];
    where.push(sqlFor(ability, 'read', 'Submission', COLUMNS, parameters));
    const [row] = await this.select(where.join(' AND '), parameters);
    if (!row) return null;
    const { instanceId, unitId, supervisorUnitId } = row;
    const flow = await this.flows.flow(tenant, row.definitionVersionId);
    const access = await this.views.of(actor, { instanceId, unitId, supervisorUnitId, flow });
    const form = visibleForm(flow.form, access);
    const rounds = await this.rounds.rounds(tenant, id, access);
    const shown = rounds.flatMap(({ data, reviews }) => [data, ...reviews.map((review) => review.data)]);
    return {
      ...itemOf(row),
      rounds,
      form,
      reviewFields: reviewFields(form, [...formNodes(flow).values()]),
      ...(await this.names.of(tenant, form, shown)),
    };
  }

  private select(where: string, parameters: SqlParameters): Promise<Row[]> {
    return this.transactions.current().query(
      `SELECT s.id, s.obligation_id AS "obligationId", s.instance_id AS "instanceId", o.number, o.measure_no AS "measureNo",
              m.text AS "measureText", o.requirement, CASE WHEN NOT i.main THEN d.name END AS beside, s.unit_id AS "unitId", u.name AS "unitName", s.status, s.outcome, s.rounds,
              r.submitted_at AS "submittedAt", v.verdict, s.updated_at AS "updatedAt", s.updated_at::text AS "sortKey",
              i.definition_version_id AS "definitionVersionId", i.supervisor_unit_id AS "supervisorUnitId"
         FROM submission s
         JOIN instance i ON i.tenant = s.tenant AND i.id = s.instance_id
         JOIN definition_version d ON d.tenant = i.tenant AND d.id = i.definition_version_id
         JOIN obligation o ON o.tenant = s.tenant AND o.id = s.obligation_id
         JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
         JOIN unit u ON u.tenant = s.tenant AND u.id = s.unit_id
         LEFT JOIN submission_round r ON r.tenant = s.tenant AND r.submission_id = s.id AND r.no = s.rounds ${FINAL_VERDICT}
        WHERE ${where}`,
      parameters.values,
    );
  }
}

function itemOf(full: Row): SubmissionItem {
  const {
    unitId,
    unitName,
    submittedAt,
    verdict,
    sortKey: _,
    definitionVersionId: __,
    supervisorUnitId: ___,
    ...row
  } = full;
  const last = submittedAt && { no: row.rounds, submittedAt, outcome: outcomeOf(verdict) };
  return { ...row, unit: { id: unitId, name: unitName }, lastRound: last };
}
