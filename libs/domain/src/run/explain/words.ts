import type { Assignment, Trigger } from '../../bpmn/model.js';
import { timerWords } from '../../calendar/time-words.js';
import { assignmentsWords } from './assignment-words.js';
import type { AssignmentNames } from './assignment-words.js';
import { flowOf, nodeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';

export const called = (compiled: CompiledFlow, id: string): string => `“${nodeOf(compiled, id).name || id}”`;

/** Where the token goes: `到“审核”`, several at once, or by their conditions. */
export function next(compiled: CompiledFlow, node: CompiledNode): string {
  const drawn = node.outgoing.map((id) => ({ id, ...flowOf(compiled, id) }));
  const [only, ...more] = drawn;
  if (only === undefined) return '这一路到此为止';
  if (more.length === 0 && only.when === undefined) return `到${called(compiled, only.target)}`;
  if (drawn.every((flow) => flow.when === undefined)) {
    return `同时到${drawn.map((flow) => called(compiled, flow.target)).join('、')}`;
  }
  return branches(compiled, node).join('，');
}

/** `审核通过时到“通过”`, one for each flow, the default last. */
export function branches(compiled: CompiledFlow, node: CompiledNode): readonly string[] {
  const drawn = node.outgoing.map((id) => ({ id, ...flowOf(compiled, id) }));
  const chosen = drawn.filter((flow) => flow.id !== node.defaultFlow);
  const fallback = drawn.find((flow) => flow.id === node.defaultFlow);
  return [
    ...chosen.map((flow) => `${reason(flow)}到${called(compiled, flow.target)}`),
    fallback ? `其他情况到${called(compiled, fallback.target)}` : '都不成立时停下报异常',
  ];
}

/** A flow with a name of its own is told by it. */
const reason = ({ name, when }: { readonly name?: string; readonly when?: string }): string =>
  name === undefined || name === '' || isVerdict(when)
    ? conditionWords(when)
    : `“${name}”时（${when === undefined ? '总是' : when.trim()}）`;

const isVerdict = (when: string | undefined): boolean => conditionWords(when).startsWith('审核');

/** The two conditions of every review are said in words; any other as written. */
export function conditionWords(when: string | undefined): string {
  const text = (when ?? '').trim();
  const verdict = /^verdict\s*=\s*"(approve|return)"$/.exec(text);
  if (verdict) return verdict[1] === 'approve' ? '审核通过时' : '审核退回时';
  return text === '' ? '总是' : `满足 ${text} 时`;
}

/** What an event waits for: `收到消息“答复”`, `超过 3 天`. */
function triggerWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'message':
      return `收到消息“${trigger.name ?? ''}”`;
    case 'signal':
      return `收到信号“${trigger.name ?? ''}”`;
    case 'timer':
      return trigger.timer === null ? '到时间' : timerSentence(trigger.timer.kind, trigger.timer.text);
    case 'conditional':
      return `满足 ${trigger.condition?.text.trim() ?? ''} `;
    case 'error':
      return trigger.code === null ? '出错' : `出现错误“${trigger.code}”`;
    case 'escalation':
      return trigger.code === null ? '有事项上报' : `上报“${trigger.code}”`;
    case 'compensation':
      return '需要撤销';
    case 'cancel':
      return '事务取消';
    case 'terminate':
      return '立即结束';
    case 'link':
      return `从“${trigger.name}”转来`;
  }
}

function timerSentence(kind: 'duration' | 'date' | 'cycle', text: string): string {
  const words = timerWords(kind, text);
  if (kind === 'duration') return `过了 ${words}`;
  return kind === 'date' ? `到 ${words} ` : words;
}

/** Several triggers: any of them, or all. */
export const triggersWords = ({ triggers = [], parallelMultiple }: CompiledNode): string =>
  triggers.map(triggerWords).join(parallelMultiple ? '并且' : '或者');

const UNITS: Readonly<Record<string, string>> = { responsible: '责任单位', supervisor: '督办单位（市司法局）' };
const ROLES: Readonly<Record<string, string>> = {
  handler: '经办人',
  reviewer: '审核人',
  deputyLeader: '分管领导',
  head: '主要负责人',
  supervisionHandler: '督办经办人',
  supervisionReviewer: '督办审核人',
  supervisionLeader: '督办领导',
};

const NAMES: AssignmentNames = {
  unit: (id) => (id.startsWith('=') ? `“${id.slice(1).trim()}”所指单位` : (UNITS[id] ?? id)),
  role: (key) => ROLES[key] ?? key,
  person: (id) => `指定的人（${id}）`,
  field: (name) => name,
  of: '的',
};

export const assigned = (assignments: readonly Assignment[]): string => assignmentsWords(assignments, NAMES);

export const who = ({ assignment, moreAssignments = [] }: CompiledNode): string =>
  assignment === undefined ? '（没有写办理人）' : assigned([assignment, ...moreAssignments]);

const HANDLERS: Readonly<Record<string, string>> = { notify: '发送站内消息' };

/** What a program does, where it is one that comes with the system; else its name. */
export const handlerWords = (handler: string | undefined): string =>
  handler === undefined ? '没有写由哪个程序办理' : (HANDLERS[handler] ?? handler);

const OUTCOMES: Readonly<Record<string, string>> = {
  accepted: '通过',
  filed: '已备案',
  rejected: '不予通过',
  failed: '异常终止',
  withdrawn: '已撤销',
  cancelled: '已取消',
};

/** How an instance ended, where it is one of the usual ways; else as the drawing writes it. */
export const outcomeWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome;
