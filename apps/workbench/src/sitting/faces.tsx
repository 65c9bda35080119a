import type { ReactNode } from 'react';
import type { Instance, Named } from '@chengban/web';
import { Face } from './face';

const MOST = 6;

interface Props {
  people: readonly Named[];
  /** who acts today for those who are away */
  standIns?: Instance['standIns'];
}

/** People with their faces, in one line that wraps. */
export function Faces({ people, standIns = [] }: Props): ReactNode {
  const deputyOf = (id: string): string | undefined => standIns.find((each) => each.for.id === id)?.by.name;
  if (people.length === 0) return null;
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  return (
    <p className="faces">
      {shown.map(({ id, name }) => (
        <span key={id} className="face-named">
          <Face name={name} />
          {name}
          {deputyOf(id) && `（${deputyOf(id)} 代）`}
        </span>
      ))}
      {shown.length < people.length && <span>等 {people.length} 人</span>}
    </p>
  );
}
