import type { Check } from './check.js';

/** Rules of the standard that a check here tells in its own words, with what to do in a flow of ours. */
const TOLD_BY_CHECKS: readonly string[] = [
  // flow-direction
  'std-start-event-incoming',
  'std-end-event-outgoing',
  'std-boundary-incoming',
  // no-start, no-end
  'std-end-without-start',
  'std-start-without-end',
  // disconnected, dead-node, no-way-to-end
  'std-start-event-outgoing',
  'std-end-event-incoming',
  'std-flow-node-incoming',
  'std-flow-node-outgoing',
  'std-intermediate-incoming',
  'std-intermediate-outgoing',
  'std-boundary-outgoing',
  // unsupported-element
  'std-catch-event-trigger',
  'std-throw-event-trigger',
  'std-end-event-trigger',
  'std-start-transaction-trigger',
  // event-without-name
  'std-message-reference',
  'std-signal-reference',
  // timer-time
  'std-timer-format',
  // superfluous-gateway
  'std-gateway-flows',
  // misplaced-condition, condition-syntax
  'std-only-conditional-flow',
  'std-empty-expression',
];

/** What the standard leaves to be said for other engines, and the pages in docs/elements say for this one. */
const SETTLED_HERE: readonly string[] = [
  'std-error-code',
  'std-escalation-code',
  'std-message-operation',
  'std-natural-language',
  'std-script-format',
];

const silent = new Set([...TOLD_BY_CHECKS, ...SETTLED_HERE]);

/** Passes on what reading found against the standard's own constraints; see bpmn/constraints. */
export const standardConstraint: Check = {
  id: 'standard-constraint',
  run: (model) => model.constraintFindings.filter(({ code }) => !silent.has(code)),
};
