import { useId, type ReactNode } from 'react';
import { Checkbox, Radio } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf } from '../modeler/moddle.js';
import { setSettings, type Settings } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { NumberField } from './number-field.js';
import {
  drawnSeats,
  modeSettings,
  passChoiceOf,
  passChoices,
  passSettings,
  seatChoices,
  type DrawnSeats,
  type PassChoice,
  type SeatChoice,
} from './seat-settings.js';

interface SeatPart {
  task: Element;
  seats: DrawnSeats;
  save: (settings: Settings) => void;
}

/** 多人方式: whether one decides, several, in which order, or by votes. */
export function SeatGroup({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const seats = drawnSeats(objectOf(task));
  const save = (settings: Settings): void => setSettings(editor, task, objectOf(task), settings);
  return (
    <Group title="多人方式">
      <Field elementId={task.id} property="seats" label="几个人怎么办" controlId={id}>
        <Choose<SeatChoice>
          id={id}
          placeholder="请选择"
          value={seats.choice}
          options={seatChoices}
          onChange={(choice) => save(modeSettings(choice))}
        />
      </Field>
      {seats.choice !== 'one' && seats.choice !== undefined && (
        <>
          <PerField task={task} seats={seats} save={save} />
          {seats.choice === 'vote' && <VoteFields task={task} seats={seats} save={save} />}
          {(seats.choice === 'vote' || seats.choice === 'all' || seats.collects) && (
            <DecideField task={task} seats={seats} save={save} />
          )}
        </>
      )}
    </Group>
  );
}

function PerField({ task, seats, save }: SeatPart): ReactNode {
  return (
    <Field
      elementId={task.id}
      property="seatPer"
      label="席位"
      help={seats.per === 'unit' ? '一个单位的几个人里，谁先签收谁代表单位办。' : undefined}
    >
      <Radio.Group
        aria-label="席位"
        value={seats.per}
        onChange={({ target }) => save({ seatPer: target.value === 'unit' ? 'unit' : undefined })}
        options={[
          { value: 'person', label: '每人一席' },
          { value: 'unit', label: '每个单位一席' },
        ]}
      />
    </Field>
  );
}

function VoteFields({ task, seats, save }: SeatPart): ReactNode {
  const id = useId();
  const pass = passChoiceOf(seats);
  return (
    <>
      <Field elementId={task.id} property="passRatio" label="怎样算通过" controlId={id}>
        <Choose<PassChoice>
          id={id}
          placeholder="请选择"
          value={pass === 'unsaid' ? undefined : pass}
          options={passChoices}
          onChange={(choice) => save(passSettings(choice))}
        />
      </Field>
      {pass === 'share' && (
        <NumberField
          elementId={task.id}
          property="share"
          label="同意的比例"
          suffix="%"
          max={100}
          decimals={1}
          value={seats.ratio === null ? null : Math.round(seats.ratio * 1000) / 10}
          onChange={(percent) => percent !== null && save({ passRatio: percent / 100 })}
        />
      )}
      {pass === 'count' && (
        <NumberField
          elementId={task.id}
          property="passCount"
          label="同意的票数"
          suffix="票"
          max={1000}
          value={seats.count}
          onChange={(count) => count !== null && save({ passCount: count })}
        />
      )}
      <NumberField
        elementId={task.id}
        property="rejectCount"
        label="满几票反对就不通过"
        suffix="票"
        max={1000}
        help="不填时，同意的票数够不到了才不通过。"
        value={seats.rejects}
        onChange={(count) => save({ rejectCount: count ?? undefined })}
      />
      <Field elementId={task.id} property="veto" label="一票否决" help="有一席不同意，就不通过。">
        <Checkbox checked={seats.veto} onChange={({ target }) => save({ veto: target.checked || undefined })}>
          启用一票否决
        </Checkbox>
      </Field>
    </>
  );
}

function DecideField({ task, seats, save }: SeatPart): ReactNode {
  return (
    <Field elementId={task.id} property="decide" label="什么时候出结果">
      <Radio.Group
        aria-label="什么时候出结果"
        value={seats.collects ? 'collect' : 'atOnce'}
        onChange={({ target }) => save({ decide: target.value === 'collect' ? 'collect' : undefined })}
        options={[
          { value: 'atOnce', label: '结果已定就往下走，其余的不用再办' },
          { value: 'collect', label: '收齐每一席的意见再出结果' },
        ]}
      />
    </Field>
  );
}
