/** Whether a rule (by its alias) holds on a day. Days are civil days of Shanghai, the last one included. */
export const holdsOn = (rule: string, day: string): string =>
  `${rule}.ended_at IS NULL AND ${rule}.valid_from <= ${day} AND ${rule}.valid_to >= ${day}`;

/** Whom somebody stands in for on a day, as the JSON of an actor's `deputyFor`; the arguments are SQL expressions. */
export const deputyshipsOf = (at: {
  readonly tenant: string;
  readonly personId: string;
  readonly day: string;
}): string =>
  `COALESCE((SELECT json_agg(json_build_object('personId', away.id, 'name', away.name, 'keys', rule.definition_keys)
       ORDER BY away.account, rule.id)
     FROM deputy_rule rule JOIN person away ON away.tenant = rule.tenant AND away.id = rule.principal_id
     WHERE rule.tenant = ${at.tenant} AND rule.deputy_id = ${at.personId} AND ${holdsOn('rule', at.day)}), '[]')`;
