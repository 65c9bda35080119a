import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name in a plan that stands for several units, such as 各行政执法单位. */
@Entity('unit_group')
export class UnitGroup {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  aliases: string[];
}

/** One unit's time in a group; leaving and coming back are two rows. */
@Entity('unit_group_member')
export class UnitGroupMember {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('text')
  groupId: string;

  @PrimaryColumn('text')
  unitId: string;

  @PrimaryColumn('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
