import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type { Shape } from 'bpmn-js/lib/model/Types';
import { withAssignment } from './assignment.js';
import { listOf, objectOf, type ModdleFactory } from './moddle.js';
import type { NodeKind } from './node-kinds.js';

/** How long a new timer waits until somebody sets it. */
const DEFAULT_DURATION = 'P3D';

/** Seven Chinese characters on one line, as in the flows that are shipped. */
const TASK_SIZE = { width: 120, height: 80 };

/** Turns an entry of the palette into shapes that are ready to be placed. */
export class NodeFactory {
  static readonly $inject = ['elementFactory', 'bpmnFactory'];

  constructor(
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: ModdleFactory,
  ) {}

  /** The shape, and for a sub-process the start event inside it. */
  create(kind: NodeKind): Shape[] {
    const businessObject = this.bpmnFactory.create(kind.type, kind.properties);
    if (kind.assignment)
      businessObject.set('extensionElements', withAssignment(businessObject, kind.assignment, this.bpmnFactory));
    const size = kind.type === 'bpmn:UserTask' ? TASK_SIZE : {};
    const shape = this.elementFactory.create('shape', { type: kind.type, businessObject, ...size, ...kind.shape });
    shape.x ??= 0;
    shape.y ??= 0;
    if (kind.shape?.['eventDefinitionType'] === 'bpmn:TimerEventDefinition') this.setDuration(shape);
    return kind.type === 'bpmn:SubProcess' ? [shape, this.startInside(shape)] : [shape];
  }

  private setDuration(shape: Shape): void {
    const [timer] = listOf(objectOf(shape), 'eventDefinitions');
    timer?.set('timeDuration', this.bpmnFactory.create('bpmn:FormalExpression', { body: DEFAULT_DURATION }));
  }

  private startInside(parent: Shape): Shape {
    const businessObject = this.bpmnFactory.create('bpmn:StartEvent', { name: '开始' });
    return this.elementFactory.create('shape', { type: 'bpmn:StartEvent', businessObject, x: 40, y: 82, parent });
  }
}
