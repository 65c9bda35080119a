import type { ReactNode } from 'react';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { DayField } from './day-field';
import { choicesOf, maxLengthOf, type ShownField } from './form-fields';
import { useFormSources, type FilesInputProps } from './form-sources';
import { PersonSelect, UnitSelect } from './named-select';

/** Choices that fit on a line are all shown; more are folded. */
const ON_ONE_LINE = 5;

/** What a field of any kind but the table is filled in with. @param label its accessible name where no label stands beside it */
export function controlOf(field: ShownField, label?: string): ReactNode {
  const { kind, widget, schema, ui } = field;
  const { placeholder } = ui;
  const named = label === undefined ? {} : { 'aria-label': label };
  const inCell = label !== undefined;
  const width = inCell ? '100%' : 220;
  switch (kind) {
    case 'number':
      return (
        <InputNumber
          style={{ width }}
          suffix={inCell ? undefined : ui.unit}
          placeholder={placeholder}
          step={schema.type === 'number' ? schema.multipleOf : undefined}
          {...named}
        />
      );
    case 'date':
      return <DayField schema={schema} width={width} placeholder={placeholder} {...named} />;
    case 'yesNo':
    case 'choice':
      return choiceOf(field, label);
    case 'person':
    case 'unit': {
      const Named = kind === 'person' ? PersonSelect : UnitSelect;
      return <Named several={schema.type === 'array'} label={label ?? field.label} placeholder={placeholder} />;
    }
    case 'files':
      return <FilesControl label={field.label} max={schema.type === 'array' ? schema.maxItems : undefined} />;
    case 'table':
      return null;
    case 'text':
      if (widget !== 'textarea')
        return <Input maxLength={maxLengthOf(schema)} placeholder={placeholder} suffix={ui.unit} {...named} />;
      return (
        <Input.TextArea
          autoSize={{ minRows: inCell ? 1 : 4, maxRows: 14 }}
          showCount={!inCell}
          maxLength={maxLengthOf(schema)}
          placeholder={placeholder}
          {...named}
        />
      );
  }
}

function choiceOf({ schema, ui, label: own }: ShownField, label: string | undefined): ReactNode {
  const options = choicesOf(schema);
  const several = schema.type === 'array';
  const folded = label !== undefined || options.length > ON_ONE_LINE;
  if (folded)
    return (
      <Select
        {...(several && { mode: 'multiple' as const })}
        options={options}
        placeholder={ui.placeholder ?? '请选择'}
        allowClear
        aria-label={label ?? own}
        style={{ width: '100%', maxWidth: 420 }}
      />
    );
  if (several) return <Checkbox.Group options={options as { value: string; label: string }[]} aria-label={own} />;
  return <Radio.Group options={options} aria-label={own} />;
}

function FilesControl(props: FilesInputProps): ReactNode {
  const { FilesInput } = useFormSources();
  return FilesInput && <FilesInput {...props} />;
}
