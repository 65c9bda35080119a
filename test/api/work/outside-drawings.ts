// Flows that wait for more than people: handlers, messages, signals, moments that come again, other flows.

const file = (roots: string, processes: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  ${roots}${processes}
</bpmn:definitions>`;

const process = (id: string, body: string): string =>
  `<bpmn:process id="${id}" name="${id}" isExecutable="true">${body}</bpmn:process>`;

const START = '<bpmn:startEvent id="start" name="开始" />';
const DRAFT = `<bpmn:userTask id="draft" name="填报" chengban:purpose="draft"><bpmn:extensionElements><chengban:assignment kind="role" unit="responsible" role="handler" /></bpmn:extensionElements></bpmn:userTask>`;
const review = (id: string, inside = '', role = 'supervisionHandler'): string =>
  `<bpmn:userTask id="${id}" name="审核 ${id}"><bpmn:extensionElements><chengban:assignment kind="role" unit="supervisor" role="${role}" /></bpmn:extensionElements>${inside}</bpmn:userTask>`;
const end = (id: string): string => `<bpmn:endEvent id="${id}" name="办结 ${id}" />`;
const flows = (...pairs: string[]): string =>
  pairs
    .map((pair) => {
      const [source, target] = pair.split('>');
      return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`;
    })
    .join('');
const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;

/** After the draft the unit is told by a handler; a BPMN error of the handler leads to the desk. */
export const withJob = (handler: string): string =>
  file(
    '<bpmn:error id="refused" errorCode="REFUSED" />',
    process(
      'with-job',
      `${START}${DRAFT}
       <bpmn:serviceTask id="tell" name="告知责任单位" chengban:handler="${handler}"><bpmn:extensionElements>
         <chengban:input from="&quot;已收到：&quot; + form.content" to="title" />
       </bpmn:extensionElements></bpmn:serviceTask>
       <bpmn:boundaryEvent id="refuse" name="对方不收" attachedToRef="tell"><bpmn:errorEventDefinition errorRef="refused" /></bpmn:boundaryEvent>
       ${review('desk')}${review('after', '', 'supervisionReviewer')}${end('told')}${end('by-hand')}
       ${flows('start>draft', 'draft>tell', 'tell>after', 'after>told', 'refuse>desk', 'desk>by-hand')}`,
    ),
  );

/** After the draft it waits for a decision from outside, named by the content of the form. */
export const WITH_MESSAGE = file(
  '<bpmn:message id="decision" name="行政复议决定" />',
  process(
    'with-message',
    `${START}${DRAFT}
     <bpmn:intermediateCatchEvent id="wait" name="等待复议决定" chengban:correlation="form.content"><bpmn:extensionElements>
       <chengban:output from="result" to="decision" />
     </bpmn:extensionElements><bpmn:messageEventDefinition messageRef="decision" /></bpmn:intermediateCatchEvent>
     ${review('desk')}${end('done')}${flows('start>draft', 'draft>wait', 'wait>desk', 'desk>done')}`,
  ),
);

/** Waits for a signal that all flows hear. */
export const WITH_SIGNAL = file(
  '<bpmn:signal id="campaign" name="专项检查启动" />',
  process(
    'with-signal',
    `${START}${DRAFT}
     <bpmn:intermediateCatchEvent id="wait" name="等待启动"><bpmn:signalEventDefinition signalRef="campaign" /></bpmn:intermediateCatchEvent>
     ${review('desk')}${end('done')}${flows('start>draft', 'draft>wait', 'wait>desk', 'desk>done')}`,
  ),
);

/** Two pools: the unit asks, the office answers in a process of its own, the unit goes on. */
export const WITH_POOLS = file(
  `<bpmn:message id="ask" name="征求意见" /><bpmn:message id="answer" name="反馈意见" />
   <bpmn:collaboration id="together"><bpmn:participant id="unit-pool" name="责任单位" processRef="with-pools" />
     <bpmn:participant id="office-pool" name="市司法局" processRef="office" />
     <bpmn:messageFlow id="asks" sourceRef="send" targetRef="asked" />
     <bpmn:messageFlow id="answers" sourceRef="reply" targetRef="wait" /></bpmn:collaboration>`,
  process(
    'with-pools',
    `${START}${DRAFT}<bpmn:sendTask id="send" name="征求意见" messageRef="ask" />
     <bpmn:receiveTask id="wait" name="等待反馈" messageRef="answer" />
     ${review('desk')}${end('done')}${flows('start>draft', 'draft>send', 'send>wait', 'wait>desk', 'desk>done')}`,
  ) +
    process(
      'office',
      `<bpmn:startEvent id="asked" name="收到征求意见"><bpmn:messageEventDefinition messageRef="ask" /></bpmn:startEvent>
       ${review('opinion', '', 'supervisionReviewer')}
       <bpmn:endEvent id="reply" name="反馈"><bpmn:messageEventDefinition messageRef="answer" /></bpmn:endEvent>
       ${flows('asked>opinion', 'opinion>reply')}`,
    ),
);

/** While the desk has it, everybody is reminded every day, three times. */
export const WITH_CYCLE = file(
  '',
  process(
    'with-cycle',
    `${START}${DRAFT}${review('desk')}
     <bpmn:boundaryEvent id="daily" name="每天提醒" attachedToRef="desk" cancelActivity="false">${timer('timeCycle', 'R3/P1D')}</bpmn:boundaryEvent>
     ${review('remind', '', 'supervisionReviewer')}${end('done')}${end('reminded')}
     ${flows('start>draft', 'draft>desk', 'desk>done', 'daily>remind', 'remind>reminded')}`,
  ),
);

/** Three seats decide one after the other or together; two approvals are enough. */
export const withSeats = (sequential: boolean): string =>
  file(
    '',
    process(
      'with-seats',
      `${START}${DRAFT}
       ${review(
         'seat',
         `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>
          <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances = 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>`,
       )}
       ${review('after', '', 'supervisionReviewer')}${end('done')}${flows('start>draft', 'draft>seat', 'seat>after', 'after>done')}`,
    ),
  );

/** The review is a flow of its own, published apart. */
export const WITH_CALL = file(
  '',
  process(
    'with-call',
    `${START}${DRAFT}<bpmn:callActivity id="ask" name="合法性审核" calledElement="legal-review" />
     ${review('after', '', 'supervisionReviewer')}${end('done')}${flows('start>draft', 'draft>ask', 'ask>after', 'after>done')}`,
  ),
);

export const legalReview = (...tasks: string[]): string =>
  file(
    '',
    process(
      'legal-review',
      `${START}${tasks.map((id) => review(id)).join('')}${end('done')}${flows(
        ...['start', ...tasks].map((id, i) => `${id}>${tasks[i] ?? 'done'}`),
      )}`,
    ),
  );

/** After the work two gateways pass the token to each other for as long as the handler says so. */
export const WITH_TURNS = file(
  '',
  process(
    'with-turns',
    `${START}${DRAFT}
     <bpmn:serviceTask id="tell" name="告知责任单位" chengban:handler="notify"><bpmn:extensionElements>
       <chengban:input from="form.content" to="title" />
     </bpmn:extensionElements></bpmn:serviceTask>
     <bpmn:exclusiveGateway id="join" /><bpmn:exclusiveGateway id="again" default="again-desk" />
     ${review('desk')}${end('done')}
     <bpmn:sequenceFlow id="again-join" sourceRef="again" targetRef="join"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">form.turn = true</bpmn:conditionExpression></bpmn:sequenceFlow>
     ${flows('start>draft', 'draft>tell', 'tell>join', 'join>again', 'again>desk', 'desk>done')}`,
  ),
);
