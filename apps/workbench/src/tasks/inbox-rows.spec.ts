import type { Obligation, Task } from '@chengban/web';
import { inboxPart, inboxRows } from './inbox-rows';

const task = (id: string, dueOn: string): Task =>
  ({
    id,
    number: id,
    dueOn,
    measureText: '培训',
    requirement: '',
    unit: { id: 'u', name: '市公安局' },
    name: '草稿',
    holder: null,
  }) as unknown as Task;
const waiting = (id: string, dueOn: string): Obligation =>
  ({
    id,
    number: id,
    dueOn,
    measureText: '清单',
    requirement: '备案',
    unit: { id: 'u', name: '市公安局' },
    statusName: '未开始',
  }) as unknown as Obligation;
const rows = inboxRows([task('t2', '2025-03-31'), task('t1', '2024-12-31')], [waiting('o1', '2024-02-29')], 'me');

test('what waits for me comes before what waits to be begun, each with the earliest due first', () => {
  expect(rows.map((row) => row.id)).toEqual(['t1', 't2', 'o1']);
});

test('a task leads to its page, a waiting obligation to its own', () => {
  expect(rows.map((row) => row.to)).toEqual(['/tasks/t1', '/tasks/t2', '/obligations/o1']);
});

test('a task that is done for somebody away says for whom, and is found by that name', () => {
  const mine = { ...task('t3', '2024-12-31'), actingFor: { id: 'p', name: '陈警官' } };
  const all = inboxRows([mine, task('t1', '2024-12-31')], [], 'me');
  expect(all.map((row) => row.forName)).toEqual([null, '陈警官']);
  expect(inboxPart(all, 'all', '陈警官').map((row) => row.id)).toEqual(['t3']);
});

test('the inbox shows one part, or the rows in which the words occur', () => {
  expect(inboxPart(rows, 'starts', '').map((row) => row.id)).toEqual(['o1']);
  expect(inboxPart(rows, 'all', ' 备案 ').map((row) => row.id)).toEqual(['o1']);
  expect(inboxPart(rows, 'tasks', '没有').length).toBe(0);
});

test('a review that nobody else has claimed may be done together with others, a draft never', () => {
  const review = { ...task('r1', '2024-12-31'), purpose: 'review' } as Task;
  const claimed = (id: string): Task => ({ ...review, id, holder: { id, name: id } }) as Task;
  const all = inboxRows([task('d1', '2024-12-31'), review, claimed('me'), claimed('other')], [], 'me');
  expect(all.filter((row) => row.together).map((row) => row.id)).toEqual(['r1', 'me']);
});
