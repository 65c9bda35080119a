import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { v7 } from 'uuid';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { FileIntake } from '../evidence/evidence.module.js';
import { notFound } from '../http/problems/common-problems.js';
import type { IncomingFile } from '../http/uploaded-file.js';
import { instanceFields, MatterReadModel } from '../matters/matter.read-model.js';
import { OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { CommentsStore } from './comments.store.js';
import { ONLY_THOSE_ON_IT } from './may-comment.js';

/** Takes a file for a comment that is being written. Nobody else has it before the comment is sent. */
@Injectable()
export class UploadCommentFileUseCase {
  constructor(
    private readonly matters: MatterReadModel,
    private readonly offered: OfferedVerbsReadModel,
    private readonly intake: FileIntake,
    private readonly store: CommentsStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 · 413, 422 as for evidence */
  async execute(
    { tenant, personId }: Actor,
    ability: AppAbility,
    instanceId: string,
    incoming: () => Promise<IncomingFile>,
  ): Promise<{ id: string; fileName: string; size: number }> {
    const matter = await this.matters.find(ability, tenant, instanceId);
    if (!matter) throw notFound('这件事');
    requireOn(ability, 'comment', 'Instance', instanceFields(matter), ONLY_THOSE_ON_IT);
    await this.offered.require(matter, 'comment');
    return this.intake.take(tenant, await incoming(), async (file) => {
      const id = v7();
      const owner = { instanceId, commentId: null, uploadedBy: personId, uploadedAt: this.clock.date() };
      await this.store.addFile({ tenant, id, ...owner, ...file });
      return { id, fileName: file.fileName, size: file.size };
    });
  }
}
