import type { ReactNode } from 'react';
import { kindName } from '@chengban/web';
import { Inspector } from '../inspector/inspector.js';
import { drawnKind } from '../modeler/kind-of.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { Palette } from '../palette/palette.js';
import { StepList } from '../palette/step-list.js';
import { ProblemsPanel } from '../problems/problems-panel.js';
import { Canvas } from './canvas.js';
import { EditorContext, useStateOf } from './editor-context.js';
import type { FlowEditor } from './flow-editor.js';
import { ToolBar } from './tool-bar.js';

/** Canvas in the middle, palette and list of steps left, fields right, problems below. */
export function Board(props: { editor: FlowEditor | null; onReady: (editor: FlowEditor | null) => void }): ReactNode {
  const { editor, onReady } = props;
  const drawn = (useStateOf(editor)?.opened ?? 0) > 0;
  const nameOf = (id: string): string => {
    const element = editor?.element(id);
    return element ? textOf(objectOf(element), 'name') || kindName(drawnKind(element)) : id;
  };
  return (
    <EditorContext value={editor}>
      <main className="drawing-board">
        <div className="side">
          {editor && <Palette />}
          {editor && <StepList />}
        </div>
        <div className="drawing-middle">
          <div className="drawing-canvas">
            <Canvas onReady={onReady} />
            {editor && <ToolBar />}
          </div>
          <ProblemsPanel nameOf={nameOf} />
        </div>
        {drawn ? <Inspector /> : <aside className="inspector" aria-label="属性" />}
      </main>
    </EditorContext>
  );
}
