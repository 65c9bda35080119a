import { useId, type ReactNode } from 'react';
import { Input } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { conditionProblem } from '@chengban/domain';
import { Field } from './field.js';
import { useTyped } from './use-typed.js';

/** The condition of a line as FEEL. */
export function FeelField(props: { line: Element; text: string; save: (text: string) => void }): ReactNode {
  return (
    <FeelText
      elementId={props.line.id}
      property="conditionExpression"
      label="FEEL 表达式"
      text={props.text}
      save={props.save}
      help={
        <>
          可以用：<code>verdict</code> 上一环节意见（"approve" 同意，"return" 退回）、<code>form.代号</code> 表单内容、
          <code>round</code> 第几轮、<code>unit.kind</code> 单位类别。例如{' '}
          <code>round {'>'} 2 and verdict = "return"</code>
        </>
      }
    />
  );
}

interface FeelTextProps {
  elementId: string;
  property: string;
  label: string;
  text: string;
  save: (text: string) => void;
  help?: ReactNode;
  placeholder?: string;
  rows?: number;
}

/** FEEL as text, with the parser's word on it while it is being typed. */
export function FeelText(props: FeelTextProps): ReactNode {
  const { elementId, property, label, help, placeholder, rows = 2 } = props;
  const id = useId();
  const typed = useTyped(props.text, props.save);
  const problem = typed.value.trim() === '' ? null : conditionProblem(typed.value);
  return (
    <Field elementId={elementId} property={property} label={label} controlId={id} help={help}>
      <Input.TextArea
        id={id}
        className="feel"
        autoSize={{ minRows: rows, maxRows: 10 }}
        maxLength={5000}
        spellCheck={false}
        placeholder={placeholder}
        status={problem ? 'error' : undefined}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        value={typed.value}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={typed.commit}
      />
      <p id={`${id}-problem`} className="field-problem field-problem-error" role="status">
        {problem && typed.value !== props.text ? `${problem}。` : ''}
      </p>
    </Field>
  );
}
