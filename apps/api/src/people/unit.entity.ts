import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department, a town or an office that answers for obligations. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('text')
  tenant: string;

  /** a slug such as `gonganju`, stable across renamings */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  shortName: string;

  @Column('text')
  kind: 'department' | 'town' | 'office';

  /** fields of work as deadlines name them: 公安, 交通运输 … */
  @Column('text', { array: true })
  sectors: string[];

  /** other names under which documents know it, former names included */
  @Column('text', { array: true })
  aliases: string[];

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
