import { useEffect, useRef, type ReactNode } from 'react';
import { Alert } from 'antd';
import type { Said } from './retry-outcome.js';

/** What came of an act. Takes the focus, so that it is read aloud. */
export function SaidNotice({ said }: { said: Said }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [said]);
  return (
    <div ref={place} tabIndex={-1} role="status" className="incidents-said">
      <Alert type={said.tone} showIcon title={said.title} description={said.detail || undefined} />
    </div>
  );
}
