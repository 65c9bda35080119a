import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { PhraseBar } from '../phrases/phrase-bar';
import { usePhraseField } from '../phrases/use-phrase-field';
import type { Sheets } from './use-sheets';

const MAX = 2000;

/** Words that go with an act, under the name by which the API asks for them. */
export interface WordsField {
  name: 'reason' | 'opinion' | 'text';
  label: string;
  required: boolean;
  placeholder: string;
  /** with 常用意见 below it */
  phrases?: boolean;
}

export type SheetValues = Record<string, unknown>;

interface Props {
  /** of the verb: what it is called in the list of sheets, and what its button says */
  verb: string;
  label: string;
  /** on the button that sends it, where «确认» and the verb would say more than it does */
  confirm?: string;
  sheets: Sheets;
  busy: boolean;
  danger?: boolean;
  words?: WordsField;
  /** what the act will do, where its name does not tell */
  help?: string;
  /** a refusal that belongs to no field */
  refusal?: ReactNode;
  initial?: SheetValues;
  /** fields above the words */
  children?: ReactNode;
  /** fields below the words */
  below?: ReactNode;
  onConfirm: (values: SheetValues) => void;
  onBack?: () => void;
}

/** What an act needs to be told, and a second press that sends it. */
export function SheetForm({
  verb,
  label,
  confirm = `确认${label}`,
  sheets,
  busy,
  danger,
  words,
  help,
  refusal,
  initial,
  children,
  below,
  onConfirm,
  onBack,
}: Props): ReactNode {
  const [form] = Form.useForm<SheetValues>();
  const { faults } = sheets;
  useEffect(() => {
    if (sheets.open !== verb || faults.length === 0) return;
    form.setFields(faults.map(({ field, message }) => ({ name: field, errors: [message] })));
  }, [faults]);
  const finish = (values: SheetValues): void => {
    if (busy) return;
    const said = words && { [words.name]: String(values[words.name] ?? '').trim() };
    onConfirm({ ...values, ...said });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <Form
      form={form}
      name={`sheet-${verb}`}
      layout="vertical"
      className="verb-sheet"
      initialValues={initial}
      validateTrigger="onSubmit"
      onFinish={finish}
      onValuesChange={(changed: SheetValues) => form.setFields(pathsOf(changed).map((name) => ({ name, errors: [] })))}
      onKeyDown={keys}
    >
      {help && <p className="verb-sheet-help">{help}</p>}
      {children}
      {words && <Words field={words} sheets={sheets} />}
      {below}
      {refusal && <Alert type="warning" showIcon role="alert" title={refusal} style={{ marginBottom: 16 }} />}
      <div className="verb-sheet-buttons">
        <Button onClick={onBack ?? sheets.hide}>{onBack ? '返回' : '取消'}</Button>
        <Button type="primary" danger={danger} htmlType="submit" loading={busy}>
          {confirm}
        </Button>
      </div>
    </Form>
  );
}

/** What was wrong with a field is no longer known once it is changed. */
const pathsOf = (changed: SheetValues): string[][] =>
  Object.entries(changed).flatMap(([name, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value).map((inner) => [name, inner])
      : [[name]],
  );

function Words({ field, sheets }: { field: WordsField; sheets: Sheets }): ReactNode {
  const form = Form.useFormInstance<SheetValues>();
  const [shown, setShown] = useState(false);
  const read = (): string => String(form.getFieldValue(field.name) ?? '');
  const { area, insert } = usePhraseField({ read, write: (text) => form.setFieldValue(field.name, text) });
  // the phrases are asked for when the sheet is there, not with the page
  useEffect(() => setShown(true), []);
  return (
    <div className={field.phrases ? 'words-first' : undefined}>
      <Form.Item
        className="verb-words"
        name={field.name}
        label={field.label}
        required={field.required}
        rules={
          field.required
            ? [{ required: true, whitespace: true, min: 2, message: `请填写${field.label}，至少 2 个字` }]
            : []
        }
      >
        <Input.TextArea
          ref={area}
          autoSize={{ minRows: field.phrases ? 4 : 2, maxRows: 10 }}
          maxLength={MAX}
          showCount
          placeholder={field.placeholder}
        />
      </Form.Item>
      {field.phrases && shown && <PhraseBar read={read} onPick={insert} onManaging={sheets.hold} />}
    </div>
  );
}
