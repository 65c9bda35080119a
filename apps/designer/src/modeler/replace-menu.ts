import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';
import type { PopupMenuTarget } from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type BpmnReplace from 'bpmn-js/lib/features/replace/BpmnReplace';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { matches } from './kind-of.js';
import { is, objectOf } from './moddle.js';
import type { NodeFactory } from './node-factory.js';
import { taskKinds } from './kinds/task-kinds.js';
import { allKinds, type NodeKind } from './node-kinds.js';
import { canStandOn } from './placing.js';
import { isAs, type Presets } from './presets.js';

const PLAIN_STARTS = ['start', 'start-timer', 'start-message', 'start-signal', 'start-condition'];
const PLAIN_BORDERS = ['timer', 'reminder', 'error-catch', 'border-message', 'border-signal', 'border-condition'];

/** What a node may become: another node of its own family; the first family whose type it is. */
const families: readonly (readonly [type: string, ids: readonly string[]])[] = [
  ['bpmn:SubProcess', ['sub-process', 'event-sub-process', 'transaction', 'ad-hoc']],
  ['bpmn:Activity', ['unit-review', 'service', 'script', 'rule', 'send', 'receive', 'call', 'manual']],
  ['bpmn:Gateway', ['exclusive', 'parallel', 'inclusive', 'event-based']],
  ['bpmn:EndEvent', ['end', 'error-end', 'terminate', 'end-message', 'end-signal', 'end-escalation', 'end-cancel']],
  ['bpmn:StartEvent', [...PLAIN_STARTS, 'start-error', 'start-escalation']],
  ['bpmn:BoundaryEvent', [...PLAIN_BORDERS, 'border-escalation', 'border-cancel']],
  ['bpmn:IntermediateCatchEvent', ['wait-time', 'wait-message', 'wait-signal', 'wait-condition']],
  ['bpmn:IntermediateThrowEvent', ['milestone', 'throw-message', 'throw-signal', 'throw-escalation']],
];

/** Replaces bpmn-js's own menu «更改类型», which is in the words of drawing tools. */
export class ReplaceMenu {
  static readonly $inject = ['popupMenu', 'bpmnReplace', 'nodeFactory', 'presets'];

  constructor(
    popupMenu: PopupMenu,
    private readonly bpmnReplace: BpmnReplace,
    private readonly nodeFactory: NodeFactory,
    private readonly presets: Presets,
  ) {
    popupMenu.registerProvider('bpmn-replace', this);
  }

  getPopupMenuEntries(target: PopupMenuTarget): PopupMenuEntries {
    if (Array.isArray(target)) return {};
    const element = target as Element;
    return { ...this.presetEntries(element), ...this.kindEntries(element) };
  }

  /** A step that people do may become another such step: handlers and way of deciding change, the rest stays. */
  private presetEntries(element: Element): PopupMenuEntries {
    if (!is(element, 'bpmn:UserTask')) return {};
    return Object.fromEntries(
      taskKinds
        .filter((kind) => !isAs(element, kind))
        .map((kind) => [
          `preset-${kind.id}`,
          {
            label: kind.label,
            title: kind.hint,
            className: kind.icon,
            group: { id: 'presets', name: '改为办理环节' },
            action: () => this.presets.apply(element, kind),
          },
        ]),
    );
  }

  private kindEntries(element: Element): PopupMenuEntries {
    return Object.fromEntries(
      targetsOf(element).map((kind) => [
        `replace-${kind.id}`,
        {
          label: kind.type === 'bpmn:UserTask' ? '人工办理' : kind.label,
          title: kind.hint,
          className: kind.icon,
          ...(is(element, 'bpmn:UserTask') && { group: { id: 'kinds', name: '改为其他' } }),
          action: () => this.bpmnReplace.replaceElement(element, this.nodeFactory.target(kind) as never),
        },
      ]),
    );
  }
}

function targetsOf(element: Element): NodeKind[] {
  if ((element as { labelTarget?: unknown }).labelTarget || !is(element, 'bpmn:FlowNode')) return [];
  const ids = families.find(([type]) => is(element, type))?.[1] ?? [];
  return allKinds.filter((kind) => ids.includes(kind.id) && !matches(element, kind) && fits(element, kind));
}

/** Whether the standard lets this kind stand where the element stands. */
function fits(element: Element, kind: NodeKind): boolean {
  const inside = (element as Shape).parent as Element | undefined;
  const inEventSubProcess = inside?.businessObject && objectOf(inside).get('triggeredByEvent') === true;
  switch (kind.type) {
    case 'bpmn:StartEvent':
      return startFits(
        kind,
        inEventSubProcess === true,
        inside?.businessObject !== undefined && is(inside, 'bpmn:SubProcess'),
      );
    case 'bpmn:BoundaryEvent': {
      const host = (element as Shape).host as Element | undefined;
      return host !== undefined && canStandOn(host, kind);
    }
    case 'bpmn:EndEvent':
      return kind.id !== 'end-cancel' || (inside?.businessObject !== undefined && is(inside, 'bpmn:Transaction'));
    default:
      return true;
  }
}

/** §10.5.2: an event sub-process starts by an event, a sub-process without one, a process by most. */
function startFits({ id }: NodeKind, inEventSubProcess: boolean, inSubProcess: boolean): boolean {
  if (inEventSubProcess) return id !== 'start';
  if (inSubProcess) return id === 'start';
  return id !== 'start-error' && id !== 'start-escalation';
}
