// Flows that begin without a person: by the clock, by a message, by a signal.

const flow = (
  id: string,
  roots: string,
  ...elements: readonly string[]
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  ${roots}<bpmn:process id="${id}" name="${id}" isExecutable="true">${elements.join('')}</bpmn:process>
</bpmn:definitions>`;

const flows = (...pairs: readonly string[]): string =>
  pairs
    .map((pair) => {
      const [source, target] = pair.split('>');
      return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`;
    })
    .join('');

const assigned = (id: string, attributes: string, assignment: string): string =>
  `<bpmn:userTask id="${id}" name="${id}" ${attributes}><bpmn:extensionElements><chengban:assignment ${assignment} /></bpmn:extensionElements></bpmn:userTask>`;

const DRAFT = assigned('draft', 'chengban:purpose="draft"', 'kind="role" unit="responsible" role="handler"');
const DESK = assigned('desk', '', 'kind="role" unit="supervisor" role="supervisionHandler"');
const END = '<bpmn:endEvent id="done" name="办结" />';
const PLAIN = '<bpmn:startEvent id="by-hand" name="开始" />';

/** `timeDate:2024-12-02`, `timeCycle:R/P1D` … */
const timer = (time: string): string => {
  const [kind, ...text] = time.split(':');
  return `<bpmn:timerEventDefinition><bpmn:${kind}>${text.join(':')}</bpmn:${kind}></bpmn:timerEventDefinition>`;
};

const timedStart = (time: string, id = 'on-time'): string =>
  `<bpmn:startEvent id="${id}" name="到时间">${timer(time)}</bpmn:startEvent>`;

/** Begins at a time only: the unit drafts, the desk decides. */
export const timed = (id: string, time: string): string =>
  flow(id, '', timedStart(time), DRAFT, DESK, END, flows('on-time>draft', 'draft>desk', 'desk>done'));

/** Begins with a message or a signal: the unit drafts, the desk decides. What it brings of a number is kept. */
export const heard = (id: string, kind: 'message' | 'signal', name: string): string =>
  flow(
    id,
    `<bpmn:${kind} id="what" name="${name}" />`,
    `<bpmn:startEvent id="on-word" name="听到"><bpmn:extensionElements><chengban:output from="号" to="文号" /></bpmn:extensionElements><bpmn:${kind}EventDefinition ${kind}Ref="what" /></bpmn:startEvent>`,
    DRAFT,
    DESK,
    END,
    flows('on-word>draft', 'draft>desk', 'desk>done'),
  );

/** Begins by hand only. */
export const plain = (id: string): string =>
  flow(id, '', PLAIN, DRAFT, DESK, END, flows('by-hand>draft', 'draft>desk', 'desk>done'));

/** Begins at two times, by a message and by hand. */
export const everyWay = (id: string, one: string, other: string): string =>
  flow(
    id,
    '<bpmn:message id="ask" name="请求开始" />',
    PLAIN,
    `<bpmn:startEvent id="on-time" name="到时间或者来消息"><bpmn:messageEventDefinition messageRef="ask" />${timer(one)}</bpmn:startEvent>`,
    timedStart(other, 'later'),
    DRAFT,
    DESK,
    END,
    flows('by-hand>draft', 'on-time>draft', 'later>draft', 'draft>desk', 'desk>done'),
  );

/** The one who began it drafts, and confirms what the desk decided. */
export const forStarter = (id: string, time: string): string =>
  flow(
    id,
    '',
    timedStart(time),
    assigned('draft', 'chengban:purpose="draft"', 'kind="starter"'),
    DESK,
    assigned('confirm', '', 'kind="starter"'),
    END,
    flows('on-time>draft', 'draft>desk', 'desk>confirm', 'confirm>done'),
  );

/** In one town it turns in a circle as soon as it begins: that start is refused. */
export const refusedIn = (id: string, unit: string, time: string): string =>
  flow(
    id,
    '',
    timedStart(time),
    '<bpmn:exclusiveGateway id="again" name="再问" />',
    '<bpmn:exclusiveGateway id="where" name="哪里" default="where-draft" />',
    DRAFT,
    DESK,
    END,
    flows('on-time>again', 'again>where', 'where>draft', 'draft>desk', 'desk>done'),
    `<bpmn:sequenceFlow id="where-again" name="${unit}" sourceRef="where" targetRef="again"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">unit.name = "${unit}"</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  );

/** Tells another flow to begin as soon as it begins itself. */
export const asking = (id: string, time: string): string =>
  flow(
    id,
    '<bpmn:message id="ask" name="请求开始" />',
    timedStart(time),
    '<bpmn:intermediateThrowEvent id="tell" name="请求"><bpmn:messageEventDefinition messageRef="ask" /></bpmn:intermediateThrowEvent>',
    DRAFT,
    DESK,
    END,
    flows('on-time>tell', 'tell>draft', 'draft>desk', 'desk>done'),
  );

export const answering = (id: string): string =>
  flow(
    id,
    '<bpmn:message id="ask" name="请求开始" />',
    '<bpmn:startEvent id="asked" name="收到"><bpmn:messageEventDefinition messageRef="ask" /></bpmn:startEvent>',
    assigned('confirm', '', 'kind="starter"'),
    END,
    flows('asked>confirm', 'confirm>done'),
  );
