import type { ReactNode } from 'react';
import { kindName } from '@chengban/web';
import { useEditor, useEditorState } from '../design/editor-context.js';
import { drawnKind } from '../modeler/kind-of.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { inFlowOrder } from './in-flow-order.js';

/** The same flow as a list, for the keyboard and for those who cannot see the drawing: pressing a step selects it. */
export function StepList(): ReactNode {
  const editor = useEditor();
  const { selected } = useEditorState();
  const steps = inFlowOrder(editor.elements((element) => is(element, 'bpmn:FlowNode')));
  return (
    <nav className="step-list" aria-label="环节列表">
      <h2>环节列表</h2>
      <ol>
        {steps.map(({ node: step, depth }) => {
          const kind = kindName(drawnKind(step));
          return (
            <li key={step.id} style={{ paddingInlineStart: depth * 14 }}>
              <button
                type="button"
                aria-current={step === selected ? 'true' : undefined}
                onClick={() => editor.select(step.id)}
              >
                {textOf(objectOf(step), 'name') || kind}
                <span>{kind}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
