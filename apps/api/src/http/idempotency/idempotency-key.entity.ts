import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer that a request with this key got; it committed together with what the request did. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of method, path, If-Match and body */
  @Column('bytea')
  requestHash: Buffer;

  @Column('int')
  status: number;

  @Column('text', { nullable: true })
  etag: string | null;

  @Column('json', { nullable: true })
  body: unknown;

  @Column('timestamptz')
  createdAt: Date;
}
