import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { FormDefinition, ObligationKind } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Settings } from '../config/settings.js';
import { Transactions } from '../database/transactions.js';
import { DefinitionStore } from './definition.store.js';
import type { RequestKind } from './flows.read-model.js';
import { PublishDefinitionUseCase } from './publish-definition.use-case.js';

/** Which shipped flow a kind of obligation, or a request about one, runs through until somebody binds another. */
const KINDS: Readonly<Record<ObligationKind | RequestKind, string>> = {
  stageResult: 'stage-result',
  progress: 'stage-result',
  filing: 'filing',
  bureauOwn: 'bureau-own',
  extension: 'extension',
};

/** Publishes the flows in workflows/ as version 1, and binds them. What a city already has is left alone. */
@Injectable()
export class SeedDefinitionsUseCase {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
    private readonly publish: PublishDefinitionUseCase,
    private readonly clock: Clock,
  ) {}

  /** @returns the keys that were new */
  async execute(tenant: string): Promise<string[]> {
    const shipped = await readShipped(path.join(this.settings.HOME_DIR, 'workflows'));
    return this.transactions.inTransaction(async () => {
      const fresh: string[] = [];
      for (const flow of shipped) if (await this.add(tenant, flow)) fresh.push(flow.key);
      const keys = new Set(shipped.map((flow) => flow.key));
      for (const [kind, key] of Object.entries(KINDS)) if (keys.has(key)) await this.store.bindKind(tenant, kind, key);
      return fresh;
    });
  }

  private async add(tenant: string, { key, xml, form }: ShippedFlow): Promise<boolean> {
    const at = this.clock.date();
    if (!(await this.store.create({ tenant, key, name: form.title, createdBy: null, at }))) return false;
    await this.publish.execute({ tenant, key, xml, form, note: '系统自带', basedOn: 0, publishedBy: null });
    return true;
  }
}

interface ShippedFlow {
  readonly key: string;
  readonly xml: string;
  readonly form: FormDefinition;
}

async function readShipped(folder: string): Promise<ShippedFlow[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const flows = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => ({
      key: name,
      xml: await readFile(path.join(folder, name, 'workflow.bpmn'), 'utf8'),
      form: JSON.parse(await readFile(path.join(folder, name, 'form.json'), 'utf8')) as FormDefinition,
    }));
  return (await Promise.all(flows)).sort((a, b) => a.key.localeCompare(b.key));
}
