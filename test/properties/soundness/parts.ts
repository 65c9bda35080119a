// For specs only: elements of a flow model with everything that is not the point left out.
import type {
  BoundaryEvent,
  FlowModel,
  FlowNode,
  Scope,
  SequenceFlow,
  SubProcess,
  Trigger,
  UserTask,
} from '../../../libs/domain/src/bpmn/model.js';

const activity = {
  loop: null,
  forCompensation: false,
  startQuantity: 1,
  completionQuantity: 1,
  defaultFlow: null,
  inputs: [],
  outputs: [],
} as const;

export const startEvent = (id: string): FlowNode => ({
  kind: 'startEvent',
  id,
  name: id,
  triggers: [],
  parallelMultiple: false,
  interrupting: true,
  outputs: [],
});

export const endEvent = (id: string, ...triggers: readonly Trigger[]): FlowNode => ({
  kind: 'endEvent',
  id,
  name: id,
  triggers,
  outcome: 'accepted',
  inputs: [],
});

export const userTask = (id: string, more: Partial<UserTask> = {}): UserTask => ({
  ...activity,
  kind: 'userTask',
  id,
  name: id,
  purpose: 'review',
  assignment: { kind: 'starter' },
  moreAssignments: [],
  assignmentProblem: null,
  approveLabel: null,
  submitLabel: null,
  dueWorkdays: null,
  clockContinues: false,
  returnTo: null,
  seats: null,
  verbs: null,
  returnWhere: null,
  returnAfter: null,
  copies: [],
  copyProblem: null,
  remindWorkdays: null,
  escalateWorkdays: null,
  settingProblems: [],
  fields: [],
  fieldProblem: null,
  ...more,
});

export const gateway = (
  kind: 'exclusiveGateway' | 'inclusiveGateway',
  id: string,
  defaultFlow: string | null = null,
): FlowNode => ({ kind, id, name: id, defaultFlow });

export const parallelGateway = (id: string): FlowNode => ({ kind: 'parallelGateway', id, name: id });

export const eventGateway = (id: string): FlowNode => ({
  kind: 'eventBasedGateway',
  id,
  name: id,
  instantiate: false,
  gatewayType: 'exclusive',
});

export const TIMER: Trigger = { kind: 'timer', timer: { kind: 'duration', text: 'P1D' } };

export const catchEvent = (id: string): FlowNode => ({
  kind: 'intermediateCatchEvent',
  id,
  name: id,
  triggers: [TIMER],
  parallelMultiple: false,
  outputs: [],
});

export const throwEvent = (id: string, trigger: Trigger): FlowNode => ({
  kind: 'intermediateThrowEvent',
  id,
  name: id,
  triggers: [trigger],
  inputs: [],
});

export const boundaryEvent = (
  id: string,
  attachedTo: string,
  interrupting: boolean,
  trigger: Trigger,
): BoundaryEvent => ({
  kind: 'boundaryEvent',
  id,
  name: id,
  attachedTo,
  triggers: [trigger],
  parallelMultiple: false,
  interrupting,
  handler: null,
  outputs: [],
});

export const subProcess = (id: string, scope: Scope): SubProcess => ({
  ...activity,
  kind: 'subProcess',
  id,
  name: id,
  variant: 'embedded',
  scope,
  ordering: 'parallel',
  cancelRemaining: true,
  completionCondition: null,
});

export const flow = (id: string, source: string, target: string, condition: string | null = null): SequenceFlow => ({
  id,
  name: '',
  source,
  target,
  condition: condition === null ? null : { text: condition, language: null },
});

export const scopeOf = (id: string, nodes: readonly FlowNode[], flows: readonly SequenceFlow[]): Scope => ({
  id,
  nodes,
  flows,
  data: [],
  lanes: [],
});

export const modelOf = (root: Scope): FlowModel => ({
  processId: root.id,
  name: '',
  form: null,
  dedupe: null,
  cancelUntil: null,
  settingProblems: [],
  root,
  others: [],
  messageFlows: [],
  decisions: {},
  unsupported: [],
  constraintFindings: [],
});
