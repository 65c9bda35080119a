import { useEffect, useRef, type ReactNode } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import { FlowEditor } from './flow-editor.js';

/** The drawing area. It lives as long as the page: another drawing is opened in it, never a second canvas. */
export function Canvas({ onReady }: { onReady: (editor: FlowEditor | null) => void }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return undefined;
    const editor = new FlowEditor(frame.current);
    const watcher = new ResizeObserver(() => editor.resized());
    watcher.observe(frame.current);
    onReady(editor);
    return () => {
      watcher.disconnect();
      onReady(null);
      editor.destroy();
    };
  }, [onReady]);
  return <div ref={frame} className="canvas" />;
}
