import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element } from 'bpmn-js/lib/model/Types';
import { isPlane } from 'bpmn-js/lib/util/DrilldownUtil';
import { chengbanModdle, restoreLost } from '@chengban/domain';
import { FlowModeler } from '../modeler/flow-modeler.js';
import { CanvasView } from './canvas-view.js';
import { look } from './look.js';
import type { Insertion } from '../modeler/insertion.js';
import { is, type ModdleFactory } from '../modeler/moddle.js';
import type { Together } from '../modeler/together.js';
import { nameForReaders } from './name-for-readers.js';

/** What the panels around the canvas need to know; a new object after every change. */
export interface EditorState {
  /** grows with every change of the drawing, also by undo */
  revision: number;
  /** grows when a drawing is opened, 0 before the first */
  opened: number;
  /** the revision at which the drawing was opened or published: newer ones are edits */
  clean: number;
  /** the one selected element, the process when nothing is selected, null while several are */
  selected: Element | null;
  selectedCount: number;
  canUndo: boolean;
  canRedo: boolean;
  /** 1 = life size */
  zoom: number;
}

/** The drawing and everything that may be done to it; the only thing that the panels know of bpmn-js. */
export class FlowEditor {
  private readonly modeler: FlowModeler;
  private readonly listeners = new Set<() => void>();
  /** between two drawings there are roots without content, which nobody should see */
  private opening = false;
  /** the text that was opened, and what bpmn-js made of it before anybody edited */
  private file: { opened: string; unedited: string } | null = null;
  private state: EditorState = {
    revision: 0,
    opened: 0,
    clean: 0,
    selected: null,
    selectedCount: 0,
    canUndo: false,
    canRedo: false,
    zoom: 1,
  };

  readonly view: CanvasView;

  constructor(private readonly frame: HTMLElement) {
    this.modeler = new FlowModeler({ container: frame, moddleExtensions: { chengban: chengbanModdle }, ...look() });
    this.view = new CanvasView(this.canvas);
    this.modeler.on('commandStack.changed', () => {
      this.update({ revision: this.state.revision + 1 });
      this.view.grown();
    });
    this.modeler.on('selection.changed', () => this.update({}));
    this.modeler.on('canvas.viewbox.changed', () => {
      this.view.moved();
      this.update({ zoom: this.view.zoom });
    });
    nameForReaders(frame);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getState = (): EditorState => this.state;

  /** @throws when bpmn-js cannot draw it; the drawing that was open is gone then, so check the file first */
  async open(xml: string): Promise<void> {
    this.opening = true;
    try {
      await this.modeler.importXML(xml);
      this.file = { opened: xml, unedited: await this.drawn() };
    } finally {
      this.opening = false;
    }
    this.view.begin();
    nameForReaders(this.frame);
    this.update({ opened: this.state.opened + 1, clean: this.state.revision, zoom: this.view.zoom });
  }

  /** What is drawn now counts as unchanged, because it was published. */
  settle(): void {
    this.update({ clean: this.state.revision });
  }

  /** What is drawn, with all that the file had and bpmn-js does not know: comments, other tools' elements, spellings. */
  async xml(): Promise<string> {
    const drawn = await this.drawn();
    return (this.file && restoreLost(this.file.opened, this.file.unedited, drawn)) ?? drawn;
  }

  private async drawn(): Promise<string> {
    const { xml } = await this.modeler.saveXML({ format: true });
    return xml ?? '';
  }

  get modeling(): Modeling {
    return this.modeler.get<Modeling>('modeling');
  }
  get factory(): ModdleFactory {
    return this.modeler.get<ModdleFactory>('bpmnFactory');
  }
  get insertion(): Insertion {
    return this.modeler.get<Insertion>('insertion');
  }
  get together(): Together {
    return this.modeler.get<Together>('together');
  }
  get process(): Element {
    return this.canvas.getRootElement() as Element;
  }

  element(id: string): Element | undefined {
    return this.modeler.get<ElementRegistry>('elementRegistry').get(id) as Element | undefined;
  }
  elements(accept: (element: Element) => boolean): Element[] {
    const all = this.modeler.get<ElementRegistry>('elementRegistry').getAll() as Element[];
    return all.filter(
      (element) =>
        element.businessObject !== undefined &&
        !(element as { labelTarget?: unknown }).labelTarget &&
        !isInsideOfFolded(element) &&
        accept(element),
    );
  }

  /** Selects an element and brings it into view; an id that is not drawn selects the process. */
  select(id: string | undefined): void {
    const element = id === undefined ? undefined : this.element(id);
    const selection = this.modeler.get<Selection>('selection');
    if (!element || element === this.process) return selection.select([] as never);
    this.canvas.scrollToElement(element as never, 8);
    selection.select(element as never);
  }

  /** Brings an element into view, selecting nothing. */
  show(id: string): void {
    const element = this.element(id);
    if (element && element !== this.process) this.canvas.scrollToElement(element as never, 8);
  }

  undo(): void {
    this.stack.undo();
  }
  redo(): void {
    this.stack.redo();
  }
  toggleMinimap(): void {
    this.modeler.get<{ toggle: () => void }>('minimap').toggle();
  }
  /** Starts a tool of the mouse: `hand`, `lasso`, `space` or `connect`. */
  startTool(tool: Tool, event: MouseEvent): void {
    if (tool === 'hand') this.modeler.get<{ activateHand: (event: Event) => void }>('handTool').activateHand(event);
    else if (tool === 'connect') this.modeler.get<{ start: (event: Event) => void }>('globalConnect').start(event);
    else this.modeler.get<{ activateSelection: (event: Event) => void }>(`${tool}Tool`).activateSelection(event);
  }

  /** Elements that get a marker keep it until the next call with the same marker. */
  mark(marker: string, ids: readonly string[]): void {
    for (const element of this.elements(() => true)) {
      if (ids.includes(element.id)) this.canvas.addMarker(element.id, marker);
      else if (this.canvas.hasMarker(element.id, marker)) this.canvas.removeMarker(element.id, marker);
    }
  }

  resized(): void {
    this.view.resized(this.state.opened > 0);
  }
  destroy(): void {
    this.listeners.clear();
    this.modeler.destroy();
  }

  private get canvas(): Canvas {
    return this.modeler.get<Canvas>('canvas');
  }
  private get stack(): CommandStack {
    return this.modeler.get<CommandStack>('commandStack');
  }

  private update(change: Partial<EditorState>): void {
    if (this.opening) return;
    const chosen = this.modeler.get<Selection>('selection').get() as Element[];
    const [one] = chosen.map((element) => (element as { labelTarget?: Element }).labelTarget ?? element);
    this.state = {
      ...this.state,
      selected: chosen.length > 1 ? null : (one ?? (this.process.businessObject ? this.process : null)),
      selectedCount: chosen.length,
      canUndo: this.stack.canUndo(),
      canRedo: this.stack.canRedo(),
      ...change,
    };
    for (const listener of this.listeners) listener();
  }
}

export type Tool = 'hand' | 'lasso' | 'space' | 'connect';

/** A folded sub-process is drawn twice: as a box, and as the empty sheet that its inside is drawn on. */
const isInsideOfFolded = (element: Element): boolean => is(element, 'bpmn:SubProcess') && isPlane(element);
