const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);

/** The first drawing of a new flow: 开始 → 填报 → 审核 → 办结. It can be published as it is. */
export const starterXml = (key: string, name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="${escape(key)}" name="${escape(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="开始"><bpmn:outgoing>flow-1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="draft" name="填报" chengban:purpose="draft">
      <bpmn:extensionElements><chengban:assignment kind="role" unit="responsible" role="handler" /></bpmn:extensionElements>
      <bpmn:incoming>flow-1</bpmn:incoming><bpmn:outgoing>flow-2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="review" name="审核">
      <bpmn:extensionElements><chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" /></bpmn:extensionElements>
      <bpmn:incoming>flow-2</bpmn:incoming><bpmn:outgoing>flow-3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="accepted" name="办结" chengban:outcome="accepted"><bpmn:incoming>flow-3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="flow-1" sourceRef="start" targetRef="draft" />
    <bpmn:sequenceFlow id="flow-2" sourceRef="draft" targetRef="review" />
    <bpmn:sequenceFlow id="flow-3" sourceRef="review" targetRef="accepted" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${escape(key)}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="160" y="142" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="draft-shape" bpmnElement="draft"><dc:Bounds x="260" y="120" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review-shape" bpmnElement="review"><dc:Bounds x="430" y="120" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="accepted-shape" bpmnElement="accepted"><dc:Bounds x="600" y="142" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow-1-edge" bpmnElement="flow-1"><di:waypoint x="196" y="160" /><di:waypoint x="260" y="160" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-2-edge" bpmnElement="flow-2"><di:waypoint x="360" y="160" /><di:waypoint x="430" y="160" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-3-edge" bpmnElement="flow-3"><di:waypoint x="530" y="160" /><di:waypoint x="600" y="160" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
