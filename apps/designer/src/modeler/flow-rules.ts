import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type BpmnRules from 'bpmn-js/lib/features/rules/BpmnRules';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from './moddle.js';

const ABOVE_BPMN = 2000;

/**
 * bpmn-js lets a boundary event fall off its node and become an intermediate one, and the other way round. Both run, but
 * mean something else, which nobody sees: here an event stays what it is.
 */
export class FlowRules extends RuleProvider {
  static readonly $inject = ['eventBus', 'bpmnRules'];

  constructor(
    eventBus: EventBus,
    private readonly bpmnRules: BpmnRules,
  ) {
    super(eventBus);
  }

  override init(): void {
    const loose = (shape: Element): false | undefined => (is(shape, 'bpmn:BoundaryEvent') ? false : undefined);
    this.addRule('shape.create', ABOVE_BPMN, ({ shape }: { shape: Shape }) => loose(shape));
    this.addRule('shape.attach', ABOVE_BPMN, ({ shape }: { shape: Shape }) =>
      is(shape, 'bpmn:Event') && !is(shape, 'bpmn:BoundaryEvent') ? false : undefined,
    );
    this.addRule(
      'elements.move',
      ABOVE_BPMN,
      ({ shapes, target, position }: { shapes: Shape[]; target?: Shape; position?: { x: number; y: number } }) => {
        const [shape] = shapes;
        if (!shape || !target || shapes.length > 1) return undefined;
        if (!is(shape, 'bpmn:BoundaryEvent'))
          return is(shape, 'bpmn:Event') && is(target, 'bpmn:Activity') && !is(target, 'bpmn:SubProcess')
            ? false
            : undefined;
        const attachable = this.bpmnRules.canAttach(shapes, target, null as never, position as never);
        return attachable ? undefined : target === shape.host ? undefined : false;
      },
    );
  }
}
