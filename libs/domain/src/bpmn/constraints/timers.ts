import type { BpmnElement } from './bpmn-tree.js';
import { ITEM_AWARE } from './kinds.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

const timesOf = (timer: BpmnElement): readonly BpmnElement[] =>
  timer.children.filter(({ name }) => name === 'timeDate' || name === 'timeDuration' || name === 'timeCycle');

/** A duration or a repetition of ISO 8601 may be a single word too. */
const ISO = /^(?:R\d*\/?)?P[\dTYMWDHS.,]+$|^R\d*$/;
const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const names = new WeakMap<StandardFile, ReadonlySet<string>>();

/** Names and ids of what holds data in the file. */
function dataNames(file: StandardFile): ReadonlySet<string> {
  const known =
    names.get(file) ??
    new Set(
      ITEM_AWARE.flatMap((kind) => file.named(kind)).flatMap(({ id, attributes }) => [id, attributes['name'] ?? id]),
    );
  names.set(file, known);
  return known;
}

export const timerRules: readonly Rule[] = [
  {
    id: 'std-timer-one-time',
    clause: '10.5.5',
    severity: 'error',
    on: ['timerEventDefinition'],
    broken: (timer) => timesOf(timer).length > 1,
    message: '定时事件{it}写了不止一种时间。',
    cure: '请在日期、时长、周期里只留一种。',
  },
  {
    id: 'std-timer-format',
    clause: '10.5.5',
    severity: 'warning',
    on: ['timerEventDefinition'],
    // an expression may give the time, but one word that names no data of the file is more likely a mistyped time
    broken: (timer, file) =>
      timesOf(timer).some(({ text }) => WORD.test(text) && !ISO.test(text) && !dataNames(file).has(text)),
    message: '定时事件{it}的时间不是 ISO 8601 的写法，也不是文件里的数据。',
    cure: '请写成时长（P3D）、日期（2026-01-20T09:00:00）或周期（R3/P1D）。',
  },
];
