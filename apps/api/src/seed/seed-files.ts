import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate, PlanReading, Role, UnitGroup, UnitRecord } from '@chengban/domain';

export interface SeedPerson {
  readonly account: string;
  readonly name: string;
  readonly memberships: readonly {
    readonly unitId: string;
    readonly role: Role;
    readonly validFrom: CivilDate;
    readonly validTo?: CivilDate;
  }[];
}

/** Everything that a new installation begins with, as it lies in `seeds/<tenant>/`. */
export interface SeedFiles {
  readonly tenantName: string;
  readonly units: readonly UnitRecord[];
  readonly groups: readonly UnitGroup[];
  readonly people: readonly SeedPerson[];
  readonly plan: {
    readonly title: string;
    readonly code: string;
    readonly period: { readonly from: CivilDate; readonly to: CivilDate };
    readonly supervisorUnitId: string;
  };
  readonly document: { readonly fileName: string; readonly bytes: Buffer };
  /** the reading of the document that a person has confirmed */
  readonly reading: PlanReading;
}

const DOCUMENT = 'tasklist.txt';

export async function readSeedFiles(home: string, tenant: string): Promise<SeedFiles> {
  const folder = join(home, 'seeds', tenant);
  const json = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
  const [city, register, people, plan, reading, bytes] = await Promise.all([
    json<{ name: string }>('tenant.json'),
    json<Pick<SeedFiles, 'units' | 'groups'>>('units.json'),
    json<Pick<SeedFiles, 'people'>>('people.json'),
    json<SeedFiles['plan']>('plan.json'),
    json<PlanReading>('reading.json'),
    readFile(join(folder, DOCUMENT)),
  ]);
  const document = { fileName: `${plan.title}工作任务清单.txt`, bytes };
  return { tenantName: city.name, ...register, people: people.people, plan, document, reading };
}
