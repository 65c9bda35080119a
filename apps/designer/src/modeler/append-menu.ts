import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';
import type { PopupMenuTarget } from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { Shape } from 'bpmn-js/lib/model/Types';
import { canAppend, type Insertion } from './insertion.js';
import { groupTitles, nodeKinds } from './node-kinds.js';

export const APPEND_MENU = 'chengban-append';

/** The menu «在后面添加»: everything that may stand behind a node. */
export class AppendMenu {
  static readonly $inject = ['popupMenu', 'insertion'];

  constructor(
    popupMenu: PopupMenu,
    private readonly insertion: Insertion,
  ) {
    popupMenu.registerProvider(APPEND_MENU, this);
  }

  getPopupMenuEntries(target: PopupMenuTarget): PopupMenuEntries {
    const source = target as Shape;
    return Object.fromEntries(
      nodeKinds
        .filter((kind) => canAppend(source, kind))
        .map((kind) => [
          `append-${kind.id}`,
          {
            label: kind.label,
            title: kind.hint,
            className: kind.icon,
            group: { id: kind.group, name: groupTitles[kind.group] },
            action: () => this.insertion.after(source, kind),
          },
        ]),
    );
  }
}
