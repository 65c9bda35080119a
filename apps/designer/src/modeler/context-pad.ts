import type Canvas from 'diagram-js/lib/core/Canvas';
import type ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import type { ContextPadEntries, ContextPadEntry } from 'diagram-js/lib/features/context-pad/ContextPadProvider';
import type Connect from 'diagram-js/lib/features/connect/Connect';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type Rules from 'diagram-js/lib/features/rules/Rules';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { APPEND_MENU } from './append-menu.js';
import type { Insertion } from './insertion.js';
import { is } from './moddle.js';
import { nodeKinds, type NodeKind } from './node-kinds.js';
import { canAppend } from './placing.js';

/** The few that are wanted most stand on the pad itself; everything else is in the menu behind «更多». */
const quick = ['exclusive', 'end'];

/** Replaces bpmn-js's own context pad: only what the engine runs. */
export class FlowContextPad {
  static readonly $inject = ['contextPad', 'insertion', 'connect', 'popupMenu', 'modeling', 'rules', 'canvas'];

  constructor(
    private readonly contextPad: ContextPad,
    private readonly insertion: Insertion,
    private readonly connect: Connect,
    private readonly popupMenu: PopupMenu,
    private readonly modeling: Modeling,
    private readonly rules: Rules,
    private readonly canvas: Canvas,
  ) {
    contextPad.registerProvider(this as never);
  }

  getContextPadEntries(element: Element): ContextPadEntries {
    const entries: ContextPadEntries = {};
    if ((element as { labelTarget?: unknown }).labelTarget) return this.withDelete(entries, [element]);
    if (nodeKinds.some((kind) => canAppend(element, kind)))
      entries['append.menu'] = this.menu('在后面添加环节', 'flow-icon-more', APPEND_MENU, 'model');
    for (const kind of nodeKinds)
      if (quick.includes(kind.id) && canAppend(element, kind)) entries[`append.${kind.id}`] = this.append(kind);
    if (is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent')) entries['connect'] = this.connecting();
    if (!this.popupMenu.isEmpty(element, 'bpmn-replace'))
      entries['replace'] = this.menu('更改类型', 'bpmn-icon-screw-wrench', 'bpmn-replace', 'edit');
    return this.withDelete(entries, [element]);
  }

  getMultiElementContextPadEntries(elements: Element[]): ContextPadEntries {
    const entries: ContextPadEntries = {};
    if (!this.popupMenu.isEmpty(elements as never, 'align-elements'))
      entries['align'] = this.menu('对齐和等距排列', 'flow-icon-align', 'align-elements', 'align');
    return this.withDelete(entries, elements);
  }

  /** Opens «在后面添加» for the selected node; bound to the key A. */
  openAppendMenu(element: Element): void {
    if (!nodeKinds.some((kind) => canAppend(element, kind))) return;
    this.open(element, APPEND_MENU, '在后面添加环节', this.besides(element));
  }

  private append(kind: NodeKind): ContextPadEntry {
    const title = kind.type === 'bpmn:BoundaryEvent' ? `加上${kind.label}` : `在后面添加${kind.label}`;
    return {
      group: 'model',
      className: kind.icon,
      title,
      action: {
        click: (_event: Event, source: unknown) => this.insertion.after(source as Shape, kind),
        dragstart: (event: Event, source: unknown) => this.insertion.drag(event, kind, source as Element),
      },
    };
  }

  private menu(title: string, className: string, menu: string, group: string): ContextPadEntry {
    return {
      group,
      className,
      title,
      action: { click: (_: Event, target: unknown) => this.open(target as Element, menu, title) },
    };
  }

  private open(target: Element, menu: string, title: string, position = this.belowPad(target)): void {
    this.popupMenu.open(
      target as never,
      menu,
      { ...position, cursor: position } as never,
      { title, width: 260 } as never,
    );
  }

  private belowPad(target: Element): { x: number; y: number } {
    const pad = document.querySelector('.djs-context-pad.open')?.getBoundingClientRect();
    return pad ? { x: pad.left, y: pad.bottom + 6 } : this.besides(target);
  }

  private besides(target: Element): { x: number; y: number } {
    const frame = this.canvas.getContainer().getBoundingClientRect();
    const box = this.canvas.getAbsoluteBBox(target as never);
    return { x: frame.left + box.x + box.width + 12, y: frame.top + box.y + 12 };
  }

  private connecting(): ContextPadEntry {
    const start = (event: Event, source: unknown): void => this.connect.start(event as never, source as never);
    return {
      group: 'connect',
      className: 'bpmn-icon-connection-multi',
      title: '连线到另一个环节',
      action: { click: start, dragstart: start },
    };
  }

  private withDelete(entries: ContextPadEntries, elements: Element[]): ContextPadEntries {
    const allowed: unknown = this.rules.allowed('elements.delete', { elements });
    if (allowed === false || (Array.isArray(allowed) && !elements.every((one) => allowed.includes(one))))
      return entries;
    entries['delete'] = {
      group: 'edit',
      className: 'bpmn-icon-trash',
      title: '删除',
      action: { click: () => this.modeling.removeElements([...elements] as never) },
    };
    return entries;
  }
}
