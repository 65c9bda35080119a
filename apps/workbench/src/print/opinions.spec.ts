import type { HistoryEntry } from '@chengban/web';
import { opinionsByRound } from './opinions';

let seq = 0;
const line = (verb: string, given: Partial<HistoryEntry> = {}): HistoryEntry => ({
  seq: ++seq,
  at: '2024-11-01T01:00:00Z',
  actor: { id: 'p1', name: '甲' },
  for: null,
  verb,
  verbName: verb === 'return' ? '退回' : '通过',
  nodeId: 'review',
  nodeName: '审核',
  text: '',
  ...given,
});

const words = (history: HistoryEntry[]): string[][] =>
  opinionsByRound(history).map((round) => round.map((one) => `${one.nodeName} ${one.verdict} ${one.text}`));

test('opinions stand with the round on which they were given', () => {
  expect(
    words([
      line('start'),
      line('submit'),
      line('claim'),
      line('return', { text: '请补充名单' }),
      line('submit'),
      line('approve', { text: '材料齐全' }),
      line('end'),
    ]),
  ).toEqual([['审核 退回 请补充名单'], ['审核 通过 材料齐全']]);
});

test('an opinion without words says what was decided', () => {
  expect(words([line('submit'), line('approve')])).toEqual([['审核 通过 通过。']]);
});

test('a decision that was taken back is none; that of somebody else stays', () => {
  const other = { id: 'p2', name: '乙' };
  expect(
    words([
      line('submit'),
      line('approve', { actor: other, text: '乙同意' }),
      line('approve', { text: '误批' }),
      line('withdraw', { text: '点错了' }),
    ]),
  ).toEqual([['审核 通过 乙同意']]);
});

test('what happened before the first round was handed in is no opinion', () => {
  expect(words([line('start'), line('approve')])).toEqual([]);
});
