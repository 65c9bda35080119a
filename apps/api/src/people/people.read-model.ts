import { Injectable } from '@nestjs/common';
import type { Assignment, CivilDate, Role } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** Where an assignment is resolved. `unit="responsible"` and `unit="supervisor"` mean the first two. */
export interface AssignmentPlace {
  readonly responsibleUnitId: string;
  readonly supervisorUnitId: string;
  /** null: no person */
  readonly starterId: string | null;
  readonly onDate: CivilDate;
}

/** People and units as other features need them. Reads inside the running transaction when there is one. */
@Injectable()
export class PeopleReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** Everybody whom an assignment means on a day, by account; empty when nobody holds the role. */
  async candidates(tenant: string, assignment: Assignment, place: AssignmentPlace): Promise<PersonName[]> {
    // the other kinds are known only when the task opens
    if (assignment.kind !== 'role' && assignment.kind !== 'person' && assignment.kind !== 'starter') return [];
    if (assignment.kind !== 'role') {
      const id = assignment.kind === 'person' ? assignment.person : place.starterId;
      return this.rows('SELECT id, name FROM person WHERE tenant = $1 AND id::text = $2', [tenant, id]);
    }
    const unitId =
      assignment.unit === 'responsible'
        ? place.responsibleUnitId
        : assignment.unit === 'supervisor'
          ? place.supervisorUnitId
          : assignment.unit;
    return this.rows(
      `SELECT p.id, p.name FROM person p
       WHERE p.tenant = $1 AND EXISTS (
         SELECT FROM membership m
         WHERE m.tenant = $1 AND m.person_id = p.id AND m.unit_id = $2 AND m.role = $3
           AND m.valid_from <= $4 AND (m.valid_to IS NULL OR m.valid_to >= $4))
       ORDER BY p.account`,
      [tenant, unitId, assignment.role, place.onDate],
    );
  }

  /** Names by person id; an id that is unknown is simply not in the map. */
  async namesOf(tenant: string, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const sql = 'SELECT id, name FROM person WHERE tenant = $1 AND id = ANY($2::uuid[])';
    const rows = await this.rows<PersonName>(sql, [tenant, [...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async accountOf(tenant: string, personId: string): Promise<string> {
    const sql = 'SELECT account FROM person WHERE tenant = $1 AND id = $2';
    const [row] = await this.rows<{ account: string }>(sql, [tenant, personId]);
    return row?.account ?? '';
  }

  /** Unit names by id. */
  async unitNamesOf(tenant: string, ids: readonly string[]): Promise<Map<string, string>> {
    const sql = 'SELECT id, name FROM unit WHERE tenant = $1 AND id = ANY($2)';
    const rows = await this.rows<PersonName>(sql, [tenant, [...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** A unit as flows see it (`unit.name` in conditions); null when there is none. */
  async unit(tenant: string, id: string): Promise<{ id: string; name: string; kind: string } | null> {
    const [row] = await this.rows<{ id: string; name: string; kind: string }>(
      'SELECT id, name, kind FROM unit WHERE tenant = $1 AND id = $2',
      [tenant, id],
    );
    return row ?? null;
  }

  /** The roles that a person holds on a day, with unit names, by unit. */
  async membershipsOf(tenant: string, personId: string, onDate: CivilDate): Promise<HeldRole[]> {
    return this.rows(
      `SELECT m.unit_id AS "unitId", u.name AS "unitName", m.role
       FROM membership m JOIN unit u ON u.tenant = m.tenant AND u.id = m.unit_id
       WHERE m.tenant = $1 AND m.person_id = $2 AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to >= $3)
       ORDER BY m.unit_id, m.role`,
      [tenant, personId, onDate],
    );
  }

  private rows<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.current().query(sql, parameters);
  }
}

export interface HeldRole {
  readonly unitId: string;
  readonly unitName: string;
  readonly role: Role;
}
