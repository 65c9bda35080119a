import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A file of a comment; its content lies with the evidence's. */
@Entity('comment_file')
export class CommentFileEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  /** null until the comment is sent: until then only its uploader has it */
  @Column('uuid', { nullable: true })
  commentId: string | null;

  @Column('text')
  fileName: string;

  @Column('bigint')
  size: number;

  @Column('text')
  sha256: string;

  @Column('text')
  mediaType: string;

  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
