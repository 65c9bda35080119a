import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type { Shape } from 'bpmn-js/lib/model/Types';
import { withAssignments } from './assignment.js';
import type { ModdleFactory } from './moddle.js';
import type { NodeKind } from './node-kinds.js';
import { timerProperties } from './timer-definition.js';

/** Seven Chinese characters on one line, as in the flows that are shipped. */
const TASK_SIZE = { width: 120, height: 80 };
const TASK = /(Task|CallActivity)$/;

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
    if (kind.assignments) {
      const filled = withAssignments(businessObject, 'chengban:Assignment', kind.assignments, this.bpmnFactory);
      businessObject.set('extensionElements', filled);
    }
    const size = TASK.test(kind.type) ? TASK_SIZE : {};
    const attributes = { type: kind.type, businessObject, ...size, ...this.definitionOf(kind) };
    const shape = this.elementFactory.create('shape', { ...attributes, ...kind.shape });
    shape.x ??= 0;
    shape.y ??= 0;
    return kind.shape?.['isExpanded'] ? [shape, this.startInside(shape, kind)] : [shape];
  }

  /** What `bpmnReplace` needs to make this kind out of another node. */
  target(kind: NodeKind): Record<string, unknown> {
    const { cancelActivity, triggeredByEvent } = kind.properties ?? {};
    return {
      type: kind.type,
      ...kind.shape,
      ...this.definitionOf(kind),
      ...(kind.type === 'bpmn:BoundaryEvent' && { cancelActivity: cancelActivity ?? true }),
      ...(kind.type === 'bpmn:SubProcess' && { triggeredByEvent: triggeredByEvent ?? false }),
    };
  }

  private definitionOf({ timer, shape }: NodeKind): Record<string, unknown> {
    return timer && shape?.['eventDefinitionType']
      ? { eventDefinitionAttrs: timerProperties(timer, this.bpmnFactory) }
      : {};
  }

  /** An event sub-process starts with a timer beside what is under way, until somebody chooses what it waits for. */
  private startInside(parent: Shape, { timer }: NodeKind): Shape {
    const plain = { name: '开始' };
    const businessObject = this.bpmnFactory.create(
      'bpmn:StartEvent',
      timer ? { ...plain, isInterrupting: false } : plain,
    );
    return this.elementFactory.create('shape', {
      type: 'bpmn:StartEvent',
      businessObject,
      x: 40,
      y: 82,
      parent,
      ...(timer && {
        eventDefinitionType: 'bpmn:TimerEventDefinition',
        eventDefinitionAttrs: timerProperties(timer, this.bpmnFactory),
      }),
    });
  }
}
