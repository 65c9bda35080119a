import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an administrator is drawing: one per flow, saved as it is, publishable or not. */
@Entity('definition_draft')
export class DefinitionDraftEntity {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  xml: string;

  @Column('integer')
  revision: number;

  @Column('uuid')
  savedBy: string;

  @Column('timestamptz')
  savedAt: Date;
}
