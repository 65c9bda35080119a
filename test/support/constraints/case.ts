/** A drawing that breaks one rule, the change that mends it, and the element that the finding points at. */
export interface ConstraintCase {
  readonly rule: string;
  readonly at: string;
  /** the root elements of the file */
  readonly wrong: string;
  readonly mend: readonly [from: string, to: string];
}

export const process = (inside: string, attributes = 'isExecutable="true"'): string =>
  `<bpmn:process id="p" ${attributes}>${inside}</bpmn:process>`;

export const flow = (id: string, source: string, target: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inside}</bpmn:sequenceFlow>`;

export const node = (kind: string, id: string, inside = '', attributes = ''): string =>
  `<bpmn:${kind} id="${id}" ${attributes}>${inside}</bpmn:${kind}>`;

export const trigger = (kind: string, attributes = ''): string =>
  `<bpmn:${kind}EventDefinition id="d-${kind}" ${attributes}/>`;

export const text = (element: string, content: string): string => `<bpmn:${element}>${content}</bpmn:${element}>`;

/** start → task → end, the task being whatever the case is about */
export const around = (task: string, id = 'a'): string =>
  node('startEvent', 's') + task + node('endEvent', 'e') + flow('in', 's', id) + flow('out', id, 'e');

/** two pools, the other one with a task */
export const pools = (messageFlow: string): string =>
  `<bpmn:collaboration id="c"><bpmn:participant id="one" processRef="p"/><bpmn:participant id="two" processRef="q"/>${messageFlow}</bpmn:collaboration>` +
  `<bpmn:process id="q">${node('task', 'other')}${node('endEvent', 'otherEnd', trigger('message').replace('d-', 'o-'))}</bpmn:process>`;

export const messageFlow = (source: string, target: string): string =>
  `<bpmn:messageFlow id="m" sourceRef="${source}" targetRef="${target}"/>`;
