import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import type { ExtensionItem, ExtensionRequestItem } from './obligations.dto.js';

interface Reader {
  readonly actor: Actor;
  readonly ability: AppAbility;
}

const SUBMISSION = {
  tenant: 's.tenant',
  unitId: 's.unit_id',
  readerUnitIds: { expression: 's.reader_unit_ids', array: true },
  readerPersonIds: { expression: 's.reader_person_ids', array: true },
  tasks: tasksOfInstance('s', 'instance_id'),
};

const TASK = {
  tenant: 't.tenant',
  unitId: 't.unit_id',
  candidateIds: { expression: 't.candidate_ids', array: true },
  definitionKey: 'v.key',
};

/** 延期 of one obligation. Whoever asks has checked that the obligation may be read; links are for those who may follow them. */
@Injectable()
export class ExtensionsReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** The oldest first. */
  past({ actor, ability }: Reader, obligationId: string): Promise<ExtensionItem[]> {
    const parameters = new SqlParameters();
    const readable = sqlFor(ability, 'read', 'Submission', SUBMISSION, parameters);
    const { bind } = parameters;
    return this.transactions.current().query(
      `SELECT x.from_on AS "from", x.to_on AS "to", x.at, CASE WHEN s.rounds > 0 AND ${readable} THEN s.id END AS "submissionId"
         FROM obligation_extension x
         JOIN submission s ON s.tenant = x.tenant AND s.instance_id = x.instance_id
        WHERE x.tenant = ${bind(actor.tenant)} AND x.obligation_id = ${bind(obligationId)}
        ORDER BY x.at`,
      parameters.values,
    );
  }

  /** The request that is under way, or null. */
  async request({ actor, ability }: Reader, obligationId: string): Promise<ExtensionRequestItem | null> {
    const parameters = new SqlParameters();
    const readable = sqlFor(ability, 'read', 'Submission', SUBMISSION, parameters);
    const seen = sqlFor(ability, 'read', 'Task', TASK, parameters);
    const { bind } = parameters;
    const [row]: ExtensionRequestItem[] = await this.transactions.current().query(
      `SELECT i.started_at AS "startedAt", p.name AS "startedBy", t.name AS step,
              CASE WHEN t.id IS NOT NULL AND ${seen} THEN t.id END AS "taskId",
              CASE WHEN s.rounds > 0 AND ${readable} THEN s.id END AS "submissionId"
         FROM instance i
         JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
         JOIN submission s ON s.tenant = i.tenant AND s.instance_id = i.id
         LEFT JOIN person p ON p.tenant = i.tenant AND p.id = i.started_by
         LEFT JOIN LATERAL (SELECT tenant, id, name, unit_id, candidate_ids FROM task
                             WHERE tenant = i.tenant AND instance_id = i.id AND status = 'open'
                             ORDER BY opened_at, id LIMIT 1) t ON true
        WHERE i.tenant = ${bind(actor.tenant)} AND i.obligation_id = ${bind(obligationId)}
          AND i.request = 'extension' AND i.status <> 'completed'`,
      parameters.values,
    );
    return row ?? null;
  }
}
