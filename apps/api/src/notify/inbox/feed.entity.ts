import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How often a person's messages have changed. Every change of them locks this row first, so numbers become visible in
 * their order, and whoever compares numbers has missed nothing.
 */
@Entity('notification_feed')
export class NotificationFeed {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('bigint')
  version: number;
}
