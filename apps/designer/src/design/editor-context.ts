import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EditorState, FlowEditor } from './flow-editor.js';

export const EditorContext = createContext<FlowEditor | null>(null);

export function useEditor(): FlowEditor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an open drawing above it');
  return editor;
}

/** Renders again after every change of the drawing, the selection or the zoom. */
export function useEditorState(): EditorState {
  const editor = useEditor();
  return useSyncExternalStore(editor.subscribe, editor.getState);
}

const nothing = (): (() => void) => () => undefined;

/** The same for the page that makes the editor, before and after it exists. */
export function useStateOf(editor: FlowEditor | null): EditorState | null {
  return useSyncExternalStore(editor?.subscribe ?? nothing, () => editor?.getState() ?? null);
}
