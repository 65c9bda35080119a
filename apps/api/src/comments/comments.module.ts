import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PeopleModule } from '../people/people.module.js';
import { CommentsController } from './comments.controller.js';
import { CommentsReadModel } from './comments.read-model.js';
import { CommentsStore } from './comments.store.js';
import { DropCommentFileUseCase } from './drop-comment-file.use-case.js';
import { AddCommentUseCase } from './add-comment.use-case.js';
import { ThreadReadModel } from './thread.read-model.js';
import { UploadCommentFileUseCase } from './upload-comment-file.use-case.js';
import { WithdrawCommentUseCase } from './withdraw-comment.use-case.js';

@Module({
  imports: [EvidenceModule, MattersModule, PeopleModule],
  controllers: [CommentsController],
  providers: [
    CommentsReadModel,
    CommentsStore,
    DropCommentFileUseCase,
    // writes one table and needs nothing of its own feature, which tells consumers of every other
    OutboxStore,
    AddCommentUseCase,
    ThreadReadModel,
    UploadCommentFileUseCase,
    WithdrawCommentUseCase,
  ],
})
export class CommentsModule {}
