import { useState, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import { ArrowRightOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Element } from 'bpmn-js/lib/model/Types';
import { conditionProblem } from '@chengban/domain';
import { useEditor } from '../design/editor-context.js';
import { listOf, objectOf } from '../modeler/moddle.js';
import { setMappings } from './changes.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { readMappings, type Mapping, type MappingKind } from './mappings.js';

interface MappingGroupProps {
  element: Element;
  kind: MappingKind;
  title: string;
  help: string;
  /** what stands left and right of the arrow, for empty fields and for readers */
  words: readonly [from: string, to: string];
}

/** What goes in or comes out: «from → to», one row for each. A row is kept here until it is whole. */
export function MappingGroup({ element, kind, title, help, words }: MappingGroupProps): ReactNode {
  const editor = useEditor();
  const kept = readMappings(objectOf(element), kind);
  const [pending, setPending] = useState<Mapping | null>(null);
  const rows = pending ? [...kept, pending] : kept;
  const drawn = listOf(
    objectOf(element),
    kind === 'chengban:Input' ? 'dataInputAssociations' : 'dataOutputAssociations',
  ).length;
  const change = (at: number, row: Mapping): void => {
    const whole = row.from.trim() !== '' && row.to.trim() !== '';
    if (at < kept.length && whole) setMappings(editor, element, kind, kept.with(at, row));
    else if (whole) {
      setPending(null);
      setMappings(editor, element, kind, [...kept, row]);
    } else if (at >= kept.length) setPending(row);
  };
  const remove = (at: number): void => {
    if (at >= kept.length) setPending(null);
    else setMappings(editor, element, kind, kept.toSpliced(at, 1));
  };
  return (
    <Group title={title}>
      <Field elementId={element.id} property={kind === 'chengban:Input' ? 'inputs' : 'outputs'} label={help}>
        {rows.map((row, at) => (
          <Row
            key={`${at} ${kept.length}`}
            row={row}
            label={`${title}第 ${at + 1} 项`}
            words={words}
            onChange={(next) => change(at, next)}
            onRemove={() => remove(at)}
          />
        ))}
        {!pending && (
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined aria-hidden />}
            aria-label={`${title}加一项`}
            onClick={() => setPending({ from: '', to: '' })}
          >
            加一项
          </Button>
        )}
        {drawn > 0 && <p className="field-help">图上还画了 {drawn} 条数据线，照样有效。</p>}
      </Field>
    </Group>
  );
}

interface RowProps {
  row: Mapping;
  label: string;
  words: readonly [string, string];
  onChange: (row: Mapping) => void;
  onRemove: () => void;
}

function Row({ row, label, words, onChange, onRemove }: RowProps): ReactNode {
  const [typed, setTyped] = useState(row);
  const problem = typed.from.trim() === '' ? null : conditionProblem(typed.from);
  const commit = (): void => {
    if (typed.from !== row.from || typed.to !== row.to) onChange(typed);
  };
  return (
    <>
      <div className="mapping">
        <Input
          className="feel"
          aria-label={`${label}：${words[0]}`}
          placeholder={words[0]}
          maxLength={500}
          value={typed.from}
          status={problem ? 'error' : undefined}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
          onBlur={commit}
        />
        <ArrowRightOutlined aria-hidden />
        <Input
          className="feel"
          aria-label={`${label}：${words[1]}`}
          placeholder={words[1]}
          maxLength={100}
          value={typed.to}
          onChange={(event) => setTyped({ ...typed, to: event.target.value })}
          onBlur={commit}
        />
        <Button
          type="text"
          size="small"
          aria-label={`删除${label}`}
          icon={<DeleteOutlined aria-hidden />}
          onClick={onRemove}
        />
      </div>
      {problem && <p className="field-problem field-problem-error">{problem}。</p>}
    </>
  );
}
