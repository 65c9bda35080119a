const HANDLER = '<chengban:assignment kind="role" unit="responsible" role="handler" />';
const DESK = '<chengban:assignment kind="role" unit="supervisor" role="supervisionHandler" />';
const REVIEWER = '<chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" />';

const task = (id: string, attributes: string, assignment: string, fields: readonly string[]): string =>
  `<bpmn:userTask id="${id}" name="${id}" ${attributes}><bpmn:extensionElements>${assignment}${fields
    .map((field) => `<chengban:field ${field} />`)
    .join('')}</bpmn:extensionElements></bpmn:userTask>`;

const when = (id: string, from: string, to: string, condition: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;

const ALL = [
  'progress',
  'cost',
  'state',
  'topics',
  'public',
  'heldOn',
  'leader',
  'partners',
  'rosters',
  'sessions',
  'score',
];

/**
 * Training figures: the unit drafts, a desk fills in the approved number of each session, a reviewer scores without seeing
 * the cost; below 60 the unit takes note without being able to change anything, and the flow asks the form again.
 */
export const TRAINING_FLOW = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="training" name="培训情况" isExecutable="true" chengban:form="training">
   <bpmn:startEvent id="start" name="开始" />
   ${task('draft', 'chengban:purpose="draft"', HANDLER, [
     'name="score" access="hidden"',
     'name="sessions" column="approved" access="hidden"',
   ])}
   ${task('check', '', DESK, ['name="sessions" column="approved" access="write" required="true"', 'name="score" access="hidden"'])}
   ${task('review', '', REVIEWER, ['name="score" access="write" required="true"', 'name="cost" access="hidden"'])}
   <bpmn:exclusiveGateway id="passed" name="是否合格" default="f5" />
   ${task(
     'note',
     'chengban:purpose="draft"',
     HANDLER,
     ALL.map((name) => `name="${name}" access="${name === 'score' ? 'hidden' : 'read'}"`),
   )}
   <bpmn:exclusiveGateway id="again" name="是否重审" default="f8" />
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:endEvent id="failed" name="不合格" chengban:outcome="failed" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
   <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="check" />
   <bpmn:sequenceFlow id="f3" sourceRef="check" targetRef="review" />
   <bpmn:sequenceFlow id="f3b" sourceRef="review" targetRef="passed" />
   ${when('f4', 'passed', 'accepted', 'verdict = "approve" and form.score &gt;= 60')}
   <bpmn:sequenceFlow id="f5" sourceRef="passed" targetRef="note" />
   <bpmn:sequenceFlow id="f6" sourceRef="note" targetRef="again" />
   ${when('f7', 'again', 'check', 'list contains(form.partners, "shuiliju") and form.leader != null and sum(form.sessions.people) &gt; 100')}
   <bpmn:sequenceFlow id="f8" sourceRef="again" targetRef="failed" />
  </bpmn:process>
</bpmn:definitions>`;

/** Two drafting tasks at once, each with a part of the form. */
export const TWO_DRAFTS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="two-drafts" name="分头填报" isExecutable="true" chengban:form="training">
   <bpmn:startEvent id="start" name="开始" />
   <bpmn:parallelGateway id="split" name="分头填报" />
   ${task(
     'words',
     'chengban:purpose="draft"',
     HANDLER,
     ALL.filter((name) => name !== 'progress').map((name) => `name="${name}" access="read"`),
   )}
   ${task('figures', 'chengban:purpose="draft"', HANDLER, ['name="progress" access="read"', 'name="score" access="read"'])}
   <bpmn:parallelGateway id="join" name="汇总" />
   ${task('review', '', REVIEWER, [])}
   <bpmn:endEvent id="accepted" name="办结" />
   <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="split" />
   <bpmn:sequenceFlow id="f2" sourceRef="split" targetRef="words" />
   <bpmn:sequenceFlow id="f3" sourceRef="split" targetRef="figures" />
   <bpmn:sequenceFlow id="f4" sourceRef="words" targetRef="join" />
   <bpmn:sequenceFlow id="f5" sourceRef="figures" targetRef="join" />
   <bpmn:sequenceFlow id="f6" sourceRef="join" targetRef="review" />
   <bpmn:sequenceFlow id="f7" sourceRef="review" targetRef="accepted" />
  </bpmn:process>
</bpmn:definitions>`;
