import type { SqlRelation } from './condition-sql.js';

/**
 * The tasks of a matter, for rules about those who are away (`tasks` of obligations, instances, submissions, evidence).
 * @param where which of the tasks `handled` belong to the matter of the query
 */
const handled = (where: string): SqlRelation => ({
  from: `task handled
    JOIN instance running ON running.tenant = handled.tenant AND running.id = handled.instance_id
    JOIN definition_version drawn ON drawn.tenant = running.tenant AND drawn.id = running.definition_version_id`,
  where,
  columns: {
    candidateIds: { expression: 'handled.candidate_ids', array: true },
    definitionKey: { expression: 'drawn.key' },
    purpose: { expression: 'handled.purpose' },
    status: { expression: 'handled.status' },
  },
});

/** @param alias of an obligation, or of a row with `tenant` and `obligation_id` where `id` says so */
export const tasksOfObligation = (alias: string, id = 'id'): SqlRelation =>
  handled(`handled.tenant = ${alias}.tenant AND handled.obligation_id = ${alias}.${id}`);

/** @param alias of an instance, or of a row with `tenant` and `instance_id` where `id` says so */
export const tasksOfInstance = (alias: string, id = 'id'): SqlRelation =>
  handled(`handled.tenant = ${alias}.tenant AND handled.instance_id = ${alias}.${id}`);
