const step = (id: string, name: string, inside: string, attributes = ''): string =>
  `<bpmn:userTask id="${id}" name="${name}" ${attributes}><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask>`;

const role = (unit: string, name: string): string =>
  `<chengban:assignment kind="role" unit="${unit}" role="${name}" />`;

/** A unit drafts and chooses who of its reviewers signs; the desk checks; three roles vote together. */
export const CHOSEN_FLOW = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="chosen" name="自选审核" isExecutable="true" chengban:form="stageResult">
    <bpmn:startEvent id="start" name="开始" />
    ${step('draft', '填报', role('responsible', 'handler'), 'chengban:purpose="draft"')}
    ${step('sign', '单位审核', '<chengban:assignment kind="chosen" unit="responsible" role="reviewer" max="1" />')}
    ${step('check', '司法局经办', role('supervisor', 'supervisionHandler'))}
    ${step('vote', '会签', role('supervisor', 'supervisionReviewer') + role('supervisor', 'supervisionLeader'), 'chengban:seats="all"')}
    <bpmn:endEvent id="end" name="办结" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
    <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="sign" />
    <bpmn:sequenceFlow id="f3" sourceRef="sign" targetRef="check" />
    <bpmn:sequenceFlow id="f4" sourceRef="check" targetRef="vote" />
    <bpmn:sequenceFlow id="f5" sourceRef="vote" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;
