// The only door of the domain. One block per folder; nothing else is reachable from outside.

// shared
export { ok, fail } from './shared/result.js';
export type { Result } from './shared/result.js';
export { hasErrors } from './shared/finding.js';
export type { Finding, Position } from './shared/finding.js';
export type { Refusal } from './shared/refusal.js';
export { canonicalJson } from './shared/json.js';
export type { Json, JsonObject } from './shared/json.js';
export { assertNever } from './shared/assert-never.js';
export { civilDateInShanghai, endOfDayInShanghai } from './shared/instant.js';
export type { CivilDate, Instant } from './shared/instant.js';

// bpmn, expressions, checks, compile, run

// approval

// calendar, plan, plan-import

// access
export { abilityFor } from './access/ability-for.js';
export { abilityFromRules } from './access/rules.js';
export type { AbilityRules } from './access/rules.js';
export type { Action, AppAbility, SubjectFields, SubjectName } from './access/ability.js';
export { ROLES, holds, isRole, supervises, unitsOf, unitsWhere } from './access/actor.js';
export type { Actor, Membership, Role } from './access/actor.js';
export { conditionFor } from './access/to-condition.js';
export type { Comparison, Condition } from './access/to-condition.js';
