import type { Part } from './exchange-parts.js';
import type { Move, Tokens } from '../explore/net.js';

export interface Happening {
  readonly part: Part;
  readonly move: Move;
}

/** Tokens of each part (null: it does not run), and messages on their way by channel. */
export interface Standing {
  readonly parts: readonly (Tokens | null)[];
  readonly bag: readonly number[];
  /** what happened since the last time that nothing moved by itself */
  readonly since: readonly Happening[];
}

/** What is noticed while something happens. */
export interface Notices {
  happened(move: Move): void;
  twice(nodeId: string, part: Part, standing: Standing): void;
  endTwice(nodeId: string, part: Part, standing: Standing): void;
  /** more messages or tokens than are followed */
  tooMany(): void;
  /** in one and the same moment two things would happen that are not followed */
  unclear(): void;
}

export const keyOf = ({ parts, bag }: Standing): string =>
  `${parts.map((tokens) => (tokens === null ? '-' : String.fromCharCode(...tokens))).join('|')}|${bag.join(',')}`;
