import fc from 'fast-check';
import type { SeatRule } from '../../bpmn/model.js';
import type { Seat } from '../standing/standing.js';
import { tally, votesNeeded } from './tally.js';
import { withTurns } from './turns.js';

// A second telling of what seats come to, as one would explain it to a colleague: over plain trees of people.

interface Person {
  readonly said: 'yes' | 'no' | null;
  readonly groups: readonly Group[];
}
interface Group {
  readonly side: 'before' | 'after' | 'beside';
  readonly mode: 'all' | 'any' | 'sequence';
  readonly members: readonly Person[];
}
type Says = 'yes' | 'no' | 'open';

function naiveSeat({ said, groups }: Person): Says {
  const answers: Says[] = [said ?? 'open', ...groups.map(naiveGroup)];
  if (answers.some((each) => each === 'no')) return 'no';
  return answers.some((each) => each === 'open') ? 'open' : 'yes';
}

function naiveGroup({ mode, members }: Group): Says {
  const answers = members.map(naiveSeat);
  if (mode === 'any') {
    for (const answer of answers) if (answer !== 'open') return answer;
    return 'open';
  }
  if (answers.includes('no')) return 'no';
  return answers.includes('open') ? 'open' : 'yes';
}

function naive(rule: SeatRule | undefined, people: readonly Person[]): Says {
  const answers = people.map(naiveSeat);
  const count = (what: Says): number => answers.filter((each) => each === what).length;
  if (rule === undefined || rule.mode === 'any') return answers.find((each) => each !== 'open') ?? 'open';
  if (rule.decide === 'collect' && rule.mode !== 'sequence' && count('open') > 0) return 'open';
  if (rule.mode === 'all' || rule.mode === 'sequence') {
    if (count('no') > 0) return 'no';
    return count('open') > 0 ? 'open' : 'yes';
  }
  const { passCount, passRatio, rejectCount, veto } = rule;
  const needed = Math.max(1, Math.min(people.length, passCount ?? atLeast(passRatio ?? 1, people.length)));
  if (veto && count('no') > 0) return 'no';
  if (count('yes') >= needed) return 'yes';
  if (rejectCount !== undefined && count('no') >= rejectCount) return 'no';
  // too few are left to pass
  return count('yes') + count('open') < needed ? 'no' : 'open';
}

/** The fewest of `total` whose share is the ratio, by counting up. */
function atLeast(ratio: number, total: number): number {
  for (let votes = 0; votes <= total; votes += 1) if (votes / total >= ratio - 1e-6) return votes;
  return total;
}

const personOf = (depth: number): fc.Arbitrary<Person> =>
  fc.record({
    said: fc.constantFrom<Person['said']>('yes', 'yes', 'no', null, null),
    groups: depth === 0 ? fc.constant([]) : fc.array(groupOf(depth - 1), { maxLength: 2 }),
  });
const groupOf = (depth: number): fc.Arbitrary<Group> =>
  fc.record({
    side: fc.constantFrom<Group['side']>('before', 'after', 'beside'),
    mode: fc.constantFrom<Group['mode']>('all', 'any', 'sequence'),
    members: fc.array(personOf(depth), { minLength: 1, maxLength: 3 }),
  });
const rules: fc.Arbitrary<SeatRule | undefined> = fc.option(
  fc.record(
    {
      mode: fc.constantFrom<SeatRule['mode']>('any', 'all', 'sequence', 'vote'),
      per: fc.constant('person' as const),
      decide: fc.constantFrom<SeatRule['decide']>('atOnce', 'collect'),
      passRatio: fc.constantFrom(0.1, 1 / 3, 0.5, 0.6, 2 / 3, 0.6667, 0.75, 1),
      passCount: fc.integer({ min: 1, max: 6 }),
      rejectCount: fc.integer({ min: 1, max: 6 }),
      veto: fc.constant(true as const),
    },
    { requiredKeys: ['mode', 'per', 'decide'] },
  ),
  { nil: undefined },
);
const sittings = fc.array(personOf(2), { minLength: 1, maxLength: 5 }).map((people) => people.map(inTurn));

/** Nobody has spoken before those whom he had asked before. */
function inTurn({ said, groups }: Person): Person {
  const asked = groups.map((group) => ({ ...group, members: group.members.map(inTurn) }));
  const waits = asked.some((group) => group.side === 'before' && naiveGroup(group) === 'open');
  const spoken = waits ? null : said;
  // … and nobody of those asked after him before he has
  const silent = (person: Person): Person => ({ said: null, groups: person.groups.map(mute) });
  const mute = (group: Group): Group => ({ ...group, members: group.members.map(silent) });
  return {
    said: spoken,
    groups: asked.map((group) => (group.side === 'after' && spoken === null ? mute(group) : group)),
  };
}

/** The tree as seats; those in `removed` were taken away again. */
function seatsFrom(people: readonly Person[]): readonly Seat[] {
  const seats: Seat[] = [];
  let last = 0;
  const add = ({ said, groups }: Person, asked?: Seat['asked']): void => {
    last += 1;
    const id = last;
    const verb = said === 'yes' ? 'approve' : 'return';
    const decision = said === null ? {} : { decision: { verb, by: `人${id}`, at: id } as const };
    const status = said === null ? 'waiting' : 'decided';
    seats.push({ id, status, candidateIds: [`人${id}`], ...decision, ...(asked && { asked }) });
    for (const { side, mode, members } of groups) {
      const group = last + 1;
      for (const member of members) add(member, { by: id, group, side, mode, byId: `人${id}` });
    }
  };
  for (const person of people) add(person);
  return seats;
}

const WORDS = { for: 'yes', against: 'no', pending: 'open' } as const;

test('what seats come to is what a naive telling of it says: 或签, 会签, 依次, 票签, with whoever was added, in whatever depth', () => {
  fc.assert(
    fc.property(rules, sittings, (rule, people) => {
      expect(WORDS[tally(rule, seatsFrom(people))]).toBe(naive(rule, people));
    }),
    { numRuns: 2_000 },
  );
});

test('as long as nothing is decided somebody has a turn, and only of those who have not decided', () => {
  fc.assert(
    fc.property(rules, sittings, (rule, people) => {
      const seats = withTurns(rule, seatsFrom(people));
      const open = seats.filter(({ status }) => status === 'open');
      expect(open.filter(({ decision }) => decision !== undefined)).toEqual([]);
      if (tally(rule, seats) === 'pending') expect(open.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test('a turn is never before those asked before, and never after a 依次 that has not come so far', () => {
  fc.assert(
    fc.property(rules, sittings, (rule, people) => {
      const seats = withTurns(rule, seatsFrom(people));
      const isDone = (id: number): boolean => seats.some((seat) => seat.id === id && seat.decision !== undefined);
      for (const { id, status, asked } of seats) {
        if (status !== 'open') continue;
        if (asked?.side === 'after') expect(isDone(asked.by)).toBe(true);
        if (asked?.side === 'before') expect(isDone(asked.by)).toBe(false);
        const own = seats.filter((seat) => seat.asked === undefined).map((seat) => seat.id);
        if (rule?.mode === 'sequence' && asked === undefined) {
          const earlier = seats.filter((seat) => seat.asked === undefined && seat.id < id);
          for (const seat of earlier) expect(['decided', 'closed']).toContain(seat.status);
          expect(own).toContain(id);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [{ passRatio: 2 / 3 }, 3, 2, 2],
  [{ passRatio: 0.6667 }, 3, 3, 1],
  [{ passRatio: 0.5 }, 4, 2, 3],
  [{ passRatio: 0.51 }, 4, 3, 2],
  [{ passCount: 9 }, 4, 4, 1],
  [{ rejectCount: 1 }, 4, 4, 1],
  [{ passCount: 1, rejectCount: 2 }, 4, 1, 2],
  [{}, 5, 5, 1],
] as const)('%j of %s seats pass with %s, fail with %s', (rule, total, pass, fail) => {
  expect(votesNeeded({ mode: 'vote', per: 'person', decide: 'atOnce', ...rule }, total)).toEqual({ pass, fail });
});
