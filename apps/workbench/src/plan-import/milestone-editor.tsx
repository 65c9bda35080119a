import type { ReactNode } from 'react';
import { Button, DatePicker, Input, Select } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import type { MilestoneEdit } from './deadline-words';

interface Props {
  no: number;
  milestone: MilestoneEdit;
  onChange: (milestone: MilestoneEdit | null) => void;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const numbers = (count: number, unit: string) =>
  Array.from({ length: count }, (_, index) => ({ value: pad(index + 1), label: `${index + 1}${unit}` }));

/** One due day: on a date, or every year on a day; what is due, and for whom. */
export function MilestoneEditor({ no, milestone, onChange }: Props): ReactNode {
  const { due: _due, yearly: _yearly, ...rest } = milestone;
  const yearly = milestone.yearly !== undefined;
  const [month = '12', day = '31'] = (milestone.yearly ?? '').split('-');
  return (
    <fieldset className="milestone-editor">
      <legend className="visually-hidden">第 {no} 个时限</legend>
      <Select
        aria-label="时限种类"
        style={{ width: 96 }}
        value={yearly ? 'yearly' : 'due'}
        options={[
          { value: 'due', label: '截止日' },
          { value: 'yearly', label: '每年' },
        ]}
        onChange={(kind) => onChange(kind === 'yearly' ? { ...rest, yearly: '12-31' } : { ...rest })}
      />
      {yearly ? (
        <>
          <Select
            aria-label="月"
            style={{ width: 84 }}
            value={month}
            options={numbers(12, '月')}
            onChange={(value) => onChange({ ...rest, yearly: `${value}-${day}` })}
          />
          <Select
            aria-label="日"
            style={{ width: 84 }}
            value={day}
            options={numbers(31, '日')}
            onChange={(value) => onChange({ ...rest, yearly: `${month}-${value}` })}
          />
        </>
      ) : (
        <DatePicker
          aria-label="截止日"
          value={milestone.due ? dayjs(milestone.due) : null}
          onChange={(value) => onChange(value ? { ...rest, due: value.format('YYYY-MM-DD') } : { ...rest })}
        />
      )}
      <Input
        aria-label="到期要求"
        placeholder="到期要求，如：形成阶段性成果"
        style={{ flex: '1 1 200px' }}
        maxLength={500}
        value={milestone.requirement}
        onChange={(event) => onChange({ ...milestone, requirement: event.target.value })}
      />
      <Select
        aria-label="适用领域"
        mode="tags"
        placeholder="适用领域（不填为全部）"
        style={{ flex: '1 1 180px' }}
        value={[...(milestone.sectors ?? [])]}
        onChange={(sectors: string[]) => {
          const { sectors: _sectors, ...others } = milestone;
          onChange(sectors.length ? { ...others, sectors } : others);
        }}
      />
      <Button type="text" icon={<DeleteOutlined />} aria-label={`删除第 ${no} 个时限`} onClick={() => onChange(null)} />
    </fieldset>
  );
}
