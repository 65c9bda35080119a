import type { CompiledFlow, FormDefinition } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A published flow. The row never changes (a trigger sees to it), so it may be cached for ever. */
@Entity('definition_version')
export class DefinitionVersionEntity extends TenantRow {
  @Column('text')
  key: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('text', { select: false })
  xml: string;

  // json, not jsonb: nodes and fields stay in the order of the drawing and of the form
  @Column('json', { select: false })
  compiled: CompiledFlow;

  /** `sha-256:<hex>` of the canonical JSON of `compiled` */
  @Column('text')
  hash: string;

  @Column('json', { select: false })
  form: FormDefinition;

  /** messages with which its own process begins */
  @Column('text', { array: true, select: false })
  messageStarts: string[];

  @Column('text')
  note: string;

  /** null: shipped with the program */
  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @Column('timestamptz')
  publishedAt: Date;
}
