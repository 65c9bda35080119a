import type { SettingProblem } from '../bpmn/model.js';
import { NODE_VERBS } from '../bpmn/model/approval.js';
import { userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

const WORDS: Readonly<Record<string, string>> = {
  seats: '多人方式',
  seatPer: '席位',
  decide: '什么时候出结果',
  verbs: '操作按钮',
  returnWhere: '退回到哪里',
  returnAfter: '重新报送后',
  dedupe: '自动去重',
  cancelUntil: '发起人撤销',
};

/** A setting with a list of possible values says something else: it would be left out in silence. */
export const settingUnknown: Check = {
  id: 'setting-unknown',
  run: (model) => {
    const told = (element: { readonly id: string; readonly name: string }, { property, value }: SettingProblem) => {
      const cure =
        property === 'verbs'
          ? `可以写的有 ${NODE_VERBS.join('、')}，用空格隔开；或在右侧重新勾选。`
          : '请在右侧重新选择，或删去这项设置。';
      return error(
        'setting-unknown',
        element.id,
        `${called(element)}的“${WORDS[property] ?? property}”写成了“${value.slice(0, 40)}”，系统不认识。`,
        cure,
        property,
      );
    };
    const process = { id: model.processId, name: model.name };
    return [
      ...model.settingProblems.map((problem) => told(process, problem)),
      ...userTasksOf(model).flatMap((task) => task.settingProblems.map((problem) => told(task, problem))),
    ];
  },
};
