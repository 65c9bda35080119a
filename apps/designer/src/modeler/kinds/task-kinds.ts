import type { Assignment } from '../assignment.js';
import type { NodeKind } from './node-kind.js';

const supervisor = (role: 'supervisionHandler' | 'supervisionReviewer' | 'supervisionLeader'): Assignment => ({
  kind: 'role',
  unit: 'supervisor',
  role,
});
const responsible = (role: 'handler' | 'reviewer' | 'deputyLeader' | 'head'): Assignment => ({
  kind: 'role',
  unit: 'responsible',
  role,
});
const review = (id: string, label: string, hint: string, assignment: Assignment, approveLabel: string): NodeKind => ({
  id,
  label,
  hint,
  icon: 'bpmn-icon-user-task',
  type: 'bpmn:UserTask',
  group: 'task',
  properties: { name: label, 'chengban:purpose': 'review', 'chengban:approveLabel': approveLabel },
  assignment,
});

/** Steps that people do, each with a handler already filled in. */
export const taskKinds: readonly NodeKind[] = [
  {
    id: 'unit-draft',
    label: '单位填报',
    hint: '由承办单位经办人填写并报送',
    icon: 'bpmn-icon-manual-task',
    type: 'bpmn:UserTask',
    group: 'task',
    properties: { name: '单位填报', 'chengban:purpose': 'draft', 'chengban:submitLabel': '报送' },
    assignment: responsible('handler'),
  },
  review('unit-review', '单位审核', '由承办单位审核人审核', responsible('reviewer'), '同意'),
  review('unit-head', '单位主要负责人审定', '由承办单位主要负责人审定', responsible('head'), '同意'),
  review('bureau-accept', '司法局受理', '由市司法局督办经办受理', supervisor('supervisionHandler'), '受理'),
  review('bureau-review', '司法局审核', '由市司法局督办审核人审核', supervisor('supervisionReviewer'), '通过'),
  review('leader-review', '分管局领导审核', '由市司法局分管领导审核', supervisor('supervisionLeader'), '同意'),
  review(
    'office-review',
    '市政府办公室核定',
    '由市政府办公室审核人核定',
    { kind: 'role', unit: 'zhengfuban', role: 'reviewer' },
    '核定',
  ),
];
