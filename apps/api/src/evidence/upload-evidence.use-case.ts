import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { v7 } from 'uuid';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { notFound } from '../http/problems/common-problems.js';
import type { IncomingFile } from '../http/uploaded-file.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import { HandledTasksReadModel } from '../tasks/handled-tasks.read-model.js';
import type { EvidenceItem } from './evidence.read-model.js';
import { EvidenceStore } from './evidence.store.js';
import { FileIntake } from './file-intake.js';

export interface UploadEvidence {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly obligationId: string;
  /** called once the actor may upload: only then is the body worth reading */
  readonly incoming: () => Promise<IncomingFile>;
}

/** Takes a file for an obligation. */
@Injectable()
export class UploadEvidenceUseCase {
  constructor(
    private readonly obligations: ObligationsReadModel,
    private readonly tasks: HandledTasksReadModel,
    private readonly intake: FileIntake,
    private readonly store: EvidenceStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 · 413, 422 as {@link FileIntake.take} says */
  async execute({ actor, ability, obligationId, incoming }: UploadEvidence): Promise<EvidenceItem> {
    const obligation = await this.obligations.find({ actor, ability }, obligationId);
    if (!obligation) throw notFound('这个承办事项');
    const { unit, readerUnitIds } = obligation;
    const { tenant, personId, name } = actor;
    const tasks = await this.tasks.ofObligation(tenant, obligationId);
    const place = { tenant, unitId: unit.id, readerUnitIds, tasks };
    requireOn(ability, 'create', 'Evidence', place, `只有${unit.name}的经办人可以上传附件`);
    return this.intake.take(tenant, await incoming(), async (file) => {
      const id = v7();
      const uploadedAt = this.clock.date();
      await this.store.insert({ tenant, id, obligationId, unitId: unit.id, ...file, uploadedBy: personId, uploadedAt });
      return { id, ...file, uploadedBy: { id: personId, name }, uploadedAt };
    });
  }
}
