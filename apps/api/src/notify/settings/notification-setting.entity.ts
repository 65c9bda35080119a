import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choices } from './choices.js';

/** How a person wants to be told; who never chose has no row. */
@Entity('notification_setting')
export class NotificationSettingEntity {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** `HH:MM` on the clock of Shanghai, on working days */
  @Column('text')
  digestAt: string;

  /** `HH:MM`; no mail from here … */
  @Column('text', { nullable: true })
  quietFrom: string | null;

  /** … to here */
  @Column('text', { nullable: true })
  quietTo: string | null;

  /** urgent mails come in quiet hours too */
  @Column('boolean')
  urgentInQuiet: boolean;

  @Column('jsonb')
  choices: Choices;

  @Column('integer')
  revision: number;
}
