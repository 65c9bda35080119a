import { useId, useState, type ReactNode } from 'react';
import { Button, Input, Modal, Segmented } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { JsonObject } from '@chengban/domain';
import { Choose } from '../inspector/choose.js';
import {
  asJson,
  emptyRow,
  readJson,
  readRows,
  valueKinds,
  type CorrectionRow,
  type Corrections,
  type ValueKind,
} from './corrections.js';
import type { Trouble } from './use-incidents.js';

interface RetryDialogProps {
  trouble: Trouble;
  busy: boolean;
  onRetry: (variables: JsonObject) => void;
  onClose: () => void;
}

/** 补正后重试: what was missing or wrong, as names and values or as JSON. */
export function RetryDialog({ trouble, busy, onRetry, onClose }: RetryDialogProps): ReactNode {
  const { incident, instance } = trouble;
  const [mode, setMode] = useState<'rows' | 'json'>('rows');
  const [rows, setRows] = useState<readonly CorrectionRow[]>([emptyRow]);
  const [json, setJson] = useState('');
  const [asked, setAsked] = useState(false);
  const read: Corrections = mode === 'rows' ? readRows(rows) : readJson(json);
  const problems = asked && !read.ok ? read.problems : [];
  const change = (next: 'rows' | 'json'): void => {
    if (next === 'json' && json === '') setJson(asJson(rows));
    setAsked(false);
    setMode(next);
  };
  const submit = (): void => {
    setAsked(true);
    if (read.ok) onRetry(read.variables);
  };
  return (
    <Modal
      open
      width={600}
      title="补正后重试"
      okText="补正并重试"
      cancelText="取消"
      confirmLoading={busy}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="quiet">
        {instance.obligationNumber}：{incident.message}
      </p>
      <Segmented<'rows' | 'json'>
        aria-label="怎么填写"
        value={mode}
        onChange={change}
        options={[
          { value: 'rows', label: '逐项填写' },
          { value: 'json', label: 'JSON' },
        ]}
      />
      {mode === 'rows' ? (
        <RowFields rows={rows} problems={problems} onChange={setRows} />
      ) : (
        <JsonField json={json} problem={problems[0] ?? null} onChange={setJson} />
      )}
      <p className="quiet retry-help">这里填写的内容会替换流程里同名的内容。</p>
    </Modal>
  );
}

interface RowsProps {
  rows: readonly CorrectionRow[];
  problems: readonly (string | null)[];
  onChange: (rows: readonly CorrectionRow[]) => void;
}

function RowFields({ rows, problems, onChange }: RowsProps): ReactNode {
  const id = useId();
  const set = (at: number, part: Partial<CorrectionRow>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="retry-rows">
      {rows.map((row, at) => (
        <div key={at} className="retry-row">
          <Input
            aria-label={`第 ${at + 1} 项的名称`}
            aria-describedby={`${id}-${at}`}
            placeholder="名称"
            maxLength={100}
            value={row.name}
            status={problems[at] ? 'error' : undefined}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <Choose<ValueKind>
            aria-label={`第 ${at + 1} 项是什么`}
            value={row.kind}
            options={Object.entries(valueKinds).map(([value, label]) => ({ value: value as ValueKind, label }))}
            onChange={(kind) => set(at, { kind, value: '' })}
          />
          <ValueField label={`第 ${at + 1} 项的值`} row={row} onChange={(value) => set(at, { value })} />
          <Button
            type="text"
            aria-label={`删除第 ${at + 1} 项`}
            icon={<DeleteOutlined aria-hidden />}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          />
          <p id={`${id}-${at}`} className="field-problem field-problem-error" role="status">
            {problems[at] ?? ''}
          </p>
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, emptyRow])}>
        再加一项
      </Button>
    </div>
  );
}

function ValueField(props: { label: string; row: CorrectionRow; onChange: (value: string) => void }): ReactNode {
  const { label, row, onChange } = props;
  if (row.kind === 'boolean')
    return (
      <Choose<string>
        aria-label={label}
        placeholder="请选择"
        value={row.value || undefined}
        options={[
          { value: 'true', label: '是' },
          { value: 'false', label: '否' },
        ]}
        onChange={onChange}
      />
    );
  return (
    <Input
      aria-label={label}
      placeholder="值"
      maxLength={2000}
      value={row.value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function JsonField(props: { json: string; problem: string | null; onChange: (json: string) => void }): ReactNode {
  const id = useId();
  return (
    <div className="retry-rows">
      <Input.TextArea
        className="feel"
        aria-label="补正的内容（JSON）"
        aria-describedby={id}
        rows={6}
        spellCheck={false}
        placeholder={'{"amount": 120}'}
        status={props.problem ? 'error' : undefined}
        value={props.json}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={id} className="field-problem field-problem-error" role="status">
        {props.problem ?? ''}
      </p>
    </div>
  );
}
