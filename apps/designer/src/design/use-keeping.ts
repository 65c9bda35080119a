import { useEffect, useMemo, useRef } from 'react';
import type { DraftSaver } from '../draft/draft-saver.js';
import type { Checked } from '../problems/use-checked.js';
import type { FlowEditor } from './flow-editor.js';

export interface Keeping {
  /** something drawn, or typed and not yet committed to the drawing, is not on the server */
  unsaved: () => boolean;
  /** saves at once; resolves when nothing is under way any more, saved or not */
  save: () => Promise<void>;
}

/** Hands the drawing to the saver after every check, and before anything that would take the page away. */
export function useKeeping(editor: FlowEditor | null, saver: DraftSaver, checked: Checked | null): Keeping {
  const offered = useRef(0);
  useEffect(() => {
    const state = editor?.getState();
    if (!state || !checked || checked.opened !== state.opened || checked.revision <= state.clean) return;
    offered.current = checked.revision;
    saver.offer(checked.xml);
  }, [editor, saver, checked]);

  return useMemo(() => {
    const ahead = (): boolean => {
      const state = editor?.getState();
      return !!state && state.revision > Math.max(state.clean, offered.current);
    };
    return {
      unsaved: () => {
        commitTyped();
        return saver.unsaved || ahead();
      },
      save: async () => {
        commitTyped();
        if (editor && ahead()) {
          offered.current = editor.getState().revision;
          saver.offer(await editor.xml());
        }
        await saver.flush();
      },
    };
  }, [editor, saver]);
}

/** A field writes to the drawing when it loses the focus. */
function commitTyped(): void {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) active.blur();
}
