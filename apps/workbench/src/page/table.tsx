import { useEffect, useState, type ReactNode } from 'react';
import { Table, type TableProps } from 'antd';
import { useNarrow } from './narrow';

/** From this many rows on only those in view are drawn. */
const VIRTUAL_FROM = 50;

type Props<T> = Omit<TableProps<T>, 'virtual' | 'pagination' | 'scroll'> & {
  /** the accessible name of the table */
  label: string;
  /** smallest width at which every column is still readable */
  minWidth?: number;
  /** what stands above and below the table, in pixels, when it scrolls on its own */
  surroundings?: number;
  /** how a row looks on a narrow screen; without it the table scrolls sideways there */
  card?: (row: T) => ReactNode;
};

/** The one table of the house: no pages, virtual when long, never wider than its sheet without scrolling inside it. */
export function HouseTable<T extends object>({
  label,
  minWidth = 720,
  surroundings = 300,
  card,
  dataSource,
  ...rest
}: Props<T>): ReactNode {
  const height = useWindowHeight();
  const narrow = useNarrow();
  const virtual = (dataSource?.length ?? 0) > VIRTUAL_FROM;
  if (narrow && card && dataSource?.length) {
    return (
      <ul className="row-cards" aria-label={label}>
        {dataSource.map((row, index) => (
          <li key={index}>{card(row)}</li>
        ))}
      </ul>
    );
  }
  return (
    <div role="group" aria-label={label} className="house-table">
      <Table<T>
        size="middle"
        rowKey="id"
        {...rest}
        dataSource={dataSource}
        pagination={false}
        virtual={virtual}
        scroll={virtual ? { x: minWidth, y: Math.max(320, height - surroundings) } : { x: minWidth }}
      />
    </div>
  );
}

function useWindowHeight(): number {
  const [height, setHeight] = useState(window.innerHeight);
  useEffect(() => {
    const measure = (): void => setHeight(window.innerHeight);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return height;
}
