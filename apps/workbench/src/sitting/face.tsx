import type { ReactNode } from 'react';
import { tones, type Tone } from '@chengban/web';
import './sitting.css';

const TONES: readonly Tone[] = ['blue', 'violet', 'green', 'amber', 'quiet'];

/** The same person always has the same colour; it tells nothing that the name beside it does not. */
const toneOf = (name: string): Tone =>
  TONES[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length] ?? 'quiet';

/** A person as people know it from other programs: the last two characters of the name, on a colour of their own. */
export function Face({ name }: { name: string }): ReactNode {
  const { text, ground } = tones[toneOf(name)];
  return (
    <span className="face" aria-hidden style={{ color: text, background: ground }}>
      {[...name].slice(-2).join('') || '—'}
    </span>
  );
}
