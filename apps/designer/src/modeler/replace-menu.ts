import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';
import type { PopupMenuTarget } from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type BpmnReplace from 'bpmn-js/lib/features/replace/BpmnReplace';
import type { Element } from 'bpmn-js/lib/model/Types';
import { definitionOf, is, objectOf } from './moddle.js';
import { nodeKinds, type NodeKind } from './node-kinds.js';

/** What a node may become: another node of its own family that the engine runs. */
const families: readonly (readonly string[])[] = [
  ['exclusive', 'parallel'],
  ['end', 'error-end'],
];

/** An element from elsewhere that is not among ours (an imported service task, say) may become any of these. */
const rescue: Record<string, readonly string[]> = {
  'bpmn:Activity': ['unit-review', 'sub-process'],
  'bpmn:Gateway': ['exclusive', 'parallel'],
  'bpmn:EndEvent': ['end', 'error-end'],
  'bpmn:StartEvent': ['start'],
  'bpmn:BoundaryEvent': ['timer', 'error-catch'],
  'bpmn:IntermediateThrowEvent': ['end', 'unit-review'],
  'bpmn:IntermediateCatchEvent': ['end', 'unit-review'],
};

/** Replaces bpmn-js's own menu «更改类型», which offers all of BPMN. */
export class ReplaceMenu {
  static readonly $inject = ['popupMenu', 'bpmnReplace'];

  constructor(
    popupMenu: PopupMenu,
    private readonly bpmnReplace: BpmnReplace,
  ) {
    popupMenu.registerProvider('bpmn-replace', this);
  }

  getPopupMenuEntries(target: PopupMenuTarget): PopupMenuEntries {
    if (Array.isArray(target)) return {};
    const element = target as Element;
    return Object.fromEntries(
      targetsOf(element).map((kind) => [
        `replace-${kind.id}`,
        {
          label: kind.type === 'bpmn:UserTask' ? '人工办理' : kind.label,
          title: kind.hint,
          className: kind.icon,
          action: () => this.bpmnReplace.replaceElement(element, { type: kind.type, ...kind.shape } as never),
        },
      ]),
    );
  }
}

function targetsOf(element: Element): NodeKind[] {
  const own = nodeKinds.find((kind) => matches(element, kind));
  const ids = own
    ? (families.find((family) => family.includes(own.id)) ?? [])
    : (Object.entries(rescue).find(([type]) => is(element, type))?.[1] ?? []);
  return nodeKinds.filter((kind) => ids.includes(kind.id) && !matches(element, kind));
}

const matches = (element: Element, kind: NodeKind): boolean =>
  objectOf(element).$type === kind.type && definitionOf(objectOf(element)) === kind.shape?.['eventDefinitionType'];
