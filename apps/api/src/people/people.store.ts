import { Injectable } from '@nestjs/common';
import type { GroupMember, UnitGroup as GroupRecord, UnitRecord } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Membership } from './membership.entity.js';
import { Person } from './person.entity.js';
import { Unit } from './unit.entity.js';
import { UnitGroup, UnitGroupMember } from './unit-group.entity.js';

/** Writes units, groups, people and their roles; always inside somebody's transaction. */
@Injectable()
export class PeopleStore {
  async addUnits(manager: EntityManager, tenant: string, units: readonly UnitRecord[]): Promise<void> {
    const rows = units.map((unit) => ({
      ...unit,
      tenant,
      sectors: [...unit.sectors],
      aliases: [...(unit.aliases ?? [])],
      validTo: unit.validTo ?? null,
    }));
    if (rows.length > 0) await manager.insert(Unit, rows);
  }

  async addGroups(manager: EntityManager, tenant: string, groups: readonly GroupRecord[]): Promise<void> {
    const members = groups.flatMap((group) => group.members.map((member) => memberRow(tenant, group.id, member)));
    const rows = groups.map(({ id, name, aliases }) => ({ tenant, id, name, aliases: [...aliases] }));
    if (rows.length > 0) await manager.insert(UnitGroup, rows);
    if (members.length > 0) await manager.insert(UnitGroupMember, members);
  }

  async addPeople(manager: EntityManager, people: readonly Person[]): Promise<void> {
    if (people.length > 0) await manager.insert(Person, [...people]);
  }

  async addMemberships(manager: EntityManager, memberships: readonly Membership[]): Promise<void> {
    if (memberships.length > 0) await manager.insert(Membership, [...memberships]);
  }
}

const memberRow = (tenant: string, groupId: string, member: GroupMember): UnitGroupMember => ({
  tenant,
  groupId,
  unitId: member.unitId,
  validFrom: member.validFrom,
  validTo: member.validTo ?? null,
});
