import type { FlowModel, FlowNode, TimerText } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { readTimerText } from '../calendar/timer-text.js';
import { conditionProblem } from '../expressions/feel.js';
import { referencedNames } from '../expressions/referenced-names.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { INSTANCE_VARIABLES, declaredVariables } from './variables-of.js';

/** A timer says when: a duration, a date or a repetition, or a FEEL expression over variables that gives one. */
export const timerTime: Check = {
  id: 'timer-time',
  run: (model) =>
    nodesOf(model).flatMap((node) => {
      if (!('triggers' in node)) return [];
      return node.triggers.flatMap((trigger) => {
        const problem = trigger.kind === 'timer' ? problemOf(trigger.timer, node, model) : null;
        return problem === null
          ? []
          : [
              error(
                'timer-time',
                node.id,
                `定时事件${called(node)}${problem}。`,
                '请填时长（如 P3D 表示三天、PT12H 表示十二小时、5个工作日）、日期（如 2024-11-20）或循环（如 R3/P1D）。',
                'timer',
              ),
            ];
      });
    }),
};

function problemOf(timer: TimerText | null, node: FlowNode, model: FlowModel): string | null {
  if (timer === null) return '没有写时间';
  const read = readTimerText(timer.kind, timer.text);
  if (!read.ok) return isComputedTime(timer.text, model) ? null : `的时间不对：${read.error}`;
  const interrupting = node.kind === 'boundaryEvent' && node.interrupting;
  if (interrupting && read.value.kind === 'cycle' && read.value.times !== 1)
    return '设成了循环，到期中断的定时器只会响一次';
  return null;
}

/** A single word that no variable has as its name is a mistyped time, though FEEL would take it for a variable. */
export function isComputedTime(text: string, model: FlowModel): boolean {
  if (text.trim() === '' || conditionProblem(text) !== null) return false;
  const declared = declaredVariables(model);
  const names = referencedNames(text).variables;
  return names.some((name) => INSTANCE_VARIABLES.some((known) => known === name) || declared.has(name));
}
