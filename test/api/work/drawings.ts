import { readFileSync } from 'node:fs';

export const STAGE_RESULT = readFileSync('workflows/stage-result/workflow.bpmn', 'utf8');

/** 分管局领导审核 between the unit's draft and the supervising office: what an administrator draws in the designer. */
export const WITH_DEPUTY = STAGE_RESULT.replace(
  '<bpmn:sequenceFlow id="to-submitted" sourceRef="draft" targetRef="submitted" />',
  `<bpmn:userTask id="deputy-review" name="分管局领导审核" chengban:approveLabel="同意报送">
      <bpmn:extensionElements>
        <chengban:assignment kind="role" unit="responsible" role="reviewer" />
      </bpmn:extensionElements>
      <bpmn:incoming>to-deputy</bpmn:incoming>
      <bpmn:outgoing>to-submitted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="to-deputy" sourceRef="draft" targetRef="deputy-review" />
    <bpmn:sequenceFlow id="to-submitted" sourceRef="deputy-review" targetRef="submitted" />`,
).replace('<bpmn:outgoing>to-submitted</bpmn:outgoing>', '<bpmn:outgoing>to-deputy</bpmn:outgoing>');

const head = (id: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="${id}" name="测试流程" isExecutable="true">${body}</bpmn:process>
</bpmn:definitions>`;

const task = (id: string, attributes: string, assignment: string): string =>
  `<bpmn:userTask id="${id}" name="${id}" ${attributes}><bpmn:extensionElements>${assignment}</bpmn:extensionElements></bpmn:userTask>`;

const HANDLER = '<chengban:assignment kind="role" unit="responsible" role="handler" />';
const DESK = '<chengban:assignment kind="role" unit="supervisor" role="supervisionHandler" />';
const REVIEWER = '<chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" />';

/** draft → review with a term of two days; when it is over the reviewer's senior takes it. */
export const WITH_TIMER = head(
  'with-timer',
  `<bpmn:startEvent id="start" name="开始" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER)}
   ${task('review', 'chengban:dueWorkdays="3"', DESK)}
   <bpmn:boundaryEvent id="late" name="超时" attachedToRef="review" cancelActivity="true"><bpmn:timerEventDefinition id="late-timer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
   ${task('senior', '', REVIEWER)}
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:endEvent id="accepted-late" name="超时办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
   <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="review" />
   <bpmn:sequenceFlow id="f3" sourceRef="review" targetRef="accepted" />
   <bpmn:sequenceFlow id="f4" sourceRef="late" targetRef="senior" />
   <bpmn:sequenceFlow id="f5" sourceRef="senior" targetRef="accepted-late" />`,
);

/** After the draft a gateway that asks for a number that the form does not have: it gives no answer. */
export const WITH_INCIDENT = head(
  'with-incident',
  `<bpmn:startEvent id="start" name="开始" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER)}
   <bpmn:exclusiveGateway id="which" name="是否达标" default="f5" />
   ${task('review', '', DESK)}
   ${task('senior', '', REVIEWER)}
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
   <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="which" />
   <bpmn:sequenceFlow id="f3" sourceRef="which" targetRef="review"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">form.score &gt; 60</bpmn:conditionExpression></bpmn:sequenceFlow>
   <bpmn:sequenceFlow id="f5" sourceRef="which" targetRef="senior" />
   <bpmn:sequenceFlow id="f4" sourceRef="review" targetRef="accepted" />
   <bpmn:sequenceFlow id="f6" sourceRef="senior" targetRef="accepted" />`,
);

/** Two reviews at once after the draft, joined before the end. */
export const WITH_PARALLEL = head(
  'with-parallel',
  `<bpmn:startEvent id="start" name="开始" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER)}
   <bpmn:parallelGateway id="split" name="分头审核" />
   ${task('left', '', DESK)}
   ${task('right', '', REVIEWER)}
   <bpmn:parallelGateway id="join" name="汇总" />
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
   <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="split" />
   <bpmn:sequenceFlow id="f3" sourceRef="split" targetRef="left" />
   <bpmn:sequenceFlow id="f4" sourceRef="split" targetRef="right" />
   <bpmn:sequenceFlow id="f5" sourceRef="left" targetRef="join" />
   <bpmn:sequenceFlow id="f6" sourceRef="right" targetRef="join" />
   <bpmn:sequenceFlow id="f7" sourceRef="join" targetRef="accepted" />`,
);

/** A review by a role that nobody holds. */
export const WITH_EMPTY_SEAT = head(
  'with-empty-seat',
  `<bpmn:startEvent id="start" name="开始" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER)}
   ${task('review', '', '<chengban:assignment kind="role" unit="responsible" role="deputyLeader" />')}
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
   <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="review" />
   <bpmn:sequenceFlow id="f3" sourceRef="review" targetRef="accepted" />`,
);

/** A draft that leads straight back to itself until it says that it is complete. */
export const WITH_LOOP = head(
  'with-loop',
  `<bpmn:startEvent id="start" name="开始" />
   <bpmn:exclusiveGateway id="again" name="继续" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER)}
   <bpmn:exclusiveGateway id="complete" name="写完了吗" default="f5" />
   ${task('review', '', DESK)}
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="again" />
   <bpmn:sequenceFlow id="f2" sourceRef="again" targetRef="draft" />
   <bpmn:sequenceFlow id="f3" sourceRef="draft" targetRef="complete" />
   <bpmn:sequenceFlow id="f4" name="没有" sourceRef="complete" targetRef="again"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">form.content = "未完"</bpmn:conditionExpression></bpmn:sequenceFlow>
   <bpmn:sequenceFlow id="f5" sourceRef="complete" targetRef="review" />
   <bpmn:sequenceFlow id="f6" sourceRef="review" targetRef="accepted" />`,
);
