import type { NodeBase } from './node.js';
import type { Condition } from './trigger.js';

export interface ExclusiveGateway extends NodeBase {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow: string | null;
}

export interface ParallelGateway extends NodeBase {
  readonly kind: 'parallelGateway';
}

export interface InclusiveGateway extends NodeBase {
  readonly kind: 'inclusiveGateway';
  readonly defaultFlow: string | null;
}

export interface EventBasedGateway extends NodeBase {
  readonly kind: 'eventBasedGateway';
  readonly instantiate: boolean;
  readonly gatewayType: 'exclusive' | 'parallel';
}

export interface ComplexGateway extends NodeBase {
  readonly kind: 'complexGateway';
  readonly defaultFlow: string | null;
  /** over `activationCount`, the number of incoming flows that hold a token, and the variables (§13.4.5) */
  readonly activationCondition: Condition | null;
}

export type Gateway = ExclusiveGateway | ParallelGateway | InclusiveGateway | EventBasedGateway | ComplexGateway;
