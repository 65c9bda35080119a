import { Module } from '@nestjs/common';
import { OutboxStore } from '../outbox/outbox.store.js';
import { OverduePoller } from './overdue-poller.js';
import { OverdueStore } from './overdue.store.js';
import { RemindDueUseCase } from './remind-due.use-case.js';

@Module({ providers: [OutboxStore, OverduePoller, OverdueStore, RemindDueUseCase] })
export class OverdueModule {}
