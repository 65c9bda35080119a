import { useEffect, useRef, type ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { nodeKinds as kindNames } from '@chengban/web';
import { useEditor, useEditorState } from '../design/editor-context.js';
import { definitionOf, is, objectOf, textOf } from '../modeler/moddle.js';
import { useProblems } from '../problems/problems-context.js';
import { setName } from './changes.js';
import { EndGroups, TimerGroups } from './event-groups.js';
import { focusField } from './focus-field.js';
import { FormGroup } from './form-group.js';
import { GatewayGroups, LineGroups } from './flow-groups.js';
import { Group } from './group.js';
import { PurposeField, TaskGroups } from './task-group.js';
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
  const isFlow = element === editor.process;
  return (
    <>
      <header>
        <span>{isFlow ? '整个流程' : kindName(element)}</span>
        <h2>{textOf(objectOf(element), 'name') || '还没有名称'}</h2>
      </header>
      <Group title="基本">
        <TextField
          elementId={element.id}
          property="name"
          label="名称"
          maxLength={100}
          placeholder={is(element, 'bpmn:SequenceFlow') ? '可以不填' : undefined}
          value={textOf(objectOf(element), 'name')}
          onCommit={(name) => setName(editor, element, name)}
        />
        <IdField id={element.id} />
        {is(element, 'bpmn:UserTask') && <PurposeField task={element} />}
      </Group>
      {is(element, 'bpmn:UserTask') && <TaskGroups task={element} />}
      {is(element, 'bpmn:ExclusiveGateway') && <GatewayGroups gateway={element} />}
      {is(element, 'bpmn:SequenceFlow') && <LineGroups line={element} />}
      {is(element, 'bpmn:EndEvent') && <EndGroups end={element} />}
      {definitionOf(objectOf(element)) === 'bpmn:TimerEventDefinition' && <TimerGroups event={element} />}
      {isFlow && <FormGroup process={element} />}
      {isFlow && (
        <p className="inspector-tip">
          点画布上的环节或连线，在这里修改它；从左边添加新的环节，放到连线上就插在两个环节中间。
        </p>
      )}
    </>
  );
}

function kindName(element: Element): string {
  if (is(element, 'bpmn:SequenceFlow')) return '连线';
  if (definitionOf(objectOf(element)) === 'bpmn:ErrorEventDefinition')
    return is(element, 'bpmn:EndEvent') ? '异常结束' : '捕获异常';
  return kindNames[element.type] ?? '流程不能运行的元素';
}
