import { useEffect, useRef, type ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { kindName } from '@chengban/web';
import { useEditor, useEditorState } from '../design/editor-context.js';
import { drawnKind } from '../modeler/kind-of.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { useProblems } from '../problems/problems-context.js';
import { setName } from './changes.js';
import { ElementGroups } from './element-groups.js';
import { focusField } from './focus-field.js';
import { Group } from './group.js';
import { PurposeField } from './task-group.js';
import { IdField, TextField } from './text-field.js';
import './inspector.css';

/** What the selected element says, in fields that write to the drawing. Nothing selected: the flow itself. */
export function Inspector(): ReactNode {
  const { selected, selectedCount } = useEditorState();
  const frame = useRef<HTMLElement>(null);
  const { wanted } = useProblems();
  useEffect(() => {
    if (wanted && frame.current && wanted.elementId === selected?.id) focusField(frame.current, wanted.property);
  }, [wanted, selected]);
  return (
    <aside ref={frame} className="inspector" aria-label="属性">
      {selected ? (
        <ElementFields key={selected.id} element={selected} />
      ) : (
        selectedCount > 1 && (
          <p className="inspector-many">
            选中了 {selectedCount} 个环节。可以一起移动、对齐、复制或删除；要修改内容请只选一个。
          </p>
        )
      )}
    </aside>
  );
}

function ElementFields({ element }: { element: Element }): ReactNode {
  const editor = useEditor();
  const isFlow = element === editor.process && is(element, 'bpmn:Process');
  return (
    <>
      <header>
        <span>{isFlow ? '整个流程' : kindName(drawnKind(element))}</span>
        <h2>{textOf(objectOf(element), nameProperty(element)) || '还没有名称'}</h2>
      </header>
      <Group title="基本">
        <TextField
          elementId={element.id}
          property="name"
          label={is(element, 'bpmn:TextAnnotation') ? '文字' : '名称'}
          maxLength={is(element, 'bpmn:TextAnnotation') ? 1000 : 100}
          placeholder={is(element, 'bpmn:SequenceFlow') ? '可以不填' : undefined}
          value={textOf(objectOf(element), nameProperty(element))}
          onCommit={(name) => setName(editor, element, name)}
        />
        <IdField id={element.id} />
        {is(element, 'bpmn:UserTask') && <PurposeField task={element} />}
      </Group>
      <ElementGroups element={element} />
      {isFlow && (
        <p className="inspector-tip">
          点画布上的环节或连线，在这里修改它；从左边添加新的环节，放到连线上就插在两个环节中间。
        </p>
      )}
    </>
  );
}

const nameProperty = (element: Element): string => (is(element, 'bpmn:TextAnnotation') ? 'text' : 'name');
