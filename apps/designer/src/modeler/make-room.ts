import type EventBus from 'diagram-js/lib/core/EventBus';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';
import { is } from './moddle.js';

/** The air that is kept on both sides of a node that was dropped on a line, in pixels. */
const GAP = 60;
/** Nodes whose middles differ by less stand on one line and are kept on it. */
const SAME_LINE = 30;

interface CreateContext {
  shape: Shape;
  /** set by bpmn-js when the shape was dropped on a sequence flow */
  targetFlow?: Connection;
}
interface Adjustments {
  movingShapes: Shape[];
  resizingShapes: Shape[];
}

/**
 * bpmn-js splits a line on which a node is dropped but leaves the neighbours where they are, so that the new node lies
 * on top of them. Here everything behind the new node moves on, within the same undoable command.
 */
export class MakeRoom extends CommandInterceptor {
  static readonly $inject = ['eventBus', 'modeling', 'spaceTool', 'canvas'];

  constructor(
    eventBus: EventBus,
    private readonly modeling: Modeling,
    private readonly spaceTool: SpaceTool,
    private readonly canvas: Canvas,
  ) {
    super(eventBus);
    // below the priority at which bpmn-js splits the line
    this.postExecuted('shape.create', 400, (event: { context: CreateContext }) => {
      if (event.context.targetFlow) this.around(event.context.shape);
    });
  }

  private around(shape: Shape): void {
    const before = neighbour(shape.incoming as Connection[], 'source');
    const after = neighbour(shape.outgoing as Connection[], 'target');
    if (!before || !after) return;
    const axis = after.x >= end(before, 'x') ? 'x' : after.y >= end(before, 'y') ? 'y' : null;
    if (!axis) return;
    this.alignBehind(before, shape, axis);
    const missing = end(shape, axis) + GAP - after[axis];
    if (missing > 0) this.push(after, shape, axis, missing);
    for (const flow of [...shape.incoming, ...shape.outgoing] as Connection[]) this.modeling.layoutConnection(flow);
  }

  /** Puts the new node on the line of the node before it, at a decent distance. */
  private alignBehind(before: Shape, shape: Shape, axis: 'x' | 'y'): void {
    const across = axis === 'x' ? 'y' : 'x';
    const off = middle(before, across) - middle(shape, across);
    const along = Math.max(0, end(before, axis) + GAP - shape[axis]);
    const aside = Math.abs(off) < SAME_LINE ? off : 0;
    if (!along && !aside) return;
    this.modeling.moveShape(shape, axis === 'x' ? { x: along, y: aside } : { x: aside, y: along });
  }

  private push(after: Shape, shape: Shape, axis: 'x' | 'y', distance: number): void {
    const start = after[axis] - 1;
    const everything = selfAndAllChildren(this.canvas.getRootElement() as Element, true) as Shape[];
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(
      everything,
      axis,
      distance as never,
      start,
    ) as Adjustments;
    const delta = axis === 'x' ? { x: distance, y: 0 } : { x: 0, y: distance };
    const others = movingShapes.filter((moving) => moving !== shape && moving !== shape.label);
    this.modeling.createSpace(others, resizingShapes, delta, axis === 'x' ? 'e' : 's', start);
  }
}

function neighbour(flows: readonly Connection[], side: 'source' | 'target'): Shape | undefined {
  const [only, ...more] = flows.filter((flow) => is(flow, 'bpmn:SequenceFlow'));
  return more.length ? undefined : (only?.[side] as Shape | undefined);
}

const length = (shape: Shape, axis: 'x' | 'y'): number => (axis === 'x' ? shape.width : shape.height);
const end = (shape: Shape, axis: 'x' | 'y'): number => shape[axis] + length(shape, axis);
const middle = (shape: Shape, axis: 'x' | 'y'): number => shape[axis] + length(shape, axis) / 2;
