import type { ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { kindName } from '@chengban/web';
import { useEditor, useEditorState } from '../design/editor-context.js';
import { taskSummary } from '../inspector/task-words.js';
import { drawnKind } from '../modeler/kind-of.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { useNames } from '../publish/use-names.js';
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
                {is(step, 'bpmn:UserTask') && <StepSummary task={step} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Who handles the step and how several of them decide, so that the list tells what the drawing does not show. */
function StepSummary({ task }: { task: Element }): ReactNode {
  const summary = taskSummary(objectOf(task), useNames());
  return summary === null ? null : <span className="step-summary">{summary}</span>;
}
