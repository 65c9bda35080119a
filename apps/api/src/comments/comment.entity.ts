import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Words in the thread of an instance. The database refuses to change them. */
@Entity('comment')
export class CommentEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('uuid')
  authorId: string;

  /** matter: whoever sees the matter · unit: inside `unitId` only */
  @Column('text')
  scope: 'matter' | 'unit';

  /** the unit for which the author speaks; null for somebody without one */
  @Column('text', { nullable: true })
  unitId: string | null;

  @Column('text')
  text: string;

  @Column('uuid', { nullable: true })
  replyTo: string | null;

  @Column('uuid', { array: true })
  mentionIds: string[];

  @Column('timestamptz')
  createdAt: Date;
}
