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
export { addDays, chineseDate, civilDate, daysBetween, daysInMonth, isCivilDate, monthEnd, weekday } from './calendar/civil-date.js';
export { addWorkdays, endOfWorkdays, isWorkday, knowsHolidaysOf, workdaysBetween } from './calendar/workdays.js';
export type { Deadline, KeyTask, Measure, Milestone, WorkTask } from './plan/measure.js';
export type { Period, Plan, PlanPolicy } from './plan/plan.js';
export { isValidOn } from './plan/unit.js';
export type { GroupMember, UnitGroup, UnitKind, UnitRecord, Validity } from './plan/unit.js';
export { OBLIGATION_KINDS, OBLIGATION_KIND_NAMES, obligationNumber } from './plan/obligation.js';
export type { ObligationDraft, ObligationKind } from './plan/obligation.js';
export { resolveUnits } from './plan/resolve-units.js';
export type { ResolvedUnits } from './plan/resolve-units.js';
export { generateObligations } from './plan/generate-obligations.js';
export type { GeneratedObligations, ObligationInput } from './plan/generate-obligations.js';
export { NEAR_WORKDAYS, light } from './plan/light.js';
export type { Light, ObligationFacts, ObligationStatus } from './plan/light.js';
export type { DocumentRow, DocumentTable } from './plan-import/document-table.js';
export type { CellPosition, MeasureSource, PlanReading, ReadMeasure, Repair } from './plan-import/plan-reading.js';
export { readPlan } from './plan-import/read-plan.js';
export type { ReadPlanOptions } from './plan-import/read-plan.js';
export { readDeadline } from './plan-import/deadline/read-deadline.js';
export type { ReadDeadline } from './plan-import/deadline/read-deadline.js';
export { DEFAULT_DEADLINE_POLICY } from './plan-import/deadline/deadline-policy.js';
export type { DeadlinePolicy } from './plan-import/deadline/deadline-policy.js';

// access
export { abilityFor } from './access/ability-for.js';
export { abilityFromRules } from './access/rules.js';
export type { AbilityRules } from './access/rules.js';
export type { Action, AppAbility, SubjectFields, SubjectName } from './access/ability.js';
export { ROLES, holds, isRole, supervises, unitsOf, unitsWhere } from './access/actor.js';
export type { Actor, Membership, Role } from './access/actor.js';
export { conditionFor } from './access/to-condition.js';
export type { Comparison, Condition } from './access/to-condition.js';
