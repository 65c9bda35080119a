import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import { civilDateInShanghai, type Actor, type AppAbility, type CivilDate } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { DeputyRuleDto } from './deputies.dto.js';
import { DEPUTY_STATES, stateOf } from './deputy-state.js';

export interface Reader {
  readonly actor: Actor;
  readonly ability: AppAbility;
}

export interface RuleFilter {
  /** given: the reader is away · received: the reader is the deputy · all: every rule that the reader may see */
  readonly whose: 'given' | 'received' | 'all';
  /** open: holds today or later · past: over or ended */
  readonly state: 'open' | 'past';
  readonly after: string | null;
  readonly limit: number;
}

type Derived = 'principal' | 'deputy' | 'madeBy' | 'ended' | 'state' | 'stateName' | 'mayEnd' | 'from' | 'to';

interface Row extends Omit<DeputyRuleDto, Derived> {
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly principalId: string;
  readonly principalName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly madeById: string;
  readonly madeByName: string;
  readonly endedById: string | null;
  readonly endedByName: string | null;
  readonly endedAt: Date | null;
}

const COLUMNS = { tenant: 'r.tenant', principalId: 'r.principal_id', deputyId: 'r.deputy_id' };

/** 代理 as people read it: who does whose tasks, when, for which flows and why. */
@Injectable()
export class DeputyRulesReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The last made first. */
  list(reader: Reader, { whose, state, after, limit }: RuleFilter): Promise<DeputyRuleDto[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const me = reader.actor.personId;
    const today = bind(this.today());
    const holds = `(r.ended_at IS NULL AND r.valid_to >= ${today})`;
    const where = [state === 'open' ? holds : `NOT ${holds}`];
    if (whose !== 'all') where.push(`r.${whose === 'given' ? 'principal_id' : 'deputy_id'} = ${bind(me)}`);
    if (after !== null) where.push(`r.id < ${bind(after)}`);
    return this.select(reader, parameters, where, `ORDER BY r.id DESC LIMIT ${limit}`);
  }

  /** Null when there is none, or none for this reader. */
  async find(reader: Reader, id: string): Promise<DeputyRuleDto | null> {
    const parameters = new SqlParameters();
    const [rule] = await this.select(reader, parameters, [`r.id = ${parameters.bind(id)}`], '');
    return rule ?? null;
  }

  private async select(
    { actor, ability }: Reader,
    parameters: SqlParameters,
    where: readonly string[],
    end: string,
  ): Promise<DeputyRuleDto[]> {
    const readable = sqlFor(ability, 'read', 'DeputyRule', COLUMNS, parameters);
    const inTenant = `r.tenant = ${parameters.bind(actor.tenant)}`;
    const rows: Row[] = await this.transactions.current().query(
      `SELECT r.id, r.valid_from AS "validFrom", r.valid_to AS "validTo", r.reason, r.made_at AS "madeAt",
              r.ended_at AS "endedAt", r.principal_id AS "principalId", p.name AS "principalName",
              r.deputy_id AS "deputyId", d.name AS "deputyName", r.made_by AS "madeById", m.name AS "madeByName",
              r.ended_by AS "endedById", e.name AS "endedByName", ${FLOWS} AS flows, ${AWAY} AS "deputyAway"
         FROM deputy_rule r
         JOIN person p ON p.tenant = r.tenant AND p.id = r.principal_id
         JOIN person d ON d.tenant = r.tenant AND d.id = r.deputy_id
         JOIN person m ON m.tenant = r.tenant AND m.id = r.made_by
         LEFT JOIN person e ON e.tenant = r.tenant AND e.id = r.ended_by
        WHERE ${[inTenant, readable, ...where].join(' AND ')} ${end}`,
      parameters.values,
    );
    const today = this.today();
    return rows.map((row) => ruleOf(row, actor.tenant, ability, today));
  }

  private readonly today = (): CivilDate => civilDateInShanghai(this.clock.now());
}

/** null: every flow */
const FLOWS = `(SELECT json_agg(json_build_object('key', chosen.key, 'name', coalesce(f.name, chosen.key)) ORDER BY chosen.key)
    FROM unnest(r.definition_keys) AS chosen (key) LEFT JOIN definition f ON f.tenant = r.tenant AND f.key = chosen.key)`;

/** The days on which the deputy has a deputy of their own for some of the same tasks: nobody would do them. */
const AWAY = `(SELECT json_build_object('from', greatest(x.valid_from, r.valid_from), 'to', least(x.valid_to, r.valid_to))
    FROM deputy_rule x
   WHERE x.tenant = r.tenant AND x.principal_id = r.deputy_id AND x.ended_at IS NULL
     AND x.valid_from <= r.valid_to AND x.valid_to >= r.valid_from
     AND (x.definition_keys IS NULL OR r.definition_keys IS NULL OR x.definition_keys && r.definition_keys)
   ORDER BY x.valid_from, x.id LIMIT 1)`;

function ruleOf(row: Row, tenant: string, ability: AppAbility, today: CivilDate): DeputyRuleDto {
  const { id, principalId, deputyId, validFrom, validTo, endedAt, endedById } = row;
  const state = stateOf(row, today);
  const mayEnd = ability.can('end', subject('DeputyRule', { tenant, principalId, deputyId }) as never);
  const holds = state === 'coming' || state === 'active';
  return {
    id,
    principal: { id: principalId, name: row.principalName },
    deputy: { id: deputyId, name: row.deputyName },
    from: validFrom,
    to: validTo,
    flows: row.flows,
    reason: row.reason,
    madeBy: { id: row.madeById, name: row.madeByName },
    madeAt: row.madeAt,
    ended: endedAt && endedById !== null ? { at: endedAt, by: { id: endedById, name: row.endedByName ?? '' } } : null,
    state,
    stateName: DEPUTY_STATES[state],
    mayEnd: mayEnd && holds,
    deputyAway: holds ? row.deputyAway : null,
  };
}
