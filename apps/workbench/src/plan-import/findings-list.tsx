import type { ReactNode } from 'react';
import { findingSeverities, WordMark, type Finding } from '@chengban/web';
import { positionWords } from './position-words';

export function FindingsList({ findings }: { findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return <p className="number">没有发现问题。</p>;
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={`${finding.code}-${index}`}>
          <WordMark value={findingSeverities[finding.severity]} />
          <span>
            {finding.message}
            {finding.cure && <em>{finding.cure}</em>}
          </span>
          <span className="number">{positionWords(finding.at)}</span>
        </li>
      ))}
    </ul>
  );
}
