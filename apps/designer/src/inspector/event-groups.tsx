import { useId, type ReactNode } from 'react';
import { InputNumber, Space } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { outcomes } from '@chengban/web';
import { useEditor } from '../design/editor-context.js';
import { definitionOf, listOf, objectOf, textOf, type Moddle } from '../modeler/moddle.js';
import { setDuration, setText } from './changes.js';
import { durationUnits, readDuration, writeDuration, type Duration, type DurationUnit } from './duration.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { TextField } from './text-field.js';

/** How the matter ends. An error end always ends as 异常结束. */
export function EndGroups({ end }: { end: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  if (definitionOf(objectOf(end)))
    return (
      <Group title="结果">
        <p className="field-help">走到这里，事项以“异常结束”收尾；在子流程里时，会转到子流程边上的“捕获异常”。</p>
      </Group>
    );
  const words = Object.entries(outcomes).filter(([key]) => key !== 'failed');
  const value = textOf(objectOf(end), 'chengban:outcome') || 'accepted';
  return (
    <Group title="结果">
      <Field elementId={end.id} property="outcome" label="走到这里，事项的结果是" controlId={id}>
        <Choose
          id={id}
          value={value}
          options={[
            ...words.map(([key, { word }]) => ({ value: key, label: word })),
            ...(words.some(([key]) => key === value) ? [] : [{ value, label: value }]),
          ]}
          onChange={(outcome: string) => setText(editor, end, 'chengban:outcome', outcome)}
        />
      </Field>
    </Group>
  );
}

/** How long a step may take before the timer on its border takes the matter elsewhere. */
export function TimerGroups({ event }: { event: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const [timer] = listOf(objectOf(event), 'eventDefinitions') as [Moddle];
  const text = ['timeDuration', 'timeDate', 'timeCycle']
    .map((name) => timer.get(name) as Moddle | undefined)
    .map((expression) => (expression ? textOf(expression, 'body') : ''))
    .find((body) => body !== '');
  const duration = readDuration(text ?? '');
  if (text && !duration) return <TimerText event={event} text={text} />;
  const save = (next: Partial<Duration>): void =>
    setDuration(editor, event, writeDuration({ amount: duration?.amount ?? 3, unit: duration?.unit ?? 'D', ...next }));
  return (
    <Group title="超时">
      <Field
        elementId={event.id}
        property="timer"
        label="到达环节后超过"
        controlId={id}
        help="到时间还没有办，就收回这个环节的待办，走从这里画出的线。按自然日计算，不扣节假日。"
      >
        <Space.Compact>
          <InputNumber<number>
            id={id}
            controls={false}
            min={1}
            max={99999}
            precision={0}
            value={duration?.amount ?? null}
            onChange={(amount) => (amount ? save({ amount }) : setDuration(editor, event, ''))}
          />
          <Choose<DurationUnit>
            aria-label="时间单位"
            value={duration?.unit ?? 'D'}
            options={Object.entries(durationUnits).map(([value, label]) => ({ value: value as DurationUnit, label }))}
            onChange={(unit) => save({ unit })}
          />
        </Space.Compact>
      </Field>
    </Group>
  );
}

function TimerText({ event, text }: { event: Element; text: string }): ReactNode {
  const editor = useEditor();
  return (
    <Group title="超时">
      <TextField
        elementId={event.id}
        property="timer"
        label="时间（ISO 8601）"
        help="这个时间不是简单的“几天、几小时、几分钟”。清空后可以重新选择。"
        value={text}
        onCommit={(next) => setDuration(editor, event, next)}
      />
    </Group>
  );
}
