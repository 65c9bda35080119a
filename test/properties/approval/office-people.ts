// Who sits where in a random office: the same place gives the same people.
import type { Seated, Seater } from '@chengban/domain';

export const PEOPLE = ['甲', '乙', '丙', '丁', '戊', '己', '庚'] as const;

/** Of `count` people, from a place onwards. */
const from = (people: readonly string[], start: number, count: number): readonly string[] =>
  Array.from({ length: Math.min(count, people.length) }, (_, at) => people[(start + at) % people.length] ?? '');

/** @param salt another office seats others */
export const officeSeater =
  (salt: number): Seater =>
  ({ node, standing, token }): readonly Seated[] => {
    const place = salt + [...node.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    if (node.purpose === 'draft') return [{ candidateIds: from(PEOPLE, place, 1 + (place % 3)) }];
    const able = PEOPLE.filter((id) => !standing.drafterIds.includes(id));
    if (able.length === 0) return [{ candidateIds: ['管理员', PEOPLE[0]], fallback: true }];
    if (node.seats === undefined) return [{ candidateIds: from(able, place + token, 1 + (place % 3)) }];
    // a seat each, or pools that overlap, as units do whose people hold several posts
    const seats = from(able, place, 1 + (place % 4));
    return seats.map((id, at) => ({
      candidateIds: place % 5 === 0 ? [...new Set([id, able[(place + at + 3) % able.length] ?? id])] : [id],
    }));
  };
