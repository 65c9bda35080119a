import type { FlowModel, FlowNode } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { decisionProblems } from '../decisions/decision-problems.js';
import { fileFor } from '../decisions/decide-table.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A business rule task needs a decision of the file, and every decision of the file must be one that can be made. */
export const decisionProblem: Check = {
  id: 'decision-problem',
  run: (model) => {
    const tasks = nodesOf(model).filter((node) => node.kind === 'businessRuleTask');
    const used = new Set(tasks.map(({ decision }) => fileFor(model.decisions, decision ?? '')));
    const idle = Object.entries(model.decisions).filter(([, xml]) => !used.has(xml));
    return [
      ...tasks.flatMap((task) => taskProblems(task, task.decision ?? '', model)),
      ...idle.flatMap(([key, xml]) =>
        decisionProblems(xml).map((problem) =>
          error('decision-problem', model.root.id, `决策表“${key}”：${problem}。`, '请改正决策表，或者删掉它。'),
        ),
      ),
    ];
  },
};

function taskProblems(task: FlowNode, key: string, model: FlowModel): ReturnType<Check['run']> {
  const say = (message: string, cure: string): ReturnType<typeof error> =>
    error('decision-problem', task.id, `业务规则任务${called(task)}${message}。`, cure, 'decision');
  if (key === '') return [say('没有选用哪张决策表', '请在任务的属性里选一张决策表。')];
  const xml = fileFor(model.decisions, key);
  if (xml === null) {
    return [say(`选用的决策表“${key.slice(0, 60)}”不在流程图里`, '请把这张决策表加进流程图，或改选已有的一张。')];
  }
  return decisionProblems(xml).map((problem) => say(`的决策表有错：${problem}`, '请改正决策表后再发布。'));
}
