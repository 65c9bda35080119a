import {
  civilDateInShanghai,
  namesAnything,
  referencesIn,
  type FormDefinition,
  type FormSurroundings,
  type JsonObject,
} from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { runPrepared, type Prepared } from './prepared.js';

/** $1 tenant, $2 ids of people, $3 of units, $4 of files, $5 obligation, $6 its unit */
const KNOWN: Prepared = {
  name: 'instance.form-references',
  text: `
    SELECT ARRAY(SELECT id FROM person WHERE tenant = $1 AND id = ANY($2::uuid[])) AS persons,
           ARRAY(SELECT id FROM unit WHERE tenant = $1 AND id = ANY($3::text[])) AS units,
           ARRAY(SELECT id FROM evidence
                  WHERE tenant = $1 AND id = ANY($4::uuid[]) AND obligation_id = $5 AND unit_id = $6) AS files`,
};

/** What a form is filled in for; `dueOn`: the deadline of the obligation. */
interface FilledFor {
  readonly tenant: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly dueOn: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * What is filled in is held against: today, the deadline, and which of the people, units and files that it names there are. Forms that
 * name none cost no round trip.
 */
export async function formSurroundings(
  manager: EntityManager,
  { tenant, obligationId, unitId, dueOn: due }: FilledFor,
  form: FormDefinition,
  given: JsonObject | undefined,
  now: number,
): Promise<FormSurroundings> {
  const today = civilDateInShanghai(now);
  if (given === undefined || !namesAnything(form)) return { today, due };
  const { persons, units, files } = referencesIn(form, given);
  const uuids = (ids: readonly string[]): string[] => ids.filter((id) => UUID.test(id));
  const values = [tenant, uuids(persons), units, uuids(files), obligationId, unitId];
  const [row] = await runPrepared<Record<'persons' | 'units' | 'files', string[]>>(manager, KNOWN, values);
  const set = (ids: string[] | undefined): ReadonlySet<string> => new Set(ids ?? []);
  return { today, due, persons: set(row?.persons), units: set(row?.units), files: set(row?.files) };
}
