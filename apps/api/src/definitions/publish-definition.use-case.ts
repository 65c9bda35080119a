import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound, stale } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { compileXml, type CompiledXml } from './compile-xml.js';
import { DefinitionStore, type LatestVersion } from './definition.store.js';
import { DrawingSurroundings } from './drawing-surroundings.js';
import { messageStarts } from './message-starts.js';
import { plainForm } from './plain-form.js';
import { ScheduleStore } from './schedule.store.js';

export interface PublishDefinition {
  readonly tenant: string;
  readonly key: string;
  readonly xml: string;
  readonly note: string;
  /** the newest version that the author saw; 0 before the first */
  readonly basedOn: number;
  /** null: shipped with the program */
  readonly publishedBy: string | null;
  /** only shipped flows bring one; otherwise the drawing names one, or the form of the version before stays */
  readonly form?: FormDefinition;
}

export interface PublishedVersion {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly note: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
}

/** Makes a drawing the newest version of its flow. Running instances keep the version they started with. */
@Injectable()
export class PublishDefinitionUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
    private readonly schedule: ScheduleStore,
    private readonly surroundings: DrawingSurroundings,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 `flow-not-publishable` with findings · 409 `stale` when somebody published meanwhile · 404 */
  async execute(command: PublishDefinition): Promise<PublishedVersion> {
    const { tenant, key, xml, note, publishedBy } = command;
    // read and checked before the transaction: a large drawing must not hold the lock
    const { compiled, findings } = await compileXml(xml, this.surroundings.of(tenant, command.form));
    if (!compiled) throw notPublishable(findings);
    return this.transactions.inTransaction(async () => {
      if (!(await this.store.lock(tenant, key))) throw notFound('这个流程');
      const latest = await this.store.latest(tenant, key);
      if ((latest?.version ?? 0) !== command.basedOn) throw staleBase(latest);
      const { name } = compiled.flow;
      const version = (latest?.version ?? 0) + 1;
      const form = command.form ?? (await this.formFor(tenant, latest, compiled.flow.form, { key, name }));
      const publishedAt = this.clock.date();
      const machine = { compiled: compiled.flow, hash: compiled.hash, messageStarts: messageStarts(compiled.flow) };
      const row = { key, version, name, xml, ...machine, form, note, publishedBy };
      const id = await this.store.addVersion(tenant, { ...row, publishedAt });
      await this.schedule.replace(tenant, key, id, compiled.starts);
      await this.store.dropDraft(tenant, key);
      return { id, key, version, name, hash: compiled.hash, note, publishedBy, publishedAt };
    });
  }

  private async formFor(
    tenant: string,
    latest: LatestVersion | null,
    named: string | undefined | null,
    flow: { key: string; name: string },
  ): Promise<FormDefinition> {
    if (latest && (!named || named === latest.form.key)) return latest.form;
    const chosen = named ? await this.store.formByKey(tenant, named) : null;
    return chosen ?? latest?.form ?? plainForm(flow.key, flow.name);
  }
}

const notPublishable = (findings: CompiledXml['findings']): Problem =>
  new Problem({
    status: 422,
    code: 'flow-not-publishable',
    title: '流程图还有问题，没有发布',
    detail:
      findings
        .filter((finding) => finding.severity === 'error')
        .slice(0, 3)
        .map((finding) => finding.message.replace(/。$/, ''))
        .join('；') + '。请按提示修改后重新发布。',
    extra: { findings },
  });

const staleBase = (latest: LatestVersion | null): Problem =>
  stale({
    version: latest?.version ?? 0,
    publishedBy: latest?.publishedBy ?? null,
    publishedAt: latest?.publishedAt.toISOString() ?? null,
  });
