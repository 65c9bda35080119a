import { composeMail, type MailLine } from './compose-mail.js';

const line = (given: Partial<MailLine> = {}): MailLine => ({
  category: 'task',
  title: '待办：审核',
  text: '台执督-01-001 市公安局：完成全年培训',
  taskId: 't1',
  obligationId: 'o1',
  instanceId: 'i1',
  ...given,
});

test('one message is told by its own title, with its text and the way to it', () => {
  const { subject, text } = composeMail([line()], '陈警官', 'https://oa.gov.cn/taishan');
  expect(subject).toBe('待办：审核');
  expect(text).toContain('陈警官，您好');
  expect(text).toContain('台执督-01-001 市公安局：完成全年培训');
  expect(text).toContain('https://oa.gov.cn/taishan/tasks/t1');
});

test('many are told as their numbers, the urgent ones first', () => {
  const lines = [...Array.from({ length: 75 }, () => line()), line({ category: 'returned', title: '被退回' })];
  const { subject, text } = composeMail(lines, '陈警官', null);
  expect(subject).toBe('承办：有 75 件新待办、1 件被退回');
  expect(text.indexOf('· 被退回')).toBeLessThan(text.indexOf('· 待办：审核'));
  expect(text).toContain('另有 26 件没有列出');
  expect(text).not.toContain('http');
});

test('what has no task leads to its obligation, and without either nowhere', () => {
  const address = 'https://oa.gov.cn/taishan';
  expect(composeMail([line({ taskId: null })], '某人', address).text).toContain(`${address}/obligations/o1`);
  expect(composeMail([line({ taskId: null, obligationId: null })], '某人', address).text).not.toContain(
    '/obligations/',
  );
});

test('a title cannot begin another header', () => {
  const { subject } = composeMail([line({ title: '好消息\r\nBcc: spy@example.com' })], '某人', null);
  expect(subject).toBe('好消息 Bcc: spy@example.com');
});
