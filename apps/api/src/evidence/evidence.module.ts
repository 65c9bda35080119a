import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { HandledTasksReadModel } from '../tasks/handled-tasks.read-model.js';
import { BlobStore } from './blob-store.js';
import { DeleteEvidenceUseCase } from './delete-evidence.use-case.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import { EvidenceStore } from './evidence.store.js';
import { FileIntake } from './file-intake.js';
import { ReadEvidenceUseCase } from './read-evidence.use-case.js';
import { UploadEvidenceUseCase } from './upload-evidence.use-case.js';

// comments keep their files beside the evidence
export { BlobStore } from './blob-store.js';
export { FileIntake } from './file-intake.js';
export { openFile, sendFile } from './stored-file.js';

@Module({
  imports: [PlansModule],
  controllers: [EvidenceController],
  providers: [
    BlobStore,
    DeleteEvidenceUseCase,
    EvidenceReadModel,
    EvidenceStore,
    FileIntake,
    HandledTasksReadModel,
    ReadEvidenceUseCase,
    UploadEvidenceUseCase,
  ],
  exports: [BlobStore, FileIntake],
})
export class EvidenceModule {}
