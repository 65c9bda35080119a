import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FileIntake } from '../evidence/evidence.module.js';
import { notFound } from '../http/problems/common-problems.js';
import { CommentsStore } from './comments.store.js';

/** Takes a file away again before the comment is sent; what was sent stays. */
@Injectable()
export class DropCommentFileUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: CommentsStore,
    private readonly intake: FileIntake,
  ) {}

  /** @throws Problem 404 for another's, or one that was sent */
  execute({ tenant, personId }: Actor, id: string): Promise<void> {
    return this.transactions.inTransaction(async () => {
      const sha256 = await this.store.dropFile(tenant, id, personId);
      if (sha256 === null) throw notFound('这个附件');
      await this.intake.release(tenant, sha256);
    });
  }
}
