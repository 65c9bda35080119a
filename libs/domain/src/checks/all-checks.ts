import type { Check } from './check.js';
import { assignmentExpression } from './assignment-expression.js';
import { assignmentField } from './assignment-field.js';
import { assignmentMayBeEmpty } from './assignment-may-be-empty.js';
import { assignmentTooEarly } from './assignment-too-early.js';
import { assignmentUnknown } from './assignment-unknown.js';
import { calledFlowUnknown } from './called-flow-unknown.js';
import { chosenRange } from './chosen-range.js';
import { conditionReadsClock } from './condition-reads-clock.js';
import { conditionSyntax } from './condition-syntax.js';
import { copyToNobody } from './copy-to-nobody.js';
import { deadNode } from './dead-node.js';
import { decisionProblem } from './decision-problem.js';
import { dedupeWithoutEffect } from './dedupe-without-effect.js';
import { defaultWithCondition } from './default-with-condition.js';
import { disconnected } from './disconnected.js';
import { dueWorkdays } from './due-workdays.js';
import { duplicateFlow } from './duplicate-flow.js';
import { errorBoundary } from './error-boundary.js';
import { eventWithoutName } from './event-without-name.js';
import { fakeJoin } from './fake-join.js';
import { flowDirection } from './flow-direction.js';
import { fieldAccess } from './field-access.js';
import { formChoice } from './form-choice.js';
import { formDefinition } from './form-definition.js';
import { formFieldType } from './form-field-type.js';
import { formField } from './form-field.js';
import { formMissing } from './form-missing.js';
import { gatewayWithoutChoice } from './gateway-without-choice.js';
import { handlerInput } from './handler-input.js';
import { handlerUnknown } from './handler-unknown.js';
import { implicitSplit } from './implicit-split.js';
import { messageLeft } from './message-left.js';
import { misplacedCondition } from './misplaced-condition.js';
import { mixedGateway } from './mixed-gateway.js';
import { neverReached } from './never-reached.js';
import { noDefault } from './no-default.js';
import { noEnd } from './no-end.js';
import { noStart } from './no-start.js';
import { noWayToEnd } from './no-way-to-end.js';
import { oneSeat } from './one-seat.js';
import { reminderDays } from './reminder-days.js';
import { returnTarget } from './return-target.js';
import { reviewBeforeAcceptance } from './review-before-acceptance.js';
import { seatsContradiction } from './seats-contradiction.js';
import { settingUnknown } from './setting-unknown.js';
import { severalStarts } from './several-starts.js';
import { soundnessUnknown } from './soundness-unknown.js';
import { standardConstraint } from './standard-constraint.js';
import { startNotWatched } from './start-not-watched.js';
import { stuck } from './stuck.js';
import { taskWithoutAssignment } from './task-without-assignment.js';
import { taskWithoutName } from './task-without-name.js';
import { timerTime } from './timer-time.js';
import { twoTokens } from './two-tokens.js';
import { unknownVariable } from './unknown-variable.js';
import { unreachableDeadline } from './unreachable-deadline.js';
import { unsupportedElement } from './unsupported-element.js';
import { verbsWithoutDecision } from './verbs-without-decision.js';
import { voteCount } from './vote-count.js';

/** Every check, in the order in which a person would look: what is there, how it hangs together, what it says, how it runs. */
export const allChecks: readonly Check[] = [
  unsupportedElement,
  noStart,
  severalStarts,
  startNotWatched,
  noEnd,
  disconnected,
  deadNode,
  noWayToEnd,
  flowDirection,
  implicitSplit,
  duplicateFlow,
  gatewayWithoutChoice,
  noDefault,
  defaultWithCondition,
  misplacedCondition,
  conditionSyntax,
  conditionReadsClock,
  unknownVariable,
  formField,
  formFieldType,
  formChoice,
  decisionProblem,
  taskWithoutName,
  taskWithoutAssignment,
  assignmentUnknown,
  assignmentTooEarly,
  assignmentField,
  assignmentExpression,
  assignmentMayBeEmpty,
  chosenRange,
  voteCount,
  seatsContradiction,
  oneSeat,
  handlerUnknown,
  handlerInput,
  calledFlowUnknown,
  eventWithoutName,
  dueWorkdays,
  returnTarget,
  verbsWithoutDecision,
  copyToNobody,
  reminderDays,
  dedupeWithoutEffect,
  settingUnknown,
  timerTime,
  unreachableDeadline,
  errorBoundary,
  mixedGateway,
  fakeJoin,
  reviewBeforeAcceptance,
  formMissing,
  formDefinition,
  fieldAccess,
  standardConstraint,
  stuck,
  twoTokens,
  neverReached,
  messageLeft,
  soundnessUnknown,
];
