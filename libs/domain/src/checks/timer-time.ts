import { nodesOf } from '../bpmn/walk.js';
import { addDuration, instantOf } from '../expressions/iso-time.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A boundary timer says when: an ISO 8601 duration or date. Repeating timers would have to be non-interrupting. */
export const timerTime: Check = {
  id: 'timer-time',
  run: (model) =>
    nodesOf(model).flatMap((node) => {
      if (node.kind !== 'timerBoundary') return [];
      const problem = problemOf(node.timer);
      return problem === null
        ? []
        : [
            error(
              'timer-time',
              node.id,
              `边界定时器${called(node)}${problem}。`,
              '请填时长（如 P3D 表示三天、PT12H 表示十二小时）或日期（如 2024-11-20）。',
              'timer',
            ),
          ];
    }),
};

function problemOf(
  timer: { readonly kind: 'duration' | 'date' | 'cycle'; readonly text: string } | null,
): string | null {
  if (timer === null) return '没有写时间';
  if (timer.kind === 'cycle') return '设成了循环，到期中断的定时器只会响一次';
  if (timer.kind === 'date') return instantOf(timer.text) === null ? `的日期“${timer.text.slice(0, 40)}”写错了` : null;
  return addDuration(timer.text, 0) === null ? `的时长“${timer.text.slice(0, 40)}”写错了` : null;
}
