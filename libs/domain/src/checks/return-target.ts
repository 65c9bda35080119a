import type { FlowModel, UserTask } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { tasksBefore } from './tasks-before.js';

type Problem = readonly [message: string, cure: string, property: 'returnTo' | 'returnWhere'];

/** Where a return goes must be a task of this flow that was passed before, or one where corrections are made. */
export const returnTarget: Check = {
  id: 'return-target',
  run: (model) => {
    const drawn = userTasksOf(model).filter((task) => task.returnTo !== null || task.returnWhere !== null);
    if (drawn.length === 0) return [];
    const before = tasksBefore(model);
    return drawn.flatMap((task) => {
      const passed = before.passed(task.id);
      return [namedProblem(model, task, passed), whereProblem(task, passed)].flatMap((problem) =>
        problem === null
          ? []
          : [error('return-target', task.id, `${called(task)}${problem[0]}。`, problem[1], problem[2])],
      );
    });
  },
};

function namedProblem(model: FlowModel, task: UserTask, passed: readonly UserTask[] | null): Problem | null {
  if (task.returnTo === null) return null;
  const target = nodesOf(model).find(({ id }) => id === task.returnTo);
  if (target === undefined)
    return [
      `退回到“${task.returnTo}”，流程里没有这个节点`,
      '请重新选择退回到哪个环节，或留空（退给最近的填报人）。',
      'returnTo',
    ];
  if (target.kind !== 'userTask')
    return [`退回到${called(target)}，那里没有人办理`, '请选择由人办理的环节。', 'returnTo'];
  // a task drawn for corrections only is first entered by a return
  const corrects = target.purpose === 'draft';
  if (!corrects && passed !== null && !passed.some(({ id }) => id === target.id))
    return [
      `退回到${called(target)}，但走到这里之前不会经过那里`,
      '请选择它前面的环节，或一个补正用的填报环节。',
      'returnTo',
    ];
  return null;
}

function whereProblem(
  { returnWhere, returnTo, purpose }: UserTask,
  passed: readonly UserTask[] | null,
): Problem | null {
  if (returnWhere === null) return null;
  if (purpose === 'draft')
    return ['是填报环节，不会退回，不用写退回到哪里', '请去掉这项设置，或把用途改为“审核”。', 'returnWhere'];
  if (returnWhere.includes('named') && returnTo === null)
    return ['可以退回到指定的环节，但没有写是哪一个', '请选择退回到哪个环节，或不勾“指定的环节”。', 'returnTo'];
  if (returnTo !== null && !returnWhere.includes('named'))
    return [
      '写了退回到哪个环节，但“退回到哪里”没有勾“指定的环节”',
      '请勾上“指定的环节”，或不写退回到哪个环节。',
      'returnWhere',
    ];
  if (passed === null || returnWhere.some((where) => isPossible(where, passed))) return null;
  return [
    '设了退回到哪里，但前面没有可以退回的环节',
    '请在它前面加一个填报环节，或在“操作按钮”里去掉“退回”。',
    'returnWhere',
  ];
}

const isPossible = (where: string, passed: readonly UserTask[]): boolean =>
  where === 'named' || (where === 'drafter' ? passed.some(({ purpose }) => purpose === 'draft') : passed.length > 0);
