import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTaskPeople, type PeopleAsked } from '../queries/people';

/** A person that was chosen, with the name that is shown. */
export interface Chosen {
  value: string;
  label: string;
}

interface Props extends Omit<PeopleAsked, 'words'> {
  taskId: string;
  multiple?: boolean;
  /** at most so many */
  max?: number;
  // those of a field of a form
  id?: string;
  value?: Chosen[];
  onChange?: (chosen: Chosen[]) => void;
  'aria-label'?: string;
}

/** People by a part of their name or unit; each is shown with where they work, as names are not unique. */
export function PersonChooser({ taskId, choice, transfer, multiple, max, value, onChange, ...rest }: Props): ReactNode {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const found = useTaskPeople(taskId, { words, choice, transfer });
  const change = (next: Chosen | Chosen[] | undefined): void => {
    setWords('');
    // the list would lie over the fields below
    setOpen(false);
    onChange?.(next === undefined ? [] : Array.isArray(next) ? next : [next]);
  };
  return (
    <Select<Chosen | Chosen[]>
      {...rest}
      mode={multiple ? 'multiple' : undefined}
      maxCount={multiple ? max : undefined}
      labelInValue
      open={open}
      onOpenChange={setOpen}
      showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
      value={multiple ? (value ?? []) : value?.[0]}
      onChange={change}
      placeholder="输入姓名或单位查找"
      notFoundContent={found.isFetching ? '正在查找…' : '没有找到，请换个姓名或单位'}
      options={(found.data ?? []).map(({ id, name, seats }) => ({ value: id, label: name, seats: seats.join('、') }))}
      optionRender={({ data }) => (
        <span className="person-option">
          {data.label}
          <small>{(data as { seats?: string }).seats}</small>
        </span>
      )}
    />
  );
}

export const idsOf = (chosen: unknown): string[] => ((chosen ?? []) as Chosen[]).map(({ value }) => value);
export const namesOf = (chosen: unknown): string[] => ((chosen ?? []) as Chosen[]).map(({ label }) => label);
