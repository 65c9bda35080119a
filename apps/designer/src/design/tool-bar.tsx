import type { ReactNode } from 'react';
import { Button, Divider, Tooltip } from 'antd';
import {
  BorderInnerOutlined,
  CompressOutlined,
  MinusOutlined,
  PlusOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { useEditor, useEditorState } from './editor-context.js';

/** Undo, redo and the view, on the canvas itself. */
export function ToolBar(): ReactNode {
  const editor = useEditor();
  const { canUndo, canRedo, zoom } = useEditorState();
  return (
    <div className="tool-bar" role="toolbar" aria-label="画布工具">
      <Tool label="撤销" hint="Ctrl+Z" icon={<UndoOutlined aria-hidden />} off={!canUndo} run={() => editor.undo()} />
      <Tool label="重做" hint="Ctrl+Y" icon={<RedoOutlined aria-hidden />} off={!canRedo} run={() => editor.redo()} />
      <Divider orientation="vertical" />
      <Tool label="缩小" icon={<MinusOutlined aria-hidden />} run={() => editor.view.zoomBy(0.8)} />
      <span
        className="tool-bar-zoom number"
        aria-live="polite"
        aria-label={`当前比例百分之${Math.round(zoom * 100)}`}
        role="status"
      >
        {Math.round(zoom * 100)}%
      </span>
      <Tool label="放大" icon={<PlusOutlined aria-hidden />} run={() => editor.view.zoomBy(1.25)} />
      <Tool label="显示整个流程" icon={<CompressOutlined aria-hidden />} run={() => editor.view.fit()} />
      <Tool label="缩略图" icon={<BorderInnerOutlined aria-hidden />} run={() => editor.toggleMinimap()} />
    </div>
  );
}

function Tool(props: { label: string; hint?: string; icon: ReactNode; off?: boolean; run: () => void }): ReactNode {
  return (
    <Tooltip title={props.hint ? `${props.label}（${props.hint}）` : props.label}>
      <Button
        type="text"
        size="small"
        aria-label={props.label}
        icon={props.icon}
        disabled={props.off}
        onClick={props.run}
      />
    </Tooltip>
  );
}
