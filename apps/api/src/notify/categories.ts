/** What a message is about, as people choose by it: several topics of the outbox may be one category. */
export interface CategoryWords {
  readonly name: string;
  /** for the person who chooses */
  readonly help: string;
  /** told at once and one by one unless the person says otherwise */
  readonly urgent: boolean;
  /** what so many of them are called in one line: «75 件新待办» */
  readonly many: string;
}

export const CATEGORIES = {
  task: { name: '新待办', help: '有事项轮到您办理', urgent: false, many: '件新待办' },
  returned: { name: '退回', help: '您报送的事项被退回，要修改后重新报送', urgent: true, many: '件被退回' },
  urged: { name: '催办', help: '有人催办，或办理期限将到、已到', urgent: true, many: '次催办' },
  ended: { name: '办结', help: '您报送的事项办结了，或被撤销、终止', urgent: false, many: '件办结' },
  copied: { name: '抄送和传阅', help: '有事项抄送给您，或请您传阅', urgent: false, many: '件抄送和传阅' },
  comment: { name: '沟通', help: '有人在事项里留言', urgent: false, many: '条留言' },
  trouble: {
    name: '流程异常',
    help: '流程停住了、没有人可以办理，或调度要您确认（流程管理员）',
    urgent: false,
    many: '件流程异常',
  },
  other: { name: '其他消息', help: '流程里设置的通知和其他消息', urgent: false, many: '条其他消息' },
} as const satisfies Readonly<Record<string, CategoryWords>>;

export type Category = keyof typeof CATEGORIES;

export const CATEGORY_NAMES = Object.keys(CATEGORIES) as Category[];

const TOPICS: Readonly<Record<string, Category>> = {
  'task.opened': 'task',
  'task.transferred': 'task',
  'task.delegated': 'task',
  'task.replied': 'task',
  'task.handedOver': 'task',
  'task.returned': 'returned',
  'task.urged': 'urged',
  'task.overdue': 'urged',
  'task.escalated': 'urged',
  'task.unassigned': 'trouble',
  'instance.incident': 'trouble',
  'instance.reroute': 'trouble',
  'instance.ended': 'ended',
  'instance.stopped': 'ended',
  'copy.made': 'copied',
  'copy.reminder': 'copied',
  'copy.remarked': 'copied',
  'comment.mentioned': 'comment',
  'comment.replied': 'comment',
  'comment.added': 'comment',
};

/** A topic that is not known here is told too, as «other»; what a deputy is told is what the one who is away is told. */
export const categoryOf = (topic: string): Category => TOPICS[topic.replace(/^deputy\./, '')] ?? 'other';

/** «有 75 件新待办» */
export const manyOf = (category: Category, count: number): string => `有 ${count} ${CATEGORIES[category].many}`;
