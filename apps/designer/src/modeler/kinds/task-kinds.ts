import { SHARES } from '@chengban/domain';
import type { Role } from '@chengban/web';
import type { Assignment } from '../assignment.js';
import type { NodeKind } from './node-kind.js';

const at =
  (unit: string) =>
  (role: Role): Assignment => ({ kind: 'role', unit, role });
const supervisor = at('supervisor');
const responsible = at('responsible');

interface Preset {
  id: string;
  label: string;
  hint: string;
  assignments: readonly Assignment[];
  approveLabel?: string;
  /** our attributes without their prefix */
  settings?: Readonly<Record<string, string | number | boolean>>;
  more?: true;
}

const review = ({ id, label, hint, assignments, approveLabel = '同意', settings = {}, more }: Preset): NodeKind => ({
  id,
  label,
  hint,
  icon: 'bpmn-icon-user-task',
  type: 'bpmn:UserTask',
  group: 'task',
  properties: {
    name: label,
    'chengban:purpose': 'review',
    'chengban:approveLabel': approveLabel,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`chengban:${name}`, value])),
  },
  assignments,
  ...(more && { more }),
});

/** Steps that people do, each with handlers and a way of deciding already filled in. */
export const taskKinds: readonly NodeKind[] = [
  {
    id: 'unit-draft',
    label: '单位填报',
    hint: '由承办单位经办人填写并报送',
    icon: 'bpmn-icon-manual-task',
    type: 'bpmn:UserTask',
    group: 'task',
    properties: { name: '单位填报', 'chengban:purpose': 'draft', 'chengban:submitLabel': '报送' },
    assignments: [responsible('handler')],
  },
  review({
    id: 'unit-review',
    label: '单位审核',
    hint: '由承办单位审核人审核',
    assignments: [responsible('reviewer')],
  }),
  review({
    id: 'bureau-review',
    label: '司法局审核',
    hint: '由市司法局督办审核人审核',
    assignments: [supervisor('supervisionReviewer')],
    approveLabel: '通过',
  }),
  review({
    id: 'leader-review',
    label: '分管局领导审核',
    hint: '由市司法局分管领导审核',
    assignments: [supervisor('supervisionLeader')],
  }),
  review({
    id: 'leaders',
    label: '领导审批',
    hint: '先由承办单位分管领导、再由主要负责人审批',
    assignments: [responsible('deputyLeader'), responsible('head')],
    settings: { seats: 'sequence' },
  }),
  review({
    id: 'countersign',
    label: '会签',
    hint: '承办单位和市司法局各出一席，都同意才通过',
    assignments: [responsible('reviewer'), supervisor('supervisionReviewer')],
    settings: { seats: 'all', seatPer: 'unit' },
  }),
  review({
    id: 'vote',
    label: '票签',
    hint: '市司法局督办审核和督办领导每人一票，三分之二同意通过',
    assignments: [supervisor('supervisionReviewer'), supervisor('supervisionLeader')],
    settings: { seats: 'vote', passRatio: SHARES.twoThirds, decide: 'collect' },
  }),
  review({
    id: 'record',
    label: '备案',
    hint: '由市司法局督办经办核对后备案，不作审批',
    assignments: [supervisor('supervisionHandler')],
    approveLabel: '备案',
    settings: { verbs: 'approve return transfer cc circulate comment' },
  }),
  review({
    id: 'unit-head',
    label: '单位主要负责人审定',
    hint: '由承办单位主要负责人审定',
    assignments: [responsible('head')],
    more: true,
  }),
  review({
    id: 'bureau-accept',
    label: '司法局受理',
    hint: '由市司法局督办经办受理',
    assignments: [supervisor('supervisionHandler')],
    approveLabel: '受理',
    more: true,
  }),
  review({
    id: 'office-review',
    label: '市政府办公室核定',
    hint: '由市政府办公室审核人核定',
    assignments: [at('zhengfuban')('reviewer')],
    approveLabel: '核定',
    more: true,
  }),
];
