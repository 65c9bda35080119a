import { useId, type ReactNode } from 'react';
import { InputNumber, Segmented, Space } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import type { Moddle } from '../modeler/moddle.js';
import { readTimerOf } from '../modeler/timer-definition.js';
import { setTimer } from './changes.js';
import { Choose } from './choose.js';
import { durationUnits, type Duration, type DurationUnit } from './duration.js';
import { Field } from './field.js';
import { TextField } from './text-field.js';
import { readTimer, startWith, timerKinds, writeTimer, type TimerKind, type TimerSetting } from './timer-setting.js';

interface TimerProps {
  event: Element;
  definition: Moddle;
  /** what happens at the time, for the help */
  help: string;
}

/** When a timer is due: after a stretch of time, on a day, or again and again. What is none of these is written. */
export function TimerField({ event, definition, help }: TimerProps): ReactNode {
  const editor = useEditor();
  const timer = readTimerOf(definition) ?? { kind: 'duration' as const, text: '' };
  const setting = readTimer(timer);
  const save = (next: TimerSetting): void => setTimer(editor, event, definition, writeTimer(next));
  return (
    <>
      <div className="field">
        <span className="field-label">什么时候</span>
        <Segmented<TimerKind>
          block
          aria-label="什么时候"
          value={timer.kind}
          onChange={(kind) => setTimer(editor, event, definition, startWith(kind, setting))}
          options={Object.entries(timerKinds).map(([value, label]) => ({ value: value as TimerKind, label }))}
        />
      </div>
      {setting && setting.kind !== 'date' ? (
        <SpanField key={timer.kind} event={event} setting={setting} save={save} help={help} />
      ) : (
        <TextField
          key={timer.kind}
          elementId={event.id}
          property="timer"
          label={timer.kind === 'date' ? '日期' : '时间'}
          placeholder={examples[timer.kind]}
          help={timer.kind === 'date' ? `写成 ${examples.date}，要几点就写 2026-06-30T09:00；也可以写表达式。` : others}
          value={timer.text}
          onCommit={(text) => setTimer(editor, event, definition, { kind: timer.kind, text: text.trim() })}
        />
      )}
    </>
  );
}

const examples: Readonly<Record<TimerKind, string>> = { duration: '5个工作日', date: '2026-06-30', cycle: 'R3/P1D' };
const others = '可以写 5个工作日、P3D（三天）、PT12H（十二小时）、R3/P1D（每天一次，共三次），也可以写表达式。';

function SpanField(props: {
  event: Element;
  setting: Extract<TimerSetting, { span: Duration }>;
  save: (setting: TimerSetting) => void;
  help: string;
}): ReactNode {
  const { event, setting, save, help } = props;
  const [id, timesId] = [useId(), useId()];
  const { amount, unit } = setting.span;
  const change = (span: Partial<Duration>): void => save({ ...setting, span: { amount, unit, ...span } });
  return (
    <>
      <Field
        elementId={event.id}
        property="timer"
        label={setting.kind === 'cycle' ? '间隔' : '过多久'}
        controlId={id}
        help={unit === 'BD' ? `${help}按工作日计算，扣除节假日。` : `${help}按自然日计算，不扣节假日。`}
      >
        <Space.Compact>
          <InputNumber<number>
            id={id}
            controls={false}
            min={1}
            max={99999}
            precision={0}
            value={amount}
            onChange={(next) => next && change({ amount: next })}
          />
          <Choose<DurationUnit>
            aria-label="时间单位"
            value={unit}
            options={Object.entries(durationUnits).map(([value, label]) => ({ value: value as DurationUnit, label }))}
            onChange={(next) => change({ unit: next })}
          />
        </Space.Compact>
      </Field>
      {setting.kind === 'cycle' && (
        <Field elementId={event.id} property="timer.times" label="共几次" controlId={timesId} help="不填就一直重复。">
          <InputNumber<number>
            id={timesId}
            controls={false}
            min={1}
            max={9999}
            precision={0}
            value={setting.times}
            onChange={(times) => save({ ...setting, times })}
          />
        </Field>
      )}
    </>
  );
}
