import type Canvas from 'diagram-js/lib/core/Canvas';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type Create from 'diagram-js/lib/features/create/Create';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { freePlace } from './free-place.js';
import { is } from './moddle.js';
import type { NodeFactory } from './node-factory.js';
import type { NodeKind } from './node-kinds.js';
import { canAppend, canSplitLine } from './placing.js';

/** From the middle of one event on a border to the next, in pixels. */
const BESIDE = 42;

/** Puts new nodes into the flow: under the pointer, behind a node, or where the eye is. */
export class Insertion {
  static readonly $inject = ['nodeFactory', 'create', 'modeling', 'elementRegistry', 'selection', 'canvas'];

  constructor(
    private readonly nodeFactory: NodeFactory,
    private readonly create: Create,
    private readonly modeling: Modeling,
    private readonly registry: ElementRegistry,
    private readonly selection: Selection,
    private readonly canvas: Canvas,
  ) {}

  /** The node follows the pointer until it is dropped; on a line it splits the line. */
  drag(event: Event, kind: NodeKind, source?: Element): void {
    const elements = this.nodeFactory.create(kind);
    // without bpmn-js's own additions, among them the editing of the name, which every kind already has
    const context = { hints: { autoSelect: elements.slice(0, 1), createElementsBehavior: false } };
    this.create.start(event, elements, source ? { ...context, source } : context);
  }

  /**
   * Puts a node behind `source`. Where exactly one line leaves a step, the node goes into that line: a second line out
   * of a step would start a second branch, which nobody means by «behind».
   */
  after(source: Shape, kind: NodeKind): Shape {
    if (kind.type === 'bpmn:BoundaryEvent') return this.attach(source, kind);
    const line = onlyLineOut(source);
    const elements = this.nodeFactory.create(kind);
    const shape = elements[0] as Shape;
    if (line && kind.type !== 'bpmn:EndEvent') this.modeling.createElements(elements, firstMiddle(line), line as never);
    else this.append(source, elements);
    this.selection.select(shape);
    return shape;
  }

  /** Without a pointer: behind the selected node, into the selected line, otherwise below the drawing. */
  byKeyboard(kind: NodeKind, selected: Element | null): void {
    if (selected && is(selected, 'bpmn:SequenceFlow')) return this.into(selected as Connection, kind);
    if (selected && canAppend(selected, kind)) {
      this.after(selected as Shape, kind);
      return;
    }
    if (kind.type === 'bpmn:BoundaryEvent') return;
    const { x, width, inner } = this.canvas.viewbox();
    const elements = this.nodeFactory.create(kind);
    const below = { x: x + width / 2, y: inner.y + inner.height + 80 };
    this.modeling.createElements(elements, below, this.canvas.getRootElement() as never);
    this.selection.select(elements[0] as Shape);
  }

  private into(line: Connection, kind: NodeKind): void {
    if (!canSplitLine(kind)) return;
    const elements = this.nodeFactory.create(kind);
    this.modeling.createElements(elements, firstMiddle(line), line as never);
    this.selection.select(elements[0] as Shape);
  }

  private attach(host: Shape, kind: NodeKind): Shape {
    const [event] = this.nodeFactory.create(kind) as [Shape];
    const place = { x: freeOnBorder(host), y: host.y + host.height };
    this.modeling.createElements([event], place, host as never, { attach: true } as never);
    this.selection.select(event);
    return event;
  }

  private append(source: Shape, elements: Shape[]): void {
    const shape = elements[0] as Shape;
    const beside = getNewShapePosition(source, shape, this.registry as never) ?? { x: source.x, y: source.y };
    // bpmn-js looks only at what is linked to the source already, and would put the node onto anything else
    const taken = ((source.parent?.children ?? []) as Element[]).filter((one): one is Shape => !('waypoints' in one));
    const place = freePlace(beside, shape, taken);
    if (elements.length === 1) this.modeling.appendShape(source, shape, place, source.parent as never);
    else {
      this.modeling.createElements(elements, place, source.parent as never);
      this.modeling.connect(source, shape);
    }
  }
}

/** From the right corner of the lower border to the left, beside what stands there already. */
function freeOnBorder(host: Shape): number {
  const taken = ((host.attachers as Shape[] | undefined) ?? []).map(({ x, width }) => x + width / 2);
  const corner = host.x + host.width - 20;
  const isFree = (x: number): boolean => taken.every((other) => Math.abs(other - x) >= BESIDE);
  const places = Array.from({ length: Math.floor(host.width / BESIDE) }, (_, at) => corner - at * BESIDE);
  return places.find(isFree) ?? corner;
}

function onlyLineOut(source: Shape): Connection | undefined {
  if (is(source, 'bpmn:Gateway')) return undefined;
  const lines = (source.outgoing as Connection[]).filter((line) => is(line, 'bpmn:SequenceFlow'));
  return lines.length === 1 ? lines[0] : undefined;
}

function firstMiddle(line: Connection): { x: number; y: number } {
  const [from, to] = line.waypoints as [{ x: number; y: number }, { x: number; y: number }];
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
}
