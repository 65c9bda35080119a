import { nodesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

export const formMissing: Check = {
  id: 'form-missing',
  run: (model) => {
    const draft = nodesOf(model).find((node) => node.kind === 'userTask' && node.purpose === 'draft');
    if (draft === undefined || model.form !== null) return [];
    return [
      warning(
        'form-missing',
        model.processId,
        `流程没有选表单，${called(draft)}打开后没有内容可填。`,
        '请点空白处，在右侧“流程”里选择表单。',
        'form',
      ),
    ];
  },
};
