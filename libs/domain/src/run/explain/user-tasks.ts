import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import { returnWords } from './returns.js';
import { seatsWords, verbsWords } from './setting-words.js';
import { assigned, called, who } from './words.js';

/** A task that people do: who, how several of them decide, by when, what follows, what else may be done there. */
export function userTaskSentences(
  compiled: CompiledFlow,
  id: string,
  node: CompiledNode,
  then: string,
): readonly string[] {
  const draft = node.purpose === 'draft';
  const verb = draft ? (node.submitLabel ?? '提交') : (node.approveLabel ?? '通过');
  const seats = node.seats === undefined ? '' : `（${seatsWords(node.seats)}）`;
  const me = called(compiled, id);
  const first = `${me}由${who(node)}${draft ? '填报' : '审核'}${seats}${dueWords(node)}，“${verb}”后${then}。`;
  const back = draft ? [] : [`${me}${returnWords(compiled, id)}。填报过的人不能审核。`];
  return [first, ...back, ...overdue(me, node), ...copied(me, node), ...narrowed(me, node)];
}

const dueWords = ({ dueWorkdays, clockContinues }: CompiledNode): string =>
  dueWorkdays === undefined ? '' : `，限 ${dueWorkdays} 个工作日${clockContinues ? '（退回补正期间不计）' : ''}`;

function overdue(me: string, { remindWorkdays, escalateWorkdays }: CompiledNode): readonly string[] {
  const steps = [
    ...(remindWorkdays === undefined ? [] : [`超时 ${remindWorkdays} 个工作日催办`]),
    ...(escalateWorkdays === undefined ? [] : [`超时 ${escalateWorkdays} 个工作日上报办理人的领导`]),
  ];
  return steps.length === 0 ? [] : [`${me}${steps.join('，')}，不会自动通过。`];
}

const copied = (me: string, { copies = [] }: CompiledNode): readonly string[] =>
  copies.length === 0 ? [] : [`${me}办完后抄送给${assigned(copies)}。`];

const narrowed = (me: string, { verbs, purpose = 'review' }: CompiledNode): readonly string[] =>
  verbs === undefined ? [] : [`${me}可以用的操作是${verbsWords(verbs, purpose)}。`];
