import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PeopleModule } from '../people/people.module.js';
import { CopiesController } from './copies.controller.js';
import { CopiesOnMatterReadModel } from './copies-on-matter.read-model.js';
import { CopiesReadModel } from './copies.read-model.js';
import { CopiesStore } from './copies.store.js';
import { CopyRequestedConsumer } from './copy-requested.consumer.js';
import { MakeCopiesUseCase } from './make-copies.use-case.js';
import { OpenCopiesUseCase } from './open-copies.use-case.js';
import { RecipientsReadModel } from './recipients.read-model.js';
import { RemarkCopyUseCase } from './remark-copy.use-case.js';
import { RemindReadersUseCase } from './remind-readers.use-case.js';

// the outbox tells this one
export { CopyRequestedConsumer } from './copy-requested.consumer.js';

@Module({
  imports: [DefinitionsModule, MattersModule, PeopleModule],
  controllers: [CopiesController],
  providers: [
    CopiesOnMatterReadModel,
    CopiesReadModel,
    CopiesStore,
    CopyRequestedConsumer,
    MakeCopiesUseCase,
    OpenCopiesUseCase,
    // writes one table and needs nothing of its own feature, which tells the consumer above
    OutboxStore,
    RecipientsReadModel,
    RemarkCopyUseCase,
    RemindReadersUseCase,
  ],
  exports: [CopyRequestedConsumer],
})
export class CopiesModule {}
