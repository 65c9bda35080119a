export interface DrawnStep {
  id: string;
  name: string;
  kind: 'startEvent' | 'userTask' | 'exclusiveGateway' | 'endEvent';
  /** attributes of the element */
  with?: string;
  /** extension elements */
  inside?: string;
}

export interface DrawnFlow {
  from: string;
  to: string;
  /** FEEL */
  when?: string;
}

export const role = (unit: string, name: string): string =>
  `<chengban:assignment kind="role" unit="${unit}" role="${name}" />`;

const SIZE = { startEvent: 36, endEvent: 36, exclusiveGateway: 50, userTask: 110 } as const;
const STEP = 160;
const MIDDLE = 140;

/** A drawing with its picture: one step beside the other in one line. */
export function drawing(key: string, name: string, steps: readonly DrawnStep[], flows: readonly DrawnFlow[]): string {
  const idOf = ({ from, to }: DrawnFlow): string => `${from}-to-${to}`;
  const elements = steps.map(({ id, name, kind, with: attributes = '', inside }) => {
    const extension = inside ? `<bpmn:extensionElements>${inside}</bpmn:extensionElements>` : '';
    return `<bpmn:${kind} id="${id}" name="${name}" ${attributes}>${extension}</bpmn:${kind}>`;
  });
  const lines = flows.map((flow) => {
    const condition = flow.when
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${flow.when}</bpmn:conditionExpression>`
      : '';
    return `<bpmn:sequenceFlow id="${idOf(flow)}" sourceRef="${flow.from}" targetRef="${flow.to}">${condition}</bpmn:sequenceFlow>`;
  });
  const heightOf = (kind: DrawnStep['kind']): number => (kind === 'userTask' ? 80 : SIZE[kind]);
  const shapes = steps.map(({ id, kind }, at) => {
    const bounds = `x="${60 + at * STEP}" y="${MIDDLE - heightOf(kind) / 2}" width="${SIZE[kind]}" height="${heightOf(kind)}"`;
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${bounds} /></bpmndi:BPMNShape>`;
  });
  const at = (id: string): number => steps.findIndex((step) => step.id === id);
  const edges = flows.map((flow) => {
    const [from, to] = [at(flow.from), at(flow.to)];
    const out = 60 + from * STEP + SIZE[steps[from]!.kind];
    const points: [number, number][] =
      to - from === 1
        ? [
            [out, MIDDLE],
            [60 + to * STEP, MIDDLE],
          ]
        : [
            [out - SIZE[steps[from]!.kind] / 2, MIDDLE + heightOf(steps[from]!.kind) / 2],
            [out - SIZE[steps[from]!.kind] / 2, MIDDLE + 90],
            [60 + to * STEP + SIZE[steps[to]!.kind] / 2, MIDDLE + 90],
            [60 + to * STEP + SIZE[steps[to]!.kind] / 2, MIDDLE + heightOf(steps[to]!.kind) / 2],
          ];
    const way = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('');
    return `<bpmndi:BPMNEdge id="${idOf(flow)}_di" bpmnElement="${idOf(flow)}">${way}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="${key}" name="${name}" isExecutable="true" chengban:form="${key}">
    ${[...elements, ...lines].join('\n    ')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${key}">${[...shapes, ...edges].join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}
