import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import { EvidenceStore } from './evidence.store.js';
import { FileIntake } from './file-intake.js';
import { mayRead } from './read-evidence.use-case.js';

/** Takes a file back while nothing was handed in with it. */
@Injectable()
export class DeleteEvidenceUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly evidence: EvidenceReadModel,
    private readonly store: EvidenceStore,
    private readonly intake: FileIntake,
  ) {}

  /** @throws Problem 404 · 403 · 409 `evidence-used` */
  async execute(ability: AppAbility, tenant: string, id: string): Promise<void> {
    const record = await this.evidence.find(tenant, id);
    if (!record || !mayRead(ability, tenant, record)) throw notFound('这个附件');
    const place = {
      tenant,
      unitId: record.unitId,
      readerUnitIds: [...record.readerUnitIds],
      tasks: [...record.tasks],
    };
    requireOn(ability, 'delete', 'Evidence', place, '只有上传单位的经办人可以删除附件');
    await this.transactions.inTransaction(async () => {
      const sha256 = await this.store.removeUnused(tenant, id);
      if (sha256 === null) throw used(record.fileName);
      await this.intake.release(tenant, sha256);
    });
  }
}

const used = (fileName: string): Problem =>
  new Problem({
    status: 409,
    code: 'evidence-used',
    title: `附件“${fileName}”已随报送提交，不能删除`,
    detail: '已报送的材料会一直保留；需要更换的，请在下一轮报送时上传新附件。',
  });
