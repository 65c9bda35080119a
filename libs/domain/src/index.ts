// The only door of the domain. One block per folder; nothing else is reachable from outside.

// shared
export { ok, fail } from './shared/result.js';
export type { Result } from './shared/result.js';
export { hasErrors } from './shared/finding.js';
export type { Finding, Position, TraceStep } from './shared/finding.js';
export type { Refusal } from './shared/refusal.js';
export { canonicalJson } from './shared/json.js';
export type { Json, JsonObject } from './shared/json.js';
export { assertNever } from './shared/assert-never.js';
export { civilDateInShanghai, endOfDayInShanghai } from './shared/instant.js';
export type { CivilDate, Instant } from './shared/instant.js';

// bpmn, expressions, checks, compile, run
export { readBpmn } from './bpmn/read-bpmn.js';
export { constraintFindings } from './bpmn/constraints/constraint-findings.js';
export { restoreLost, rewriteBpmn } from './bpmn/rewrite-bpmn.js';
export { sameXml } from './bpmn/xml/same-xml.js';
export { nodesOf } from './bpmn/walk.js';
export { chengbanModdle } from './bpmn/chengban-moddle.js';
export { supportOf, supportedElements } from './bpmn/supported-elements.js';
export type { SupportedElement } from './bpmn/supported-elements.js';
export type {
  Assignment,
  AssignmentKind,
  CancelUntil,
  CopyTo,
  Dedupe,
  FlowModel,
  FlowNode,
  NodeVerb,
  ReturnAfter,
  ReturnWhere,
  Scope,
  SeatMode,
  SeatRule,
  SeatsDecide,
  SeatsPer,
  SequenceFlow,
  TaskPurpose,
} from './bpmn/model.js';
export { NODE_VERBS } from './bpmn/model/approval.js';
export { conditionProblem } from './expressions/feel.js';
export { checkFlow } from './checks/check-flow.js';
export type { CheckContext } from './checks/check.js';
export { assignmentsOf } from './checks/assignments-of.js';
export { meantBy } from './checks/person-field.js';
export { soundness } from './checks/soundness/soundness.js';
export type { SoundnessReport } from './checks/soundness/report.js';
export { toldOnce } from './checks/told-once.js';
export { compileFlow, compileModel } from './compile/compile-flow.js';
export { calledOutside, linkCalled } from './compile/link-called.js';
export type { CompiledFlow, CompiledNode, CompiledSequenceFlow } from './compile/compiled-flow.js';
export { loadWorkflow } from './run/workflow.js';
export type { Workflow } from './run/workflow.js';
export { beginningOf, beginningsOf } from './run/beginnings.js';
export { nextStart, scheduledStarts } from './run/scheduled-starts.js';
export type { PossibleStart, ScheduledStart } from './run/scheduled-starts.js';
export { startInstance } from './run/start-instance.js';
export type { StartAt } from './run/start-instance.js';
export { step } from './run/step.js';
export type { StepResult } from './run/step.js';
export { emptyMarking } from './run/empty-marking.js';
export { armedBetween, withArmed } from './run/armed-timers.js';
export type { ArmedTimer, Effect, Incident, JobResult, Marking, StepEvent } from './run/marking.js';
export { nodeInfo } from './run/node-info.js';
export type { NodeInfo } from './run/node-info.js';
export { explainFlow } from './run/explain-flow.js';
export type { Explained } from './run/explain-flow.js';
export { assignmentsWords } from './run/explain/assignment-words.js';
export type { AssignmentNames } from './run/explain/assignment-words.js';
export {
  CANCEL_UNTIL_WORDS,
  DEDUPE_WORDS,
  RETURN_AFTER_WORDS,
  RETURN_WHERE_WORDS,
  SHARES,
  VERB_WORDS,
  seatsWords,
  shareWords,
  verbsFor,
  verbsWords,
} from './run/explain/setting-words.js';

// forms
export { checkEvidence, checkFields, nothingRequired, validateForm } from './forms/validate-form.js';
export { fillIn } from './forms/fill-in.js';
export type { FilledIn } from './forms/fill-in.js';
export { accessAt, hidesAny, isWritable, leastGenerous, mostGenerous } from './forms/form-access.js';
export type { Access, ColumnAccess, FieldAccess, FormAccess, FormNode } from './forms/form-access.js';
export { visibleAccess, visibleData, visibleForm } from './forms/visible.js';
export { namesAnything, referencesIn } from './forms/references.js';
export type { References } from './forms/references.js';
export { reviewFields } from './forms/review-fields.js';
export { formIn } from './forms/form-data.js';
export { withRowKeys } from './forms/row-keys.js';
export { tableSums } from './forms/table-sums.js';
export { kindNameOf } from './forms/kind-of.js';
export { DEFAULT_MAX_LENGTH } from './forms/fields/text.js';
export { DEFAULT_MAX_ROWS } from './forms/fields/table.js';
export { dayLimits } from './forms/fields/date.js';
export { isBlank } from './forms/field-kind.js';
export type { FormSurroundings, KindName } from './forms/field-kind.js';
export { ROW_KEY, isTable, titleOf, uiOf } from './forms/form.js';
export type { FieldSet, FieldSetUi, FieldUi, FormDefinition, FormField, TableField, Widget } from './forms/form.js';

// approval
export { VERB_LABELS, labelAt, matterOffersFor, offersFor } from './approval/offers-for.js';
export { refuseWhereItStands } from './approval/offered-at.js';
export { reroutesIn } from './approval/verbs/reroute-moves.js';
export type { Move } from './approval/verbs/reroute-moves.js';
export { isMatterAct, perform, performOnMatter } from './approval/perform.js';
export { MATTER_VERBS, TASK_VERBS } from './approval/act.js';
export { follow } from './approval/follow.js';
export { MAX_TEXT } from './approval/refuse-text.js';
export type {
  Act,
  ActContext,
  ActingPerson,
  Choices,
  Decided,
  MatterAct,
  MatterContext,
  MatterVerb,
  Offer,
  Performed,
  ReturnTarget,
  RoundChange,
  TaskAct,
  TaskVerb,
  Verb,
} from './approval/act.js';
export { adopted, newStanding } from './approval/standing/new-standing.js';
export type { LooseTask } from './approval/standing/new-standing.js';
export { passedThatCount } from './approval/standing/trail.js';
export { delegationUnderWay, findSeat, principalAt } from './approval/standing/find-seat.js';
export { SIGNER_MODES, SIGNER_SIDES } from './approval/standing/standing.js';
export type {
  Decision,
  ReturnTo,
  Seat,
  SeatClosing,
  SeatEffect,
  SeatStatus,
  SignerMode,
  SignerSide,
  Sitting,
  Standing,
} from './approval/standing/standing.js';
export { ANY_UNIT, Directory } from './approval/candidates/directory.js';
export type { DirectoryEntry, Missing } from './approval/candidates/directory.js';
export { directorySeater } from './approval/candidates/directory-seater.js';
export { isInRange, unitOf } from './approval/candidates/meant-people.js';
export { leadersOfPerson } from './approval/candidates/leaders.js';
export type { SeatPlace } from './approval/candidates/meant-people.js';
export { recordedSeater, recordingSeater } from './approval/candidates/seater.js';
export type { Seated, Seater } from './approval/candidates/seater.js';
export { copyReceivers } from './approval/candidates/copy-receivers.js';
export { choicesIn } from './approval/candidates/choices.js';
export { predict } from './approval/predict.js';
export type { Foreseeing, Prediction } from './approval/predict.js';
export { seatsOf } from './approval/verbs/hand-over.js';
export { seatsToUrge } from './approval/verbs/urge.js';
export { isUnitExpression, meantUnit } from './approval/meant-unit.js';
export { readScenarios } from './approval/read-scenarios.js';
export type { Scenario, ScenarioStep } from './approval/scenario.js';
export { runScenario } from './approval/run-scenario.js';
export type { ScenarioReport } from './approval/run-scenario.js';
export { scenarioOf } from './approval/scenario-of.js';
export { unknownPlaces } from './approval/scenario-places.js';
export { coverageOf } from './approval/scenario-coverage.js';
export type { Coverage } from './approval/scenario-coverage.js';
export type { TraceLine } from './approval/scenario-trace.js';

// rounds
export { anchorKey, isFileAnchor, MAX_ITEM_TEXT, MAX_ITEMS } from './rounds/return-items.js';
export type { FieldAnchor, FileAnchor, ItemAnchor, ItemAnswer, OpenItem, ReturnItem } from './rounds/return-items.js';
export { refuseAnchors, refuseItems } from './rounds/refuse-items.js';
export { readableData } from './rounds/blank.js';
export { changeCounts, roundDifference } from './rounds/round-difference.js';
export { applyDifference } from './rounds/apply-difference.js';
export type {
  FilePart,
  FileRef,
  ListPart,
  RoundContent,
  RoundDifference,
  RowPart,
  TextPart,
  ValueDifference,
} from './rounds/difference.js';

// calendar, plan, plan-import
export {
  addDays,
  chineseDate,
  civilDate,
  daysBetween,
  daysInMonth,
  isCivilDate,
  monthEnd,
  weekday,
} from './calendar/civil-date.js';
export { addWorkdays, endOfWorkdays, isWorkday, knowsHolidaysOf, workdaysBetween } from './calendar/workdays.js';
export type { Calendar } from './calendar/calendar.js';
export { readCalendar } from './calendar/calendar-file.js';
export { noticeCalendar } from './calendar/notices.js';
export { dueWithPauses, workdaysLeft } from './calendar/stopped-clock.js';
export type { Pause } from './calendar/stopped-clock.js';
export { readTimerText } from './calendar/timer-text.js';
export { readWorkdaySpan, writeWorkdaySpan } from './calendar/workday-span.js';
export type { WorkdaySpan } from './calendar/workday-span.js';
export type { Deadline, KeyTask, Measure, Milestone, WorkTask } from './plan/measure.js';
export type { Period, Plan, PlanPolicy } from './plan/plan.js';
export { isValidOn } from './plan/unit.js';
export type { GroupMember, UnitGroup, UnitKind, UnitRecord, Validity } from './plan/unit.js';
export { OBLIGATION_KINDS, OBLIGATION_KIND_NAMES, obligationNumber } from './plan/obligation.js';
export type { ObligationDraft, ObligationKind } from './plan/obligation.js';
export { checkRegister } from './plan/check-register.js';
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
export type { Action, AppAbility, HandledTask, SubjectFields, SubjectName } from './access/ability.js';
export { principalFor, principalsIn } from './access/acting-for.js';
export { ROLES, holds, isRole, supervises, unitsOf, unitsWhere } from './access/actor.js';
export type { Actor, Deputyship, Membership, Role } from './access/actor.js';
export { refuseDeputyRule } from './access/deputy-rule.js';
export type { DeputyRule, StandingRule } from './access/deputy-rule.js';
export { conditionFor } from './access/to-condition.js';
export type { Comparison, Condition } from './access/to-condition.js';
