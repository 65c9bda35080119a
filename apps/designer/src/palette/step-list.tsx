import type { ReactNode } from 'react';
import { nodeKinds as kindNames } from '@chengban/web';
import { useEditor, useEditorState } from '../design/editor-context.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';

/** The same flow as a list, for the keyboard and for those who cannot see the drawing: pressing a step selects it. */
export function StepList(): ReactNode {
  const editor = useEditor();
  const { selected } = useEditorState();
  const steps = editor.elements((element) => is(element, 'bpmn:FlowNode')).sort((a, b) => leftOf(a) - leftOf(b));
  return (
    <nav className="step-list" aria-label="环节列表">
      <h2>环节列表</h2>
      <ol>
        {steps.map((step) => {
          const kind = kindNames[step.type] ?? '其他';
          return (
            <li key={step.id}>
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

const leftOf = (element: object): number => ('x' in element && typeof element.x === 'number' ? element.x : 0);
