import type { SeatRule } from '../bpmn/model.js';
import type { Finding } from '../shared/finding.js';
import { userTasksOf } from './assignments-of.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';
import { mostSeats } from './most-seats.js';

type Problem = readonly [severity: 'error' | 'warning', property: string, message: string, cure: string];

/** What a rule for several seats says twice, says for nothing, or can never come to. */
export const seatsContradiction: Check = {
  id: 'seats-contradiction',
  run: (model, { form }) =>
    userTasksOf(model).flatMap((task): Finding[] => {
      const { seats } = task;
      if (seats === null) return [];
      const most = mostSeats(task, seats.per, form);
      const problems =
        task.purpose === 'draft'
          ? AT_DRAFTING
          : seats.mode === 'vote'
            ? voteProblems(seats, most)
            : otherProblems(seats);
      return problems.map(([severity, property, message, cure]) =>
        (severity === 'error' ? error : warning)(
          'seats-contradiction',
          task.id,
          `${called(task)}${message}。`,
          cure,
          property,
        ),
      );
    }),
};

/** Whoever claims a draft writes it; there is nothing to decide. */
const AT_DRAFTING: readonly Problem[] = [
  ['error', 'seats', '是填报环节，由签收的人一个人填报，多人方式不起作用', '请改为一人办理，或把用途改为“审核”。'],
];

function voteProblems(seats: SeatRule, most: number): readonly Problem[] {
  const { passRatio, passCount, rejectCount, veto } = seats;
  const problems: Problem[] = [];
  if (passRatio !== undefined && passCount !== undefined)
    problems.push(['error', 'passCount', '既写了同意比例，又写了同意票数，只能按一个算', '请只留一个。']);
  if (passRatio === undefined && passCount === undefined)
    problems.push([
      'warning',
      'passRatio',
      '没有写多少票同意算通过，要所有人都同意才通过',
      '请选择通过的比例或票数，或改为会签。',
    ]);
  if (veto && rejectCount !== undefined && rejectCount > 1)
    problems.push([
      'error',
      'rejectCount',
      `设了一票否决，又要满 ${rejectCount} 票反对才不通过`,
      '请关掉一票否决，或去掉反对票数。',
    ]);
  if (passCount !== undefined && passCount > most)
    problems.push([
      'error',
      'passCount',
      `要 ${passCount} 票同意，但最多只有 ${most} 席，永远通不过`,
      '请减少票数，或增加办理人。',
    ]);
  if (rejectCount !== undefined && rejectCount > most)
    problems.push([
      'error',
      'rejectCount',
      `要 ${rejectCount} 票反对，但最多只有 ${most} 席，永远不会有这么多`,
      '请减少票数，或增加办理人。',
    ]);
  if (!veto && passRatio === 1 && rejectCount !== undefined && rejectCount > 1)
    problems.push([
      'error',
      'rejectCount',
      `要所有人同意，有一票反对就通不过，等不到 ${rejectCount} 票反对`,
      '请降低同意比例，或去掉反对票数。',
    ]);
  return problems;
}

/** Counts belong to a vote; whoever is first, or whose turn it is, leaves nothing to collect. */
function otherProblems({ mode, passRatio, passCount, rejectCount, veto, decide }: SeatRule): readonly Problem[] {
  const word = { any: '或签', all: '会签', sequence: '依次办理', vote: '' }[mode];
  const counted = Object.entries({ passRatio, passCount, rejectCount, veto }).find(([, value]) => value !== undefined);
  const problems: Problem[] = [];
  if (counted !== undefined)
    problems.push([
      'warning',
      counted[0],
      `的${word}不计票，写的比例、票数和一票否决不起作用`,
      '请改为票签，或去掉这些设置。',
    ]);
  if (decide === 'collect' && mode !== 'all')
    problems.push([
      'warning',
      'decide',
      `的${word}用不着等所有人，“收齐意见再出结果”不起作用`,
      '请改为票签或会签，或改回随到随定。',
    ]);
  return problems;
}
