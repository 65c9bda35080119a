import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useFormSources, type NamedChoice } from './form-sources';

interface Props {
  id?: string;
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  several: boolean;
  label: string;
  placeholder?: string;
  disabled?: boolean;
}

const chosenOf = (value: Props['value']): string[] => (Array.isArray(value) ? value : value ? [value] : []);

/** What is chosen is always among the options, so that it is shown by its name. */
const withChosen = (
  options: readonly NamedChoice[],
  value: Props['value'],
  names: Readonly<Record<string, string>>,
) => [
  ...options,
  ...chosenOf(value)
    .filter((id) => !options.some((option) => option.value === id))
    .map((id) => ({ value: id, label: names[id] ?? '（已不在名单）' })),
];

/** One or several units of the city. */
export function UnitSelect(props: Props): ReactNode {
  const { units, names } = useFormSources();
  return (
    <Chosen
      {...props}
      placeholder={props.placeholder ?? '请选择单位'}
      options={withChosen(units, props.value, names)}
      search={{ optionFilterProp: 'label' }}
    />
  );
}

const PAUSE_MS = 250;

/** One or several people, found by a part of their name or unit. */
export function PersonSelect(props: Props): ReactNode {
  const { findPeople, names } = useFormSources();
  const [found, setFound] = useState<NamedChoice[]>([]);
  const [known, setKnown] = useState<Record<string, string>>({});
  const timer = useRef<number | undefined>(undefined);
  const newest = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const find = (words: string, pause: number): void => {
    const asked = ++newest.current;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      void findPeople(words)
        .catch(() => [])
        .then((people) => {
          // an answer that comes late is about words that are no longer there
          if (asked !== newest.current) return;
          setFound(people);
          setKnown((all) => ({ ...all, ...Object.fromEntries(people.map(({ value, label }) => [value, label])) }));
        });
    }, pause);
  };
  return (
    <Chosen
      {...props}
      placeholder={props.placeholder ?? '输入姓名或单位查找'}
      options={withChosen(found, props.value, { ...names, ...known })}
      search={{ filterOption: false, onSearch: (words: string) => find(words, PAUSE_MS) }}
      onFocus={() => find('', 0)}
    />
  );
}

function Chosen({
  several,
  label,
  value,
  onChange,
  options,
  search,
  ...rest
}: Props & { options: NamedChoice[]; search: object; onFocus?: () => void }): ReactNode {
  return (
    <Select<string | string[]>
      {...rest}
      {...(several && { mode: 'multiple' as const })}
      value={value ?? undefined}
      onChange={(next) => onChange?.(next ?? null)}
      options={options}
      showSearch={search}
      allowClear
      notFoundContent="没有找到"
      aria-label={label}
      style={{ width: '100%', maxWidth: 420 }}
    />
  );
}
