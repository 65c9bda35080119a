import { useEffect } from 'react';
import type { FlowEditor } from './flow-editor.js';
import type { Keeping } from './use-keeping.js';

/** Ctrl+S saves the draft at once; Ctrl+Z and Ctrl+Y work wherever the focus is, but in a field they belong to the field. */
export function useKeys(editor: FlowEditor | null, keeping: Keeping): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        void keeping.save();
        return;
      }
      const place = event.target instanceof Element ? event.target : null;
      if (!editor || place?.closest('input, textarea, [contenteditable="true"], .djs-container')) return;
      if (key === 'z' && !event.shiftKey) editor.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) editor.redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [editor, keeping]);
}
