import type { Task } from '@chengban/web';
import { closedSentence, closedWord } from './closed-word';

type Closed = Parameters<typeof closedWord>[0];
const closed = (closedHow: Task['closedHow'], closedVerb: string | null, by = '王五'): Closed => ({
  status: closedHow === 'done' ? 'completed' : 'cancelled',
  purpose: 'review',
  closedHow,
  closedVerb,
  closedBy: { id: by, name: by },
});

test('a task that was done says what was decided, another what became of it', () => {
  const words = [
    closed('done', 'approve'),
    closed('done', 'return'),
    closed('done', 'submit'),
    closed('byOthers', 'approve'),
    closed('byOthers', 'addSigner'),
    closed('takenBack', 'withdraw'),
    closed('removed', 'removeSigner'),
    closed('cancelled', 'return'),
    closed('cancelled', 'terminate'),
    closed('cancelled', 'timer'),
  ].map((task) => closedWord(task)?.word);
  expect(words).toEqual([
    '已同意',
    '已退回',
    '已报送',
    '已由他人办理',
    '等加签人',
    '已撤回',
    '已减签',
    '已退回',
    '已终止',
    '不用再办',
  ]);
});

test('an open task has not ended', () => {
  expect(closedWord({ ...closed(null, null), status: 'open' })).toBeNull();
});

test('whoever finds a task ended by somebody else is told by whom', () => {
  expect(closedSentence(closed('byOthers', 'approve'), '我')).toBe('这件待办已由 王五 办理，不用再办。');
  expect(closedSentence(closed('cancelled', 'return'), '我')).toBe('王五 已经退回，这件待办不用再办。');
  expect(closedSentence(closed('takenBack', 'withdraw'), '我')).toBe('王五 撤回了前面的办理，这件待办不用再办。');
  expect(closedSentence(closed('done', 'approve'), '我')).toBeNull();
});

test('whoever asked for signers before is told that it comes back', () => {
  expect(closedSentence(closed('byOthers', 'addSigner', '我'), '我')).toBe(
    '已加签，等加签人办完，会再送到原办理人这里。',
  );
});
