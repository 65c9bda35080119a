// What somebody may try at a random moment in a random office.
import type { ActingPerson, JsonObject, Offer, SignerMode, SignerSide, TaskAct, Verb } from '@chengban/domain';
import type { Matter } from './matter.js';
import { PEOPLE } from './office-people.js';

/** A stream of numbers: the same numbers, the same choices. */
export type Dice = (below: number) => number;

export const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T;

export interface Trying {
  readonly actor: ActingPerson;
  readonly seat: number;
}

/** Mostly somebody whose task it is; now and then a deputy, or anybody. */
export function somebody(dice: Dice, matter: Matter): Trying | null {
  const seats = matter.standing.sittings.flatMap(({ seats: all }) => all.filter(({ status }) => status === 'open'));
  const every = matter.standing.sittings.flatMap(({ seats: all }) => all);
  if (seats.length === 0) return null;
  const seat = dice(12) === 0 ? pick(dice, every) : pick(dice, seats);
  const theirs = seat.holderId ?? pick(dice, seat.candidateIds.length > 0 ? seat.candidateIds : PEOPLE);
  const kind = dice(10);
  if (kind === 0) return { actor: { personId: pick(dice, PEOPLE) }, seat: seat.id };
  if (kind === 1) return { actor: { personId: pick(dice, PEOPLE), deputyFor: [theirs] }, seat: seat.id };
  return { actor: { personId: theirs }, seat: seat.id };
}

/** What is seldom offered is done the more often then. */
const WEIGHTS: Partial<Record<Verb, number>> = {
  submit: 12,
  approve: 10,
  return: 6,
  reply: 5,
  addSigner: 4,
  release: 6,
  removeSigner: 60,
};

export function chooseOffer(dice: Dice, offers: readonly Offer[]): Offer | null {
  const allowed = offers.filter((offer) => offer.allowed && (offer.verb !== 'reject' || dice(2) === 0));
  const weighted = allowed.flatMap((offer) => Array.from({ length: WEIGHTS[offer.verb] ?? 1 }, () => offer));
  return weighted.length === 0 ? null : pick(dice, weighted);
}

const SIDES: readonly SignerSide[] = ['before', 'after', 'beside'];
const MODES: readonly SignerMode[] = ['all', 'any', 'sequence'];

export function actFor(
  dice: Dice,
  matter: Matter,
  { actor, seat }: Trying,
  offer: Offer,
  variables: JsonObject,
): TaskAct {
  switch (offer.verb) {
    case 'submit':
      return { verb: 'submit', variables };
    case 'approve':
      return { verb: 'approve', variables };
    case 'return': {
      // what a reviewer fills in may lead a drawn return elsewhere than was offered
      const filled: JsonObject = dice(3) === 0 ? { form: { a: dice(5) } } : {};
      if (dice(3) === 0 || offer.targets === undefined) return { verb: 'return', reason: '请补正', variables: filled };
      const { where, nodeId, after } = pick(dice, offer.targets);
      const then = after === 'drawn' ? {} : { after: pick(dice, after) };
      return { verb: 'return', reason: '请补正', where, nodeId, ...then, variables: filled };
    }
    case 'reject':
      return { verb: 'reject', reason: '不符合要求' };
    case 'transfer':
      return { verb: 'transfer', toId: pick(dice, PEOPLE), reason: '出差' };
    case 'delegate':
      return { verb: 'delegate', toId: pick(dice, PEOPLE), reason: '请提意见' };
    case 'reply':
      return { verb: 'reply', opinion: '可以' };
    case 'addSigner': {
      const personIds = Array.from({ length: 1 + dice(2) }, () => pick(dice, PEOPLE));
      return { verb: 'addSigner', side: pick(dice, SIDES), mode: pick(dice, MODES), personIds };
    }
    case 'removeSigner': {
      const seats = matter.standing.sittings.find(({ seats: all }) => all.some(({ id }) => id === seat))?.seats ?? [];
      const added = seats.filter(({ asked }) => asked?.byId === actor.personId);
      return { verb: 'removeSigner', seat: pick(dice, added.length > 0 ? added : seats)?.id ?? 0, reason: '不用了' };
    }
    default:
      return { verb: offer.verb as 'claim' | 'release' | 'save' };
  }
}

/** Each verb with words that nobody could object to. */
export const PLAIN: Readonly<Record<string, TaskAct>> = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  save: { verb: 'save' },
  submit: { verb: 'submit', variables: {} },
  approve: { verb: 'approve' },
  return: { verb: 'return', reason: '请补正' },
  reject: { verb: 'reject', reason: '不符合要求' },
  transfer: { verb: 'transfer', toId: '外人', reason: '出差' },
  delegate: { verb: 'delegate', toId: '外人', reason: '请提意见' },
  reply: { verb: 'reply', opinion: '可以' },
  addSigner: { verb: 'addSigner', side: 'before', mode: 'all', personIds: ['外人'] },
  removeSigner: { verb: 'removeSigner', seat: 0, reason: '不用了' },
};

/** Everybody whose turn it is says yes, until the sitting of this token is over; false where nobody can. */
export function agree(matter: Matter, token: number, variables: JsonObject = {}): boolean {
  const here = (): string =>
    JSON.stringify(
      matter.standing.sittings
        .find((each) => each.token === token)
        ?.seats.map(({ id }) => id)
        .slice(0, 1),
    );
  const before = here();
  for (let times = 0; times < 60 && here() === before; times += 1) {
    const sitting = matter.standing.sittings.find((each) => each.token === token);
    if (sitting === undefined) return true;
    const drafts = matter.workflow.compiled.nodes[sitting.nodeId]?.purpose === 'draft';
    const acts: readonly TaskAct[] = drafts
      ? [{ verb: 'submit', variables }]
      : [
          { verb: 'reply', opinion: '可以' },
          { verb: 'approve', variables },
        ];
    const way = sitting.seats
      .filter(({ status }) => status === 'open')
      .flatMap((seat) =>
        [...new Set([...(seat.holderId === undefined ? [] : [seat.holderId]), ...seat.candidateIds])].flatMap(
          (person) => acts.map((act) => ({ seat: seat.id, person, act })),
        ),
      )
      .find(({ seat, person, act }) => matter.refused(person, seat, act) === null);
    if (way === undefined) return false;
    matter.do(way.person, way.seat, way.act);
  }
  return here() !== before;
}
