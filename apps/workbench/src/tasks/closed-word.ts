import type { Task, Word } from '@chengban/web';

type Closed = Pick<Task, 'closedHow' | 'closedVerb' | 'closedBy' | 'status' | 'purpose'>;

/** How a task ended, in one word for lists; null while it is open. */
export function closedWord({ closedHow, closedVerb, status }: Closed): Word | null {
  if (status === 'open') return null;
  switch (closedHow) {
    case 'byOthers':
      return closedVerb === 'addSigner'
        ? { word: '等加签人', tone: 'violet' }
        : { word: '已由他人办理', tone: 'quiet' };
    case 'takenBack':
      return { word: '已撤回', tone: 'quiet' };
    case 'removed':
      return { word: '已减签', tone: 'quiet' };
    case 'cancelled':
      return CANCELLED[closedVerb ?? ''] ?? { word: '不用再办', tone: 'quiet' };
    default:
      return DONE[closedVerb ?? ''] ?? { word: '已办', tone: 'green' };
  }
}

const DONE: Readonly<Record<string, Word>> = {
  submit: { word: '已报送', tone: 'green' },
  approve: { word: '已同意', tone: 'green' },
  return: { word: '已退回', tone: 'amber' },
  reject: { word: '不予通过', tone: 'red' },
};

/** A task that became meaningless: by what. */
const CANCELLED: Readonly<Record<string, Word>> = {
  return: { word: '已退回', tone: 'amber' },
  reject: { word: '已不予通过', tone: 'quiet' },
  withdraw: { word: '已撤回', tone: 'quiet' },
  cancel: { word: '已撤销', tone: 'quiet' },
  terminate: { word: '已终止', tone: 'quiet' },
  confirmReroute: { word: '已调度', tone: 'quiet' },
};

/** Why there is nothing left to do on a task that its reader did not end: a sentence; null where there is nothing to explain. */
export function closedSentence(task: Closed, readerId: string): string | null {
  const word = closedWord(task);
  if (word === null || task.closedHow === 'done' || task.closedHow === null) return null;
  if (task.closedVerb === 'addSigner') return '已加签，等加签人办完，会再送到原办理人这里。';
  const by = task.closedBy && task.closedBy.id !== readerId ? `${task.closedBy.name} ` : '';
  switch (task.closedHow) {
    case 'byOthers':
      return `这件待办已由 ${by || '他人 '}办理，不用再办。`;
    case 'takenBack':
      return `${by}撤回了前面的办理，这件待办不用再办。`;
    case 'removed':
      return `${by}减签，这件待办不用再办。`;
    case 'cancelled':
      return `${by}${VERBED[task.closedVerb ?? ''] ?? '的操作使流程有了变化'}，这件待办不用再办。`;
  }
}

const VERBED: Readonly<Record<string, string>> = {
  return: '已经退回',
  reject: '已不予通过',
  withdraw: '撤回了前面的办理',
  cancel: '撤销了事项',
  terminate: '终止了事项',
  confirmReroute: '把流程调到了别的环节',
};
