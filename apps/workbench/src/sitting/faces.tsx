import type { ReactNode } from 'react';
import type { Named } from '@chengban/web';
import { Face } from './face';

const MOST = 6;

/** People with their faces, in one line that wraps. */
export function Faces({ people }: { people: readonly Named[] }): ReactNode {
  if (people.length === 0) return null;
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  return (
    <p className="faces">
      {shown.map(({ id, name }) => (
        <span key={id} className="face-named">
          <Face name={name} />
          {name}
        </span>
      ))}
      {shown.length < people.length && <span>等 {people.length} 人</span>}
    </p>
  );
}
