import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { setSettings, setText } from './changes.js';
import { Group } from './group.js';
import { NumberField } from './number-field.js';

/** 时限与催办: by when, and what happens after that. Nothing is ever approved by time. */
export function TimeGroup({ task }: { task: Element }): ReactNode {
  const limited = typeof objectOf(task).get('chengban:dueWorkdays') === 'number';
  const overdue = ['remindWorkdays', 'escalateWorkdays'].some(
    (name) => objectOf(task).get(`chengban:${name}`) !== undefined,
  );
  return (
    <Group title="时限与催办">
      <Workdays task={task} property="dueWorkdays" label="工作日" help="从到达这个环节的第二天起算；不填就不限时。" />
      {limited && <ClockField task={task} />}
      {(limited || overdue) && (
        <>
          <Workdays
            task={task}
            property="remindWorkdays"
            label="超时几个工作日催办"
            help="催办发给还没有办的人；不填就不催办。"
          />
          <Workdays
            task={task}
            property="escalateWorkdays"
            label="超时几个工作日上报"
            help="告诉办理人的领导；超时多久都不会自动通过。"
          />
        </>
      )}
    </Group>
  );
}

interface WorkdaysProps {
  task: Element;
  property: 'dueWorkdays' | 'remindWorkdays' | 'escalateWorkdays';
  label: string;
  help: string;
}

function Workdays({ task, property, label, help }: WorkdaysProps): ReactNode {
  const editor = useEditor();
  const days = objectOf(task).get(`chengban:${property}`);
  return (
    <NumberField
      elementId={task.id}
      property={property}
      label={label}
      help={help}
      suffix="个工作日"
      max={250}
      value={typeof days === 'number' && Number.isFinite(days) ? days : null}
      onChange={(value) => setSettings(editor, task, objectOf(task), { [property]: value ?? undefined })}
    />
  );
}

/** Whether the days go on counting where they stopped when the matter comes back. */
function ClockField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  return (
    <div className="field field-check" data-field="clock">
      <Checkbox
        checked={textOf(objectOf(task), 'chengban:clock') === 'continues'}
        onChange={({ target }) => setText(editor, task, 'chengban:clock', target.checked ? 'continues' : '')}
      >
        退回补正期间不计时
      </Checkbox>
      <p className="field-help">重新报送后接着算；不勾就从头算。</p>
    </div>
  );
}
