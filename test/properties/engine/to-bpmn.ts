import { PROCESS } from './drawing.js';
import type { Drawing, DrawnNode, Loop, Trigger } from './drawing.js';

/** A drawing as BPMN text, without a diagram. */
export function toBpmn(drawing: Drawing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="t">',
    ...['A', 'B'].map((code) => `<bpmn:error id="error${code}" errorCode="${code}" />`),
    ...['A', 'B'].map((code) => `<bpmn:escalation id="escalation${code}" escalationCode="${code}" />`),
    ...named(drawing, 'message').map((name) => `<bpmn:message id="${name}" name="${name}" />`),
    ...named(drawing, 'signal').map((name) => `<bpmn:signal id="${name}" name="${name}" />`),
    `<bpmn:process id="${PROCESS}" isExecutable="true">`,
    inside(drawing, PROCESS),
    '</bpmn:process></bpmn:definitions>',
  ].join('\n');
}

const named = (drawing: Drawing, kind: 'message' | 'signal'): readonly string[] => [
  ...new Set(drawing.nodes.flatMap(({ trigger }) => (trigger?.kind === kind ? [trigger.name] : []))),
];

function inside(drawing: Drawing, scope: string): string {
  const nodes = drawing.nodes.filter((node) => node.scope === scope).map((node) => element(drawing, node));
  const flows = drawing.flows
    .filter((flow) => flow.scope === scope)
    .map((flow) => {
      const head = `<bpmn:sequenceFlow id="${flow.id}" sourceRef="${flow.from}" targetRef="${flow.to}"`;
      return flow.when === 'choice'
        ? `${head}>${expression('conditionExpression', `choice.${flow.id}`)}</bpmn:sequenceFlow>`
        : `${head} />`;
    });
  return [...nodes, ...flows].join('\n');
}

const expression = (name: string, text: string): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression"><![CDATA[${text}]]></bpmn:${name}>`;

const TAGS = {
  start: 'startEvent',
  end: 'endEvent',
  task: 'userTask',
  service: 'serviceTask',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  eventBased: 'eventBasedGateway',
  sub: 'subProcess',
  eventSub: 'subProcess',
  boundary: 'boundaryEvent',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
} as const;

function element(drawing: Drawing, node: DrawnNode): string {
  const standard = drawing.flows.find((flow) => flow.from === node.id && flow.when === 'default');
  const attributes = [
    `id="${node.id}"`,
    standard && `default="${standard.id}"`,
    node.startQuantity && `startQuantity="${node.startQuantity}"`,
    node.completionQuantity && `completionQuantity="${node.completionQuantity}"`,
    node.kind === 'service' && 'chengban:handler="job"',
    node.kind === 'eventSub' && 'triggeredByEvent="true"',
    node.kind === 'start' && node.trigger && `isInterrupting="${!node.beside}"`,
    node.kind === 'boundary' && `attachedToRef="${node.host}" cancelActivity="${!node.beside}"`,
  ].filter(Boolean);
  const body = [
    node.trigger && definition(node.trigger),
    node.loop && looping(node.id, node.loop),
    (node.kind === 'sub' || node.kind === 'eventSub') && inside(drawing, node.id),
  ].filter(Boolean);
  const tag = TAGS[node.kind];
  return `<bpmn:${tag} ${attributes.join(' ')}>${body.join('\n')}</bpmn:${tag}>`;
}

function definition(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'timer':
      return trigger.times > 1
        ? `<bpmn:timerEventDefinition>${expression('timeCycle', `R${trigger.times}/P1D`)}</bpmn:timerEventDefinition>`
        : `<bpmn:timerEventDefinition>${expression('timeDuration', 'P1D')}</bpmn:timerEventDefinition>`;
    case 'message':
      return `<bpmn:messageEventDefinition messageRef="${trigger.name}" />`;
    case 'signal':
      return `<bpmn:signalEventDefinition signalRef="${trigger.name}" />`;
    case 'link':
      return `<bpmn:linkEventDefinition name="${trigger.name}" />`;
    case 'terminate':
      return '<bpmn:terminateEventDefinition />';
    case 'error':
      return `<bpmn:errorEventDefinition${trigger.code ? ` errorRef="error${trigger.code}"` : ''} />`;
    case 'escalation':
      return `<bpmn:escalationEventDefinition${trigger.code ? ` escalationRef="escalation${trigger.code}"` : ''} />`;
  }
}

function looping(id: string, loop: Loop): string {
  if (loop.kind === 'standard') {
    return `<bpmn:standardLoopCharacteristics testBefore="${loop.before}" loopMaximum="${loop.maximum}">${expression('loopCondition', `choice.${id}`)}</bpmn:standardLoopCharacteristics>`;
  }
  const enough =
    loop.enough === null ? '' : expression('completionCondition', `numberOfCompletedInstances >= ${loop.enough}`);
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${loop.sequential}">${expression('loopCardinality', String(loop.total))}${enough}</bpmn:multiInstanceLoopCharacteristics>`;
}
