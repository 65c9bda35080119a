import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type AppAbility, type UnitGroup as GroupRecord, type UnitRecord } from '@chengban/domain';
import { accessibleBy } from '../access/accessible-by.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { Unit } from './unit.entity.js';

/** The register of units and groups as the domain reads it, past and future members included. */
export interface UnitRegister {
  readonly units: readonly UnitRecord[];
  readonly groups: readonly GroupRecord[];
}

@Injectable()
export class UnitsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The units that exist today. */
  list(ability: AppAbility): Promise<Unit[]> {
    const today = civilDateInShanghai(this.clock.now());
    const query = this.transactions
      .current()
      .createQueryBuilder(Unit, 'unit')
      .where('unit.valid_from <= :today AND (unit.valid_to IS NULL OR unit.valid_to >= :today)', { today })
      .orderBy('unit.kind')
      .addOrderBy('unit.id');
    return accessibleBy(query, ability, 'read', 'Unit').getMany();
  }

  async register(tenant: string): Promise<UnitRegister> {
    const [row] = await this.transactions.current().query<[UnitRegister]>(
      `SELECT
         (SELECT COALESCE(json_agg(json_strip_nulls(json_build_object('id', id, 'name', name, 'shortName', short_name,
            'kind', kind, 'sectors', sectors, 'aliases', aliases, 'validFrom', valid_from, 'validTo', valid_to)) ORDER BY id), '[]')
          FROM unit WHERE tenant = $1) AS units,
         (SELECT COALESCE(json_agg(json_build_object('id', g.id, 'name', g.name, 'aliases', g.aliases, 'members',
            (SELECT COALESCE(json_agg(json_strip_nulls(json_build_object('unitId', unit_id, 'validFrom', valid_from,
               'validTo', valid_to)) ORDER BY unit_id, valid_from), '[]')
             FROM unit_group_member m WHERE m.tenant = $1 AND m.group_id = g.id)) ORDER BY g.id), '[]')
          FROM unit_group g WHERE g.tenant = $1) AS groups`,
      [tenant],
    );
    return row;
  }
}
