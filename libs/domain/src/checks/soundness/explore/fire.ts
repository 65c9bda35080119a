import type { Move, Net, Tokens } from './net.js';

/** What a move leads to, and what is wrong with it. */
export interface Fired {
  readonly tokens: Tokens;
  /** the element to which a second token came */
  readonly twice: string | null;
  /** the place that notes an end, when the end was reached before */
  readonly endTwice: number | null;
  /** more tokens at one place than are followed */
  readonly tooMany: boolean;
}

/** Tokens at one place that are followed; where several are needed, as many as that. */
const MOST_AT_A_PLACE = 3;

export function fire(net: Net, tokens: Tokens, move: Move): Fired {
  const left = [...tokens];
  for (const place of move.take) left.splice(left.indexOf(place), 1);
  const kept = move.take.length === 0 ? left : left.filter((place) => !leftBehind(net, place, move.take));
  let [twice, endTwice, tooMany]: [string | null, number | null, boolean] = [null, null, false];
  for (const place of move.put) {
    const { kind, single, end, told } = net.at(place);
    if (kept.includes(place)) {
      const before = kept.reduce((count, each) => (each === place ? count + 1 : count), 0);
      if (told !== undefined) continue;
      if (end) {
        endTwice ??= place;
        continue;
      }
      if (kind !== 'passing' && single !== null) twice ??= single;
      if (before >= MOST_AT_A_PLACE + net.at(place).vertex.needs) tooMany = true;
      if (kind === 'note') continue;
    }
    kept.push(place);
  }
  return { tokens: kept.sort((a, b) => a - b), twice, endTwice, tooMany };
}

/** A note that belongs to a token goes with it. */
function leftBehind(net: Net, place: number, taken: readonly number[]): boolean {
  const owner = net.at(place).with;
  return owner !== undefined && taken.includes(owner);
}
