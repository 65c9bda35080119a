import { useId, type ReactNode } from 'react';
import { InputNumber, Segmented, Switch } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf, textOf, type Moddle } from '../modeler/moddle.js';
import { setExpression, setModdleText } from './changes.js';
import { Choose } from './choose.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { kindOfLoop, loopKinds, setLoop, setSource, sourceOf, type LoopKind, type LoopSource } from './loops.js';
import { TextField } from './text-field.js';
import { bodyOf } from './trigger-groups.js';

/** Whether a step is done once, by several at once (会签), by one after the other, or again and again. */
export function LoopGroup({ activity }: { activity: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const loop = objectOf(activity).get('loopCharacteristics') as Moddle | undefined;
  const kind = kindOfLoop(loop);
  return (
    <Group title="办几次">
      <Field elementId={activity.id} property="loop" label="这个环节" controlId={id}>
        <Choose<LoopKind>
          id={id}
          value={kind}
          options={Object.entries(loopKinds).map(([value, label]) => ({ value: value as LoopKind, label }))}
          onChange={(next) => setLoop(editor, activity, next)}
        />
      </Field>
      {loop && (kind === 'together' || kind === 'inTurn') && <SeveralFields activity={activity} loop={loop} />}
      {loop && kind === 'again' && <AgainFields activity={activity} loop={loop} />}
    </Group>
  );
}

interface LoopProps {
  activity: Element;
  loop: Moddle;
}

function SeveralFields({ activity, loop }: LoopProps): ReactNode {
  const editor = useEditor();
  const source = sourceOf(loop);
  const text = (property: string): ((value: string) => void) => {
    return (value) => setModdleText(editor, activity, loop, `chengban:${property}`, value);
  };
  return (
    <>
      <div className="field">
        <span className="field-label">分成几份</span>
        <Segmented<LoopSource>
          block
          aria-label="分成几份"
          value={source}
          onChange={(next) => setSource(editor, activity, loop, next)}
          options={[
            { value: 'list', label: '按名单' },
            { value: 'number', label: '按份数' },
          ]}
        />
      </div>
      {source === 'number' ? (
        <FeelText
          elementId={activity.id}
          property="loopCardinality"
          label="份数"
          rows={1}
          placeholder="例如：3"
          text={bodyOf(loop, 'loopCardinality')}
          save={(value) => setExpression(editor, activity, loop, 'loopCardinality', value)}
        />
      ) : (
        <>
          <FeelText
            elementId={activity.id}
            property="collection"
            label="名单（FEEL）"
            help={loop.get('loopDataInputRef') ? '图上已用数据指定了名单，不填就用那一份。' : undefined}
            rows={1}
            placeholder="例如：form.units"
            text={textOf(loop, 'chengban:collection')}
            save={text('collection')}
          />
          <TextField
            elementId={activity.id}
            property="item"
            label="名单里的每一个叫做"
            placeholder="例如：unitId"
            maxLength={100}
            value={textOf(loop, 'chengban:item')}
            onCommit={text('item')}
          />
        </>
      )}
      <FeelText
        elementId={activity.id}
        property="completionCondition"
        label="提前完成的条件（FEEL）"
        placeholder="例如：numberOfCompletedInstances >= 2"
        help="每办完一份看一次，成立就不再等其余的；不填就全部办完才继续。"
        text={bodyOf(loop, 'completionCondition')}
        save={(value) => setExpression(editor, activity, loop, 'completionCondition', value)}
      />
      <TextField
        elementId={activity.id}
        property="result"
        label="每一份取什么结果"
        placeholder="例如：verdict"
        maxLength={500}
        value={textOf(loop, 'chengban:result')}
        onCommit={text('result')}
      />
      <TextField
        elementId={activity.id}
        property="output"
        label="结果汇总到"
        placeholder="例如：opinions"
        maxLength={100}
        value={textOf(loop, 'chengban:output')}
        onCommit={text('output')}
      />
    </>
  );
}

function AgainFields({ activity, loop }: LoopProps): ReactNode {
  const editor = useEditor();
  const [beforeId, mostId] = [useId(), useId()];
  const most = loop.get('loopMaximum');
  return (
    <>
      <FeelText
        elementId={activity.id}
        property="loopCondition"
        label="什么时候再办一次（FEEL）"
        placeholder='例如：verdict = "return"'
        text={bodyOf(loop, 'loopCondition')}
        save={(value) => setExpression(editor, activity, loop, 'loopCondition', value)}
      />
      <Field elementId={activity.id} property="loopMaximum" label="最多几次" controlId={mostId} help="不填就不限次数。">
        <InputNumber<number>
          id={mostId}
          controls={false}
          min={1}
          max={1000}
          precision={0}
          value={typeof most === 'number' ? most : null}
          onChange={(value) =>
            editor.modeling.updateModdleProperties(activity, loop, { loopMaximum: value ?? undefined })
          }
        />
      </Field>
      <Field elementId={activity.id} property="testBefore" label="第一次也先看条件" controlId={beforeId}>
        <Switch
          id={beforeId}
          aria-label="第一次也先看条件"
          checked={loop.get('testBefore') === true}
          onChange={(on) => editor.modeling.updateModdleProperties(activity, loop, { testBefore: on })}
        />
      </Field>
    </>
  );
}
