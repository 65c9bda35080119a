import type { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import type { NamedDto } from '../http/answers/named.dto.js';
import { TRIES_BEFORE_LISTED } from '../outbox/delivery-act.js';
import type { DeliveryObligationDto } from './deliveries.dto.js';

/** open: a person has to decide · abandoned: given up, by whomever */
export type DeliveryState = 'open' | 'abandoned';

/** A row of the list. Of the payload only the name, the key and the obligation leave the database. */
export interface ListedRow {
  readonly id: string;
  /** null: a message, whose topic says of which kind */
  readonly time: 'timer' | 'schedule' | null;
  readonly topic: string | null;
  /** what a message calls itself */
  readonly name: string | null;
  readonly key: string | null;
  readonly nodeId: string | null;
  readonly instanceId: string | null;
  readonly since: Date;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly dueAt: Date;
  readonly abandonedAt: Date | null;
  readonly abandonedBy: NamedDto | null;
  readonly abandonedReason: string | null;
  readonly revision: number;
  readonly obligation: DeliveryObligationDto | null;
  readonly definition: DefinitionRefDto | null;
}

const STATES: Readonly<Record<DeliveryState, string>> = {
  // what the system let go nobody has decided yet
  open: 'x.abandoned_by IS NULL',
  abandoned: 'x.abandoned_at IS NOT NULL',
};

/** The words of the partial indexes …_in_trouble, so that the lists read nothing else. */
export const messagesIn = (state: DeliveryState): string =>
  `outbox x WHERE x.delivered_at IS NULL AND (x.attempts >= ${TRIES_BEFORE_LISTED} OR x.abandoned_at IS NOT NULL) AND ${STATES[state]}`;
export const timersIn = (): string => `timer x WHERE x.status = 'pending' AND x.attempts >= ${TRIES_BEFORE_LISTED}`;
export const schedulesIn = (): string => `scheduled_start x WHERE x.attempts >= ${TRIES_BEFORE_LISTED}`;

const MESSAGE_COLUMNS = `
  x.tenant, x.id, NULL AS time, x.topic, coalesce(x.payload->>'name', x.payload->>'title') AS name, x.payload->>'key' AS key, NULL AS node_id,
  x.instance_id, (x.payload->>'obligationId')::uuid AS obligation_id,
  (x.payload->>'definitionVersionId')::uuid AS version_id, x.failing_since, x.attempts, x.last_error, x.due_at,
  x.abandoned_at, x.abandoned_by, x.abandoned_reason, x.acts`;

const timeColumns = (time: 'timer' | 'schedule', instanceId: string, versionId: string): string => `
  x.tenant, x.id, '${time}' AS time, NULL AS topic, NULL AS name, NULL AS key, x.node_id,
  ${instanceId} AS instance_id, NULL::uuid AS obligation_id, ${versionId} AS version_id, x.failing_since, x.attempts, x.last_error, x.due_at,
  NULL::timestamptz AS abandoned_at, NULL::uuid AS abandoned_by, NULL AS abandoned_reason, x.acts`;

const TIMER_COLUMNS = timeColumns('timer', 'x.instance_id', 'NULL::uuid');
const SCHEDULE_COLUMNS = timeColumns('schedule', 'NULL::uuid', 'x.definition_version_id');

interface ListPlace {
  readonly tenant: string;
  readonly state: DeliveryState;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
  /** what the reader may see, as a predicate over `x` */
  readonly allowed: string;
}

/** One page: the newest of each table by its index, then the newest of all. Times cannot be given up. */
export function listSql({ tenant, state, after, limit, allowed }: ListPlace, bind: (value: unknown) => string): string {
  const rows = bind(limit);
  const behind = after
    ? ` AND (x.failing_since, x.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`
    : '';
  const rest = `AND x.tenant = ${bind(tenant)} AND ${allowed}${behind} ORDER BY x.failing_since DESC, x.id DESC LIMIT ${rows}`;
  const tables = [
    `(SELECT ${MESSAGE_COLUMNS} FROM ${messagesIn(state)} ${rest})`,
    ...(state === 'open'
      ? [
          `(SELECT ${TIMER_COLUMNS} FROM ${timersIn()} ${rest})`,
          `(SELECT ${SCHEDULE_COLUMNS} FROM ${schedulesIn()} ${rest})`,
        ]
      : []),
  ];
  return `
    SELECT l.id, l.time, l.topic, l.name, l.key, l.node_id AS "nodeId", l.instance_id AS "instanceId", l.failing_since AS since,
           l.attempts, l.last_error AS "lastError", l.due_at AS "dueAt", l.abandoned_at AS "abandonedAt",
           l.abandoned_reason AS "abandonedReason", jsonb_array_length(l.acts) AS revision,
           CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS "abandonedBy",
           CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'number', o.number, 'unitName', u.name) END AS obligation,
           CASE WHEN v.id IS NOT NULL THEN
             jsonb_build_object('id', v.id, 'key', v.key, 'name', v.name, 'version', v.version) END AS definition
      FROM (SELECT * FROM (${tables.join(' UNION ALL ')}) listed ORDER BY failing_since DESC, id DESC LIMIT ${rows}) l
      LEFT JOIN instance i ON i.tenant = l.tenant AND i.id = l.instance_id
      LEFT JOIN definition_version v ON v.tenant = l.tenant AND v.id = coalesce(i.definition_version_id, l.version_id)
      LEFT JOIN obligation o ON o.tenant = l.tenant AND o.id = coalesce(i.obligation_id, l.obligation_id)
      LEFT JOIN unit u ON u.tenant = o.tenant AND u.id = o.unit_id
      LEFT JOIN person p ON p.tenant = l.tenant AND p.id = l.abandoned_by
     ORDER BY l.failing_since DESC, l.id DESC`;
}
