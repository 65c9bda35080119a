import type { ReactNode } from 'react';
import { tones, type Tone } from '../theme/tones';
import type { Word } from '../dictionary/statuses';

/** A word in a pale frame. The word carries the meaning; the tone only helps the eye. */
export function Mark({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }): ReactNode {
  const { text, ground, line } = tones[tone];
  return (
    <span className="mark" style={{ color: text, background: ground, borderColor: line }}>
      {icon}
      {children}
    </span>
  );
}

export const WordMark = ({ value }: { value: Word }): ReactNode => <Mark tone={value.tone}>{value.word}</Mark>;
