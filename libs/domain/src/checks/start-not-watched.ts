import type { FlowModel, Scope, StartEvent, TimerText } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { readTimerText } from '../calendar/timer-text.js';
import { calculate } from '../expressions/feel.js';
import type { Finding } from '../shared/finding.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { isComputedTime } from './timer-time.js';

/** Messages and signals begin every process of a drawing, times its first one; nothing else that is drawn at a start does. */
export const startNotWatched: Check = {
  id: 'start-not-watched',
  run: (model) => [
    ...startsOf(model.root).flatMap((start) => told(start, whyOwn(start, model), BY_HAND)),
    ...poolsOf(model).flatMap((pool) => startsOf(pool).flatMap((start) => told(start, whyBeside(start), BESIDE))),
  ],
};

const BY_HAND = '请由承办单位点“开始填报”来开始，或者改用消息、信号、写明时间的定时开始事件。';
const BESIDE = '请改用消息或信号开始事件；要定时开始的，请单独画成一个流程发布。';

const told = (start: StartEvent, why: string | null, cure: string): readonly Finding[] =>
  why === null ? [] : [warning('start-not-watched', start.id, `${called(start)}${why}。`, cure)];

function whyOwn({ triggers, parallelMultiple }: StartEvent, model: FlowModel): string | null {
  if (parallelMultiple) return ALL_NEEDED;
  for (const trigger of triggers) {
    if (trigger.kind === 'conditional') return CONDITION;
    if (trigger.kind !== 'timer' || trigger.timer === null || !isUnknown(trigger.timer, model)) continue;
    return `的时间不会让流程自动开始：“${trigger.timer.text.trim()}”要等流程开始以后才算得出来`;
  }
  return null;
}

function whyBeside({ triggers, parallelMultiple }: StartEvent): string | null {
  if (parallelMultiple) return ALL_NEEDED;
  if (triggers.some(({ kind }) => kind === 'conditional')) return CONDITION;
  return triggers.some(({ kind }) => kind === 'timer')
    ? '的时间不会让流程自动开始：一张图里只有第一个流程看时间'
    : null;
}

const ALL_NEEDED = '不会自动开始：要几件事都发生，而流程开始以前没有地方记下先发生的';
const CONDITION = '的条件不会让流程自动开始：流程开始以前没有数据，没有办法判断';

/** What only an instance's variables say; what is wrong as it is drawn is told elsewhere (timer-time). */
function isUnknown({ kind, text }: TimerText, model: FlowModel): boolean {
  if (readTimerText(kind, text).ok || !isComputedTime(text, model)) return false;
  const result = calculate(text, {});
  return result.kind !== 'value' || typeof result.value !== 'string' || !readTimerText(kind, result.value).ok;
}

const startsOf = ({ nodes }: Scope): readonly StartEvent[] =>
  nodes.flatMap((node) => (node.kind === 'startEvent' ? [node] : []));

/** Processes beside the first that nothing calls: those begin only by what reaches them. */
function poolsOf(model: FlowModel): readonly Scope[] {
  const calls = new Set(nodesOf(model).map((node) => (node.kind === 'callActivity' ? node.called : null)));
  return model.others.filter(({ id, kind }) => kind === 'process' && !calls.has(id)).map(({ root }) => root);
}
