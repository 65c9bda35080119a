import type { FlowNode, Scope } from '../bpmn/model.js';

/** Runs when it is asked for, without flows: compensation and its boundary event (§13.5.5), event sub-processes (§13.5.4). */
export const isOutsideFlow = (node: FlowNode): boolean =>
  ('forCompensation' in node && node.forCompensation) ||
  (node.kind === 'subProcess' && node.variant === 'event') ||
  (node.kind === 'boundaryEvent' && node.triggers.some(({ kind }) => kind === 'compensation'));

/** The two halves of a link: the flow leaves at one and comes in at the other (§10.5.1). */
export const isLink = (node: FlowNode, kind: 'intermediateThrowEvent' | 'intermediateCatchEvent'): boolean =>
  node.kind === kind && node.triggers.some((trigger) => trigger.kind === 'link');

/** Nodes at which a token of the scope can appear. */
export const isStart = (node: FlowNode): boolean =>
  node.kind === 'startEvent' ||
  ((node.kind === 'receiveTask' || node.kind === 'eventBasedGateway') && node.instantiate);

/** Drawn without a start and an end: people choose among the activities of an ad-hoc sub-process (§13.3.5), a global task is one task. */
export const isUnordered = (host: FlowNode | undefined, { nodes, flows }: Scope): boolean =>
  (host?.kind === 'subProcess' && host.variant === 'adHoc') ||
  (host === undefined && flows.length === 0 && nodes.length === 1 && nodes.every((node) => 'loop' in node));
