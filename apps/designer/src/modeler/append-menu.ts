import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';
import type { PopupMenuTarget } from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { Shape } from 'bpmn-js/lib/model/Types';
import type { Insertion } from './insertion.js';
import { everydayKinds, groupTitles, moreKinds, moreTitles, type KindGroup, type NodeKind } from './node-kinds.js';
import { canAppend } from './placing.js';

export const APPEND_MENU = 'chengban-append';

/** The menu «在后面添加»: what may stand behind a node, everyday things first. */
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
    return {
      ...this.entries(source, everydayKinds, 'everyday', groupTitles),
      ...this.entries(source, moreKinds, 'more', moreTitles),
    };
  }

  private entries(
    source: Shape,
    kinds: readonly NodeKind[],
    section: string,
    titles: Readonly<Record<KindGroup, string>>,
  ): PopupMenuEntries {
    return Object.fromEntries(
      kinds
        .filter((kind) => canAppend(source, kind))
        .map((kind) => [
          `append-${kind.id}`,
          {
            label: kind.label,
            title: kind.hint,
            className: kind.icon,
            group: { id: `${section}-${kind.group}`, name: titles[kind.group] },
            action: () => this.insertion.after(source, kind),
          },
        ]),
    );
  }
}
