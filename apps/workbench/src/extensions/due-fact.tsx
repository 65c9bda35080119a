import type { ReactNode } from 'react';
import { formatDay, LightMark, type Obligation } from '@chengban/web';
import { originalDue } from './original-due';
import './extensions.css';

/** The deadline that counts, its light, and what it was before it was moved. */
export function DueFact({
  obligation,
}: {
  obligation: Pick<Obligation, 'dueOn' | 'light' | 'originalDueOn' | 'extensions'>;
}): ReactNode {
  const original = originalDue(obligation);
  return (
    <span className="facts-due">
      {formatDay(obligation.dueOn)} <LightMark light={obligation.light} />
      {original !== null && <span className="due-original">{original}</span>}
    </span>
  );
}
