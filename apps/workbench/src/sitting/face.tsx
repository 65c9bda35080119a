import type { ReactNode } from 'react';
import { tones, type Tone } from '@chengban/web';
import './sitting.css';

const TONES: readonly Tone[] = ['blue', 'violet', 'green', 'amber', 'quiet'];

/** The same person always has the same colour; it tells nothing that the name beside it does not. */
const toneOf = (name: string): Tone =>
  TONES[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length] ?? 'quiet';

/** The last two characters of a name; what is longer is no name of a person, and is told by its first two. */
const marksOf = (name: string): string => {
  const letters = [...name];
  return (letters.length > 4 ? letters.slice(0, 2) : letters.slice(-2)).join('') || '—';
};

/** A person as people know it from other programs: two characters on a colour of their own. */
export function Face({ name }: { name: string }): ReactNode {
  const { text, ground } = tones[toneOf(name)];
  return (
    <span className="face" aria-hidden style={{ color: text, background: ground }}>
      {marksOf(name)}
    </span>
  );
}
