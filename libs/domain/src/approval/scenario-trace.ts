import type { Instant } from '../shared/instant.js';
import type { Refusal } from '../shared/refusal.js';
import { timerWords } from '../calendar/time-words.js';
import { handlerWords, outcomeWords } from '../run/explain/words.js';
import type { Effect, Marking } from '../run/marking.js';
import { nodeInfo } from '../run/node-info.js';
import type { Workflow } from '../run/workflow.js';
import { VERB_LABELS, labelAt } from './offers-for.js';
import { isPersonStep, isTaskStep, personOf } from './scenario.js';
import type { ScenarioStep } from './scenario.js';
import { tokensAt } from '../run/tokens-at.js';
import type { Happening, ScenarioWorld } from './scenario-world.js';

/** One line of a trace. */
export interface TraceLine {
  readonly at: Instant;
  /** step of the scenario, 0 for the start */
  readonly step: number;
  /** what happened, in words */
  readonly text: string;
  /** nodes where something waits afterwards, a node with two tokens twice; empty when it is over */
  readonly tokens: readonly string[];
  readonly outcome: string | null;
}

/** What a step of a scenario was and did: a line for each moment, then one for each thing it asked of the world. */
export function traceOf(
  world: ScenarioWorld,
  number: number,
  step: ScenarioStep | null,
  refused: Refusal | null,
): readonly TraceLine[] {
  const { workflow } = world;
  const line = (at: Instant, text: string, marking: Marking): TraceLine => ({
    at,
    step: number,
    text,
    tokens: standingIds(marking),
    outcome: marking.outcome,
  });
  const moments = world.happened.flatMap((happening) => [
    line(
      happening.at,
      `${said(workflow, step, happening)} → ${standing(workflow, happening.marking)}`,
      happening.marking,
    ),
    ...happening.effects.flatMap((effect) =>
      asked(workflow, effect).map((text) => line(happening.at, text, happening.marking)),
    ),
  ]);
  if (refused !== null) {
    return [...moments, line(world.now, `${words(workflow, step)}：被拒绝，${refused.message}`, world.marking)];
  }
  const passes = step?.do === 'wait' || step?.do === 'until';
  const still = world.happened.length === 0;
  const after = `${words(workflow, step)} → ${standing(workflow, world.marking)}`;
  return passes || still ? [...moments, line(world.now, after, world.marking)] : moments;
}

/** Node ids where something waits, as often as it does. */
export const standingIds = (marking: Marking): readonly string[] =>
  marking.active.flatMap((id) => Array.from({ length: Math.max(1, tokensAt(marking, id).length) }, () => id));

/** Where an instance stands, in words. */
export function standing(workflow: Workflow, marking: Marking): string {
  if (marking.outcome !== null) return `结束，结果是“${outcomeWords(marking.outcome)}”`;
  const places = marking.active.map((id) => {
    const count = tokensAt(marking, id).length;
    return count > 1 ? `${name(workflow, id)}（${count} 处）` : name(workflow, id);
  });
  return places.join('、') || '没有停留的地方';
}

const name = (workflow: Workflow, id: string): string => nodeInfo(workflow, id)?.name ?? id;

const said = (workflow: Workflow, step: ScenarioStep | null, { timer }: Happening): string =>
  timer === null ? words(workflow, step) : `“${name(workflow, timer)}”到时间`;

function words(workflow: Workflow, step: ScenarioStep | null): string {
  if (step === null) return '启动';
  if (isTaskStep(step)) {
    const info = nodeInfo(workflow, step.at);
    const which = step.for === undefined ? '' : `（${step.for}）`;
    const whom = step.do === 'return' ? [] : (step.with ?? (step.to === undefined ? [] : [step.to]));
    const others = whom.length === 0 ? '' : `：${whom.join('、')}`;
    return `${personOf(step)}在“${name(workflow, step.at)}”${which}${labelAt(info, step.do)}${others}`;
  }
  if (isPersonStep(step)) return `${personOf(step)}${VERB_LABELS[step.do]}`;
  switch (step.do) {
    case 'wait':
      return `过了 ${timerWords('duration', step.span)}`;
    case 'until':
      return `到了 ${timerWords('date', step.date)}`;
    case 'timer':
      return `“${name(workflow, step.at)}”到时间`;
    case 'complete':
      return `“${name(workflow, step.at)}”办完`;
    case 'message':
      return `收到消息“${step.name}”`;
    case 'signal':
      return `收到信号“${step.name}”`;
    case 'job':
      return `“${name(workflow, step.at)}”${step.failed !== undefined ? '没有办成' : step.error !== undefined ? '报错' : '办成了'}`;
    case 'retry':
      return `管理员重试“${name(workflow, step.at)}”`;
    case 'change':
      return '资料有变动';
    case 'terminate':
      return '管理员终止流程';
  }
}

/** What a step asks of the world, as far as the tokens do not show it. */
function asked(workflow: Workflow, effect: Effect): readonly string[] {
  switch (effect.type) {
    case 'timer.start':
      return [`定时：“${name(workflow, effect.nodeId)}”定在 ${shanghai(effect.dueAt)}`];
    case 'timer.cancel':
      return [`定时取消：“${name(workflow, effect.nodeId)}”`];
    case 'job.start':
      return [`自动办理：“${name(workflow, effect.nodeId)}”交给 ${handlerWords(effect.handler)}`];
    case 'wait.start':
      return [`等待${effect.kind === 'message' ? '消息' : '信号'}“${effect.name}”${key(effect.key)}`];
    case 'message.send':
      return [`发出消息“${effect.name}”${key(effect.key)}`];
    case 'signal.send':
      return [`发出信号“${effect.name}”`];
    case 'task.cancel':
      return [`待办撤销：“${name(workflow, effect.nodeId)}”`];
    case 'incident':
      return [`异常（${effect.code}）：${effect.message}${effect.cure}`];
    case 'incident.resolved':
      return [`异常解除：“${name(workflow, effect.nodeId)}”`];
    default:
      return [];
  }
}

const key = (value: string | null): string => (value === null ? '' : `（${value}）`);

/** `2024-11-07 17:30`, in Shanghai. */
const shanghai = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
