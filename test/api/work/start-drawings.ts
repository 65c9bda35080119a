// Flows that begin with what others send them.

const file = (roots: string, processes: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  ${roots}${processes}
</bpmn:definitions>`;

const process = (id: string, ...elements: readonly string[]): string =>
  `<bpmn:process id="${id}" name="${id}" isExecutable="true">${elements.join('')}</bpmn:process>`;

const moved = (...elements: readonly string[]): string =>
  `<bpmn:extensionElements>${elements.join('')}</bpmn:extensionElements>`;

const task = (id: string, role: string): string =>
  `<bpmn:userTask id="${id}" name="${id}">${moved(`<chengban:assignment kind="role" unit="supervisor" role="${role}" />`)}</bpmn:userTask>`;

const flows = (...pairs: readonly string[]): string =>
  pairs
    .map((pair) => {
      const [source, target] = pair.split('>');
      return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`;
    })
    .join('');

const caught = (element: string, id: string, message: string): string =>
  `<bpmn:${element} id="${id}" name="${id}">${moved('<chengban:output from="number" to="case" />')}<bpmn:messageEventDefinition messageRef="${message}" /></bpmn:${element}>`;

const MESSAGES =
  '<bpmn:message id="ask" name="征求意见" /><bpmn:message id="answer" name="反馈意见" /><bpmn:message id="papers" name="补充材料" />';

/** The unit asks about a case, and waits for the answer about this case. */
const asking = (id: string): string =>
  process(
    id,
    '<bpmn:startEvent id="start" name="开始" />',
    `<bpmn:userTask id="draft" name="填报" chengban:purpose="draft">${moved('<chengban:assignment kind="role" unit="responsible" role="handler" />')}</bpmn:userTask>`,
    `<bpmn:sendTask id="send" name="征求意见" messageRef="ask">${moved('<chengban:input from="form.content" to="number" />')}</bpmn:sendTask>`,
    `<bpmn:intermediateCatchEvent id="wait" name="等待反馈" chengban:correlation="form.content">${moved('<chengban:output from="said" to="opinion" />')}<bpmn:messageEventDefinition messageRef="answer" /></bpmn:intermediateCatchEvent>`,
    task('desk', 'supervisionHandler'),
    '<bpmn:endEvent id="done" name="办结" />',
    flows('start>draft', 'draft>send', 'send>wait', 'wait>desk', 'desk>done'),
  );

const reply = `<bpmn:endEvent id="reply" name="反馈" chengban:correlation="case">${moved('<chengban:input from="unit.name + &quot;：同意&quot;" to="said" />')}<bpmn:messageEventDefinition messageRef="answer" /></bpmn:endEvent>`;

/** An answering process; `begun` leads to the opinion. */
const answering = (id: string, begun: string, last: string): string =>
  process(id, begun, task('opinion', 'supervisionReviewer'), reply, flows(`${last}>opinion`, 'opinion>reply'));

const receive = `<bpmn:receiveTask id="asked" name="收到征求意见" messageRef="ask" instantiate="true">${moved('<chengban:output from="number" to="case" />')}</bpmn:receiveTask>`;

const gateway = (type: string): string =>
  `<bpmn:eventBasedGateway id="first" name="等什么" instantiate="true" eventGatewayType="${type}" />` +
  caught('intermediateCatchEvent', 'asked', 'ask') +
  caught('intermediateCatchEvent', 'supplied', 'papers');

const eitherFirst =
  gateway('Exclusive') +
  '<bpmn:exclusiveGateway id="meet" name="汇合" />' +
  flows('first>asked', 'first>supplied', 'asked>meet', 'supplied>meet');

const bothFirst =
  gateway('Parallel') +
  '<bpmn:parallelGateway id="meet" name="到齐" />' +
  flows('first>asked', 'first>supplied', 'asked>meet', 'supplied>meet');

/** How a process begins → its drawing. */
export const BEGINS = {
  start: (id: string): string => answering(id, caught('startEvent', 'asked', 'ask'), 'asked'),
  receive: (id: string): string => answering(id, receive, 'asked'),
  either: (id: string): string => answering(id, eitherFirst, 'meet'),
  both: (id: string): string => answering(id, bothFirst, 'meet'),
} as const;

export const published = (body: string): string => file(MESSAGES, body);

export const ASKS = published(asking('asks'));

/** Both pools in one drawing. */
export const inOneDrawing = (answers: string): string =>
  file(
    `${MESSAGES}<bpmn:collaboration id="together"><bpmn:participant id="unit-pool" name="责任单位" processRef="asks" />
     <bpmn:participant id="office-pool" name="市司法局" processRef="office" /></bpmn:collaboration>`,
    asking('asks') + answers,
  );

const offer = (id: string): string =>
  process(
    id,
    `<bpmn:startEvent id="${id}-called"><bpmn:signalEventDefinition signalRef="campaign" /></bpmn:startEvent>`,
    task(`${id}-help`, 'supervisionReviewer'),
    `<bpmn:endEvent id="${id}-end" name="办结" />`,
    flows(`${id}-called>${id}-help`, `${id}-help>${id}-end`),
  );

/** After the draft a signal calls two other pools at once. */
export const CALLS_ALL = file(
  `<bpmn:signal id="campaign" name="专项行动" /><bpmn:collaboration id="together"><bpmn:participant id="unit-pool" name="责任单位" processRef="calls-all" />
   <bpmn:participant id="one-pool" name="甲" processRef="one" /><bpmn:participant id="two-pool" name="乙" processRef="two" /></bpmn:collaboration>`,
  process(
    'calls-all',
    '<bpmn:startEvent id="start" name="开始" />',
    `<bpmn:userTask id="draft" name="填报" chengban:purpose="draft">${moved('<chengban:assignment kind="role" unit="responsible" role="handler" />')}</bpmn:userTask>`,
    '<bpmn:intermediateThrowEvent id="call" name="号召"><bpmn:signalEventDefinition signalRef="campaign" /></bpmn:intermediateThrowEvent>',
    task('desk', 'supervisionHandler'),
    '<bpmn:endEvent id="done" name="办结" />',
    flows('start>draft', 'draft>call', 'call>desk', 'desk>done'),
  ) +
    offer('one') +
    offer('two'),
);
