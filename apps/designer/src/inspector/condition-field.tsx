import { useId, useState, type ReactNode } from 'react';
import { Segmented } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { conditionOf } from '../modeler/moddle.js';
import { setCondition } from './changes.js';
import { ComparisonFields } from './comparison-fields.js';
import { FeelField } from './feel-field.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { readSimple, writeSimple } from './simple-condition.js';

type Mode = 'verdict' | 'form' | 'feel';

/** The condition of a line: chosen where it is simple, written where it is not; both are the same FEEL text. */
export function ConditionField({ line }: { line: Element }): ReactNode {
  const editor = useEditor();
  const text = conditionOf(line);
  const simple = readSimple(text);
  const found: Mode = simple?.kind ?? (text === '' ? 'verdict' : 'feel');
  const [picked, setPicked] = useState<Mode | null>(null);
  const mode = picked ?? found;
  const save = (next: string): void => setCondition(editor, line, next);
  return (
    <>
      <div className="field">
        <span className="field-label">怎么写条件</span>
        <Segmented<Mode>
          block
          aria-label="怎么写条件"
          value={mode}
          onChange={setPicked}
          options={[
            { value: 'verdict', label: '审核意见' },
            { value: 'form', label: '表单内容' },
            { value: 'feel', label: '表达式' },
          ]}
        />
      </div>
      {mode === 'verdict' && (
        <VerdictField line={line} verdict={simple?.kind === 'verdict' ? simple.verdict : undefined} save={save} />
      )}
      {mode === 'form' && (
        <ComparisonFields line={line} comparison={simple?.kind === 'form' ? simple : null} save={save} />
      )}
      {mode === 'feel' && <FeelField line={line} text={text} save={save} />}
    </>
  );
}

function VerdictField(props: {
  line: Element;
  verdict: 'approve' | 'return' | undefined;
  save: (text: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <Field elementId={props.line.id} property="conditionExpression" label="上一环节的意见是" controlId={id}>
      <Choose<'approve' | 'return'>
        id={id}
        placeholder="请选择"
        value={props.verdict}
        options={[
          { value: 'approve', label: '同意' },
          { value: 'return', label: '退回' },
        ]}
        onChange={(verdict) => props.save(writeSimple({ kind: 'verdict', verdict }))}
      />
    </Field>
  );
}
