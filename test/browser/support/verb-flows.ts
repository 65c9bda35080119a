import { drawing, role, type DrawnStep } from './drawings';

const DRAFT: DrawnStep = {
  id: 'draft',
  name: '填报',
  kind: 'userTask',
  with: 'chengban:purpose="draft" chengban:submitLabel="报送"',
  inside: role('responsible', 'handler'),
};
const START: DrawnStep = { id: 'start', name: '开始', kind: 'startEvent' };
const END: DrawnStep = { id: 'end', name: '办结', kind: 'endEvent', with: 'chengban:outcome="accepted"' };

/** Big matters go by the leader first; what is big, the form says. */
export const BIG_OR_NOT = drawing(
  'verbs',
  '重大事项办理',
  [
    START,
    DRAFT,
    { id: 'big', name: '是否重大', kind: 'exclusiveGateway', with: 'default="big-to-check"' },
    { id: 'lead', name: '局领导审定', kind: 'userTask', inside: role('supervisor', 'supervisionLeader') },
    {
      id: 'check',
      name: '司法局经办',
      kind: 'userTask',
      with: 'chengban:approveLabel="受理"',
      inside: role('supervisor', 'supervisionHandler'),
    },
    {
      id: 'review',
      name: '司法局审核',
      kind: 'userTask',
      with: 'chengban:approveLabel="通过"',
      inside: role('supervisor', 'supervisionReviewer'),
    },
    END,
  ],
  [
    { from: 'start', to: 'draft' },
    { from: 'draft', to: 'big' },
    { from: 'big', to: 'lead', when: 'contains(form.content, "重大")' },
    { from: 'big', to: 'check' },
    { from: 'lead', to: 'check' },
    { from: 'check', to: 'review' },
    { from: 'review', to: 'end' },
  ],
);

/** The drafter chooses who of 市政府办公室 signs; then three vote, and two are enough. */
export const CHOSEN_AND_VOTED = drawing(
  'votes',
  '联合评议',
  [
    START,
    DRAFT,
    {
      id: 'sign',
      name: '政府办会签',
      kind: 'userTask',
      inside: '<chengban:assignment kind="chosen" unit="zhengfuban" role="reviewer" max="1" />',
    },
    {
      id: 'vote',
      name: '评议',
      kind: 'userTask',
      with: 'chengban:seats="vote" chengban:passCount="2" chengban:verbs="approve return reject delegate"',
      inside: ['supervisionHandler', 'supervisionReviewer', 'supervisionLeader']
        .map((name) => role('supervisor', name))
        .join(''),
    },
    END,
  ],
  [
    { from: 'start', to: 'draft' },
    { from: 'draft', to: 'sign' },
    { from: 'sign', to: 'vote' },
    { from: 'vote', to: 'end' },
  ],
);
