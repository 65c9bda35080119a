import { useRef, type ReactNode } from 'react';
import { Button } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Element } from 'bpmn-js/lib/model/Types';
import type { Assignment } from '@chengban/domain';
import { useEditor } from '../design/editor-context.js';
import { readAssignments, type AssignmentElement } from '../modeler/assignment.js';
import { objectOf } from '../modeler/moddle.js';
import type { Who } from './assignment-kinds.js';
import { AssignmentRule } from './assignment-rule.js';
import { setAssignments } from './changes.js';

interface AssignmentListProps {
  element: Element;
  type: AssignmentElement;
  /** as findings name the first rule; the further ones are `name.1`, `name.2` */
  property: string;
  /** label of the first rule, and what a rule is called */
  label: string;
  word: string;
  addLabel: string;
  added: Assignment;
  /** a task has at least one */
  least: 0 | 1;
  without?: readonly Who[];
}

/** Several rules, all together are the people meant. */
export function AssignmentList(props: AssignmentListProps): ReactNode {
  const { element, type, property, label, word, addLabel, added, least, without } = props;
  const editor = useEditor();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = readAssignments(objectOf(element), type);
  const rules = drawn.length === 0 && least === 1 ? [null] : drawn;
  const save = (next: readonly Assignment[]): void => setAssignments(editor, element, type, next);
  const remove = (at: number): void => {
    save(drawn.toSpliced(at, 1));
    // the button that had the focus goes with the rule
    frame.current?.querySelector<HTMLElement>('.rule-add')?.focus();
  };
  return (
    <div ref={frame}>
      {rules.map((assignment, at) => {
        const first = at === 0;
        return (
          // a rule has nothing that tells it apart but its place
          <div key={`${at} ${rules.length}`} role="group" aria-label={`${word}第 ${at + 1} 条`} className="rule">
            <AssignmentRule
              elementId={element.id}
              property={first ? property : `${property}.${at}`}
              label={first ? label : `${word}第 ${at + 1} 条`}
              suffix={first ? '' : `（第 ${at + 1} 条）`}
              assignment={assignment}
              {...(without && { without })}
              save={(next) => save(assignment === null ? [next] : drawn.with(at, next))}
            />
            {rules.length > least && (
              <Button
                type="text"
                size="small"
                className="rule-remove"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`删去${word}第 ${at + 1} 条`}
                onClick={() => remove(at)}
              >
                删去这一条
              </Button>
            )}
          </div>
        );
      })}
      <Button
        size="small"
        type="dashed"
        className="rule-add"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => save([...drawn, added])}
      >
        {addLabel}
      </Button>
    </div>
  );
}
