import type EventBus from 'diagram-js/lib/core/EventBus';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

/** The air that is kept on both sides of a node that is dropped on a line, in pixels. */
const GAP = 60;
/** A node dropped this near to the line of the node before it is put on that line. */
const NEAR = 40;

type Axis = 'x' | 'y';
/** Middle of the new shape, or its bounds when it comes from a group. */
interface Place {
  x: number;
  y: number;
  width?: number;
  height?: number;
}
interface CreateContext {
  shape: Shape;
  position: Place;
  parent?: Element;
  /** set by bpmn-js when the shape is dropped on a sequence flow */
  targetFlow?: Connection;
}

/**
 * bpmn-js splits a line on which a node is dropped but leaves the neighbours where they are, so that the new node lies
 * on top of them. Here everything behind it moves on first, within the same undoable command.
 */
export class MakeRoom extends CommandInterceptor {
  static readonly $inject = ['eventBus', 'modeling', 'spaceTool', 'canvas'];
  /** how far a sub-process was moved from where it was dropped: what is created inside it has to follow */
  private readonly moved = new WeakMap<object, { x: number; y: number }>();

  constructor(
    eventBus: EventBus,
    private readonly modeling: Modeling,
    private readonly spaceTool: SpaceTool,
    private readonly canvas: Canvas,
  ) {
    super(eventBus);
    this.preExecuted('shape.create', ({ context }: { context: CreateContext }) => {
      const { targetFlow, shape, position, parent } = context;
      const delta = parent && this.moved.get(parent);
      if (delta) context.position = { ...position, x: position.x + delta.x, y: position.y + delta.y };
      if (!targetFlow) return;
      const place = this.placeFor(shape, position, targetFlow);
      this.moved.set(shape, { x: place.x - position.x, y: place.y - position.y });
      context.position = place;
    });
    this.postExecuted('elements.create', ({ context }: { context: { elements: Shape[] } }) => {
      for (const element of context.elements) this.moved.delete(element);
    });
  }

  private placeFor(shape: Shape, wanted: Place, flow: Connection): Place {
    const [before, after] = [flow.source as Shape, flow.target as Shape];
    const axis: Axis | null = after.x >= end(before, 'x') ? 'x' : after.y >= end(before, 'y') ? 'y' : null;
    if (!axis) return wanted;
    const across: Axis = axis === 'x' ? 'y' : 'x';
    const middle = middleOf(wanted);
    const place = {
      [axis]: Math.max(middle[axis], end(before, axis) + GAP + length(shape, axis) / 2),
      [across]: Math.abs(middle[across] - middleOf(before)[across]) < NEAR ? middleOf(before)[across] : middle[across],
    } as Record<Axis, number>;
    const missing = place[axis] + length(shape, axis) / 2 + GAP - after[axis];
    if (missing > 0) place[axis] -= Math.min(missing, place[axis] - length(shape, axis) / 2 - GAP - end(before, axis));
    const still = place[axis] + length(shape, axis) / 2 + GAP - after[axis];
    if (still > 0) this.push(after, axis, Math.ceil(still));
    if (wanted.width === undefined || wanted.height === undefined) return place;
    return { ...wanted, x: place.x - wanted.width / 2, y: place.y - wanted.height / 2 };
  }

  private push(after: Shape, axis: Axis, distance: number): void {
    const start = after[axis] - 1;
    const everything = selfAndAllChildren(this.canvas.getRootElement() as Element, true) as Shape[];
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(
      everything,
      axis,
      distance as never, // a number in fact; the type says point
      start,
    ) as { movingShapes: Shape[]; resizingShapes: Shape[] };
    const delta = axis === 'x' ? { x: distance, y: 0 } : { x: 0, y: distance };
    this.modeling.createSpace(movingShapes, resizingShapes, delta, axis === 'x' ? 'e' : 's', start);
  }
}

const length = (shape: Shape, axis: Axis): number => (axis === 'x' ? shape.width : shape.height);
const end = (shape: Shape, axis: Axis): number => shape[axis] + length(shape, axis);
const middleOf = ({ x, y, width = 0, height = 0 }: Place): { x: number; y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});
