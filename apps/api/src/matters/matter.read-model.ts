import { Injectable } from '@nestjs/common';
import type { AppAbility, HandledTask, JsonObject, SubjectFields } from '@chengban/domain';
import { v5, v7 } from 'uuid';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';

/** One instance with what people call it: what is talked about, copied and printed. */
export interface Matter {
  readonly tenant: string;
  readonly id: string;
  readonly obligationId: string;
  readonly submissionId: string;
  readonly definitionVersionId: string;
  readonly unitId: string;
  readonly readerUnitIds: readonly string[];
  readonly readerPersonIds: readonly string[];
  readonly tasks: readonly HandledTask[];
  /** the user tasks where it stands */
  readonly nodeIds: readonly string[];
  readonly number: string;
  readonly unitName: string;
  readonly requirement: string;
}

/** read: as it stands · share: nobody changes it until the transaction ends · update: and this transaction will */
export type MatterLock = 'read' | 'share' | 'update';

const LOCKS: Readonly<Record<MatterLock, string>> = { read: '', share: 'FOR SHARE OF i', update: 'FOR UPDATE OF i' };

const COLUMNS = {
  tenant: 'i.tenant',
  unitId: 'i.unit_id',
  readerUnitIds: { expression: 'i.reader_unit_ids', array: true },
  readerPersonIds: { expression: 'i.reader_person_ids', array: true },
  tasks: tasksOfInstance('i'),
};

/** The instances `i` that a person may read, as a predicate. */
const readableInstances = (ability: AppAbility, parameters: SqlParameters): string =>
  sqlFor(ability, 'read', 'Instance', COLUMNS, parameters);

/** Instances for the features that stand beside the flow and never move it. */
@Injectable()
export class MatterReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** Null when there is none, or none for this reader. */
  find(ability: AppAbility, tenant: string, id: string, lock: MatterLock = 'read'): Promise<Matter | null> {
    const parameters = new SqlParameters();
    return this.one(tenant, id, (bound) => readableInstances(ability, bound), parameters, lock);
  }

  /** For the system itself, which asks nobody. */
  known(tenant: string, id: string, lock: MatterLock): Promise<Matter | null> {
    return this.one(tenant, id, () => 'TRUE', new SqlParameters(), lock);
  }

  private async one(
    tenant: string,
    id: string,
    readable: (parameters: SqlParameters) => string,
    parameters: SqlParameters,
    lock: MatterLock,
  ): Promise<Matter | null> {
    const { bind } = parameters;
    const where = [`i.tenant = ${bind(tenant)}`, `i.id = ${bind(id)}`, readable(parameters)].join(' AND ');
    const rows: Matter[] = await this.transactions.current().query(
      `SELECT i.tenant, i.id, i.obligation_id AS "obligationId", i.submission_id AS "submissionId",
              i.definition_version_id AS "definitionVersionId", i.unit_id AS "unitId", i.reader_unit_ids AS "readerUnitIds",
              i.reader_person_ids AS "readerPersonIds",
              ARRAY(SELECT s->>'nodeId' FROM jsonb_array_elements(i.approval->'sittings') s) AS "nodeIds", o.number, u.name AS "unitName", o.requirement,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('candidateIds', t.candidate_ids, 'definitionKey', v.key,
                        'purpose', t.purpose, 'status', t.status)), '[]')
                 FROM task t JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
                WHERE t.tenant = i.tenant AND t.instance_id = i.id) AS tasks
         FROM instance i
         JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
         JOIN unit u ON u.tenant = i.tenant AND u.id = i.unit_id
        WHERE ${where} ${LOCKS[lock]}`,
      parameters.values,
    );
    return rows[0] ?? null;
  }
}

/** The matter as policies ask for it. */
export const instanceFields = ({
  tenant,
  unitId,
  readerUnitIds,
  readerPersonIds,
  tasks,
}: Matter): SubjectFields['Instance'] => ({
  tenant,
  unitId,
  readerUnitIds: [...readerUnitIds],
  readerPersonIds: [...readerPersonIds],
  tasks: [...tasks],
});

const subjectOf = ({ number, unitName, requirement }: Matter): string => `${number} ${unitName}：${requirement}`;

/**
 * A message to people about a matter, for the outbox. Nothing of what was written is quoted: a message cannot be taken
 * back, the words can.
 * @param cause what it comes from, where telling it twice must be one message; a fresh one unless said
 */
export function tell(
  matter: Matter,
  topic: string,
  personIds: readonly string[],
  title: string,
  cause?: string,
): { id: string; instanceId: string; topic: string; payload: JsonObject } {
  const payload: JsonObject = {
    personIds: [...personIds],
    title,
    text: subjectOf(matter).slice(0, MAX_TEXT),
    taskId: null,
    instanceId: matter.id,
    obligationId: matter.obligationId,
  };
  return { id: cause === undefined ? v7() : v5(topic, cause), instanceId: matter.id, topic, payload };
}

const MAX_TEXT = 200;
