import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ARTIFACTS } from './kinds.js';
import type { Rule } from './rule.js';

const NOT_IN_GLOBAL_CONVERSATION = [
  'conversation',
  'subConversation',
  'callConversation',
  'participantAssociation',
  'messageFlowAssociation',
  'conversationAssociation',
  ...ARTIFACTS,
];

const whole = (element: BpmnElement, name: string, otherwise: number): number => {
  const value = attribute(element, name);
  return value === null ? otherwise : Number(value);
};

export const collaborationRules: readonly Rule[] = [
  {
    id: 'std-choreography-reference',
    clause: '9.2 / 11',
    severity: 'error',
    on: ['choreography', 'globalChoreographyTask', 'globalConversation'],
    broken: (element) => childrenNamed(element, 'choreographyRef').length > 0,
    message: '编排或全局会话{it}引用了编排，只有协作能引用。',
    cure: '请删除这个引用（choreographyRef）。',
  },
  {
    id: 'std-participant-minimum',
    clause: '9.3.1',
    severity: 'error',
    on: ['participantMultiplicity'],
    broken: (multiplicity) => !(whole(multiplicity, 'minimum', 0) >= 0),
    message: '池{it}的最少个数是负数。',
    cure: '请把 minimum 改成 0 或更大的整数。',
  },
  {
    id: 'std-participant-maximum',
    clause: '9.3.1',
    severity: 'error',
    on: ['participantMultiplicity'],
    broken: (multiplicity) => {
      const [least, most] = [whole(multiplicity, 'minimum', 0), whole(multiplicity, 'maximum', 1)];
      return !(most >= 1 && most >= least);
    },
    message: '池{it}的最多个数小于 1，或小于最少个数。',
    cure: '请把 maximum 改成不小于 1，也不小于 minimum 的整数。',
  },
  {
    id: 'std-global-conversation-content',
    clause: '9.6.3',
    severity: 'error',
    on: ['globalConversation'],
    broken: (conversation) => conversation.children.some((each) => NOT_IN_GLOBAL_CONVERSATION.includes(each.name)),
    message: '全局会话{it}里有会话、关联或注释，它只能有参与者、消息流和相关键。',
    cure: '请删除这些内容，或改成协作。',
  },
  {
    id: 'std-closed-like-choreography',
    clause: '9.2',
    severity: 'error',
    on: ['collaboration'],
    broken: (collaboration, file) =>
      childrenNamed(collaboration, 'choreographyRef').some((reference) => {
        const choreography = file.target(reference.text);
        return choreography !== null && isTrue(choreography, 'isClosed') !== isTrue(collaboration, 'isClosed');
      }),
    message: '协作{it}和它引用的编排，一个封闭（isClosed），一个不封闭。',
    cure: '请把两处的 isClosed 改成一样。',
  },
];
