import {
  RETURN_AFTER_WORDS,
  RETURN_WHERE_WORDS,
  assignmentsWords,
  seatsWords,
  verbsWords,
  type FlowNode,
} from '@chengban/domain';
import type { Told, TitleOf } from './node-facts.js';
import { assignmentNames, type Names } from './node-words.js';

type UserTask = Extract<FlowNode, { kind: 'userTask' }>;

/** What a step that people do says besides its name. */
export const taskFacts = (node: UserTask, names: Names, titleOf: TitleOf): Told => [
  ['办理人', handlersInWords(node, names)],
  ['用途', node.purpose === 'draft' ? '填报' : '审核'],
  ['多人方式', node.seats && seatsWords(node.seats)],
  [
    '办理时限',
    node.dueWorkdays === null ? null : `${node.dueWorkdays} 个工作日${node.clockContinues ? '，退回补正期间不计' : ''}`,
  ],
  ['超时催办', node.remindWorkdays === null ? null : `超时 ${node.remindWorkdays} 个工作日`],
  ['超时上报', node.escalateWorkdays === null ? null : `超时 ${node.escalateWorkdays} 个工作日`],
  ['同意按钮', node.approveLabel && `“${node.approveLabel}”`],
  ['提交按钮', node.submitLabel && `“${node.submitLabel}”`],
  ['可用的操作', node.verbs && verbsWords(node.verbs, node.purpose)],
  ['退回到', node.returnTo && titleOf(node.returnTo)],
  ['可以退回到哪里', node.returnWhere && node.returnWhere.map((where) => RETURN_WHERE_WORDS[where]).join('、')],
  ['退回的改好后', node.returnAfter && RETURN_AFTER_WORDS[node.returnAfter]],
  ['字段权限', node.fields.length === 0 ? null : node.fields.map(fieldInWords).join('、')],
  ['抄送', node.copies.length === 0 ? null : assignmentsWords(node.copies, assignmentNames(names))],
];

const handlersInWords = ({ assignment, moreAssignments }: UserTask, names: Names): string =>
  assignment === null ? '没有设置' : assignmentsWords([assignment, ...moreAssignments], assignmentNames(names));

const ACCESS_WORDS = { write: '填', read: '读', hidden: '隐' } as const;

const fieldInWords = ({ name, column, access, required }: UserTask['fields'][number]): string => {
  const said = [access && ACCESS_WORDS[access], required === true ? '必填' : required === false ? '不必填' : undefined];
  return `${column === undefined ? name : `${name}.${column}`}（${said.filter(Boolean).join('，')}）`;
};
