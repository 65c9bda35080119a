import type { Seat } from '@chengban/web';
import { askedWords, isPlain, missingWords, seatState, seatTree, whoSits } from './seat-words';

const person = (name: string) => ({ id: name, name });
const seat = (id: number, given: Partial<Seat> = {}): Seat => ({
  seat: id,
  status: 'open',
  who: [person(`人${id}`)],
  claimed: false,
  fallback: false,
  decision: null,
  asked: null,
  delegations: [],
  urged: 0,
  ...given,
});
const decided = (verb: 'approve' | 'return' | 'reject'): Partial<Seat> => ({
  status: 'decided',
  decision: { verb, by: person('甲'), for: null, at: '', text: '', repeats: null },
});
const by = (seatNo: number) => ({ by: seatNo, side: 'before' as const, mode: 'all' as const, byPerson: person('甲') });

test('every state of a seat has a word of its own', () => {
  const words = [
    seat(1),
    seat(1, { claimed: true }),
    seat(1, { status: 'waiting' }),
    seat(1, { status: 'closed' }),
    seat(1, { status: 'removed' }),
    seat(1, decided('approve')),
    seat(1, decided('return')),
    seat(1, decided('reject')),
  ].map((one) => seatState(one).word);
  expect(words).toEqual(['等待办理', '正在办理', '还没轮到', '已由他人办理', '已减签', '已同意', '退回', '不予通过']);
});

test('a seat that was delegated waits for the one who is to answer', () => {
  const delegation = { by: person('甲'), to: person('乙'), reason: '', opinion: '', back: false };
  expect(seatState(seat(1, { delegations: [delegation] })).word).toBe('等被委派的人回复');
  expect(seatState(seat(1, { delegations: [{ ...delegation, back: true }] })).word).toBe('等待办理');
});

test('who is missing counts seats, and one of several who will do is said to be one', () => {
  const pool = { who: ['甲', '乙'].map(person) };
  expect(missingWords({ seats: [seat(1, decided('approve')), seat(2), seat(3, pool)] })).toBe(
    '还差 2 席：人2、甲、乙中一人',
  );
  expect(missingWords({ seats: [seat(1, decided('approve')), seat(2, { status: 'closed' })] })).toBe('');
  expect(whoSits(seat(1, { who: ['甲', '乙', '丙', '丁'].map(person) }))).toBe('甲、乙等 4 人中一人');
  expect(whoSits(seat(1, { fallback: true }))).toBe('流程管理员');
});

test('added signers stand below the seat that asked for them, also those who were asked by one of them', () => {
  const tree = seatTree([seat(1), seat(2), seat(3, { asked: by(1) }), seat(4, { asked: by(3) })]);
  expect(tree.map((node) => node.seat.seat)).toEqual([1, 2]);
  expect(tree[0]?.asked.map((node) => node.seat.seat)).toEqual([3]);
  expect(tree[0]?.asked[0]?.asked.map((node) => node.seat.seat)).toEqual([4]);
});

test('a seat that was asked for by one that is not there is not lost', () => {
  expect(seatTree([seat(3, { asked: by(9) })])).toHaveLength(1);
});

test('how added signers decide is said only where there are several', () => {
  expect(askedWords(by(1), true)).toBe('前加签（会签）');
  expect(askedWords(by(1), false)).toBe('前加签');
});

test('one person at one seat needs no list of seats, until something happened to it', () => {
  expect(isPlain({ seats: [seat(1)] })).toBe(true);
  expect(isPlain({ seats: [seat(1, { urged: 1 })] })).toBe(false);
  expect(isPlain({ seats: [seat(1), seat(2)] })).toBe(false);
});
