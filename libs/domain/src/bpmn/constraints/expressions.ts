import { attribute, childrenNamed } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import type { Rule } from './rule.js';
import { inExecutable } from './standard-file.js';

/** Where expressions stand; those of other places are formal by the schema. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  adHocSubProcess: ['completionCondition'],
  assignment: ['from', 'to'],
  complexGateway: ['activationCondition'],
  conditionalEventDefinition: ['condition'],
  multiInstanceLoopCharacteristics: ['loopCardinality', 'completionCondition'],
  sequenceFlow: ['conditionExpression'],
  standardLoopCharacteristics: ['loopCondition'],
  timerEventDefinition: ['timeDate', 'timeDuration', 'timeCycle'],
};
const FORMAL = ['dataPath', 'messagePath', 'transformation', 'formalExpression'];
const TYPED = [...new Set(Object.values(HOLDERS).flat())];
const TRUTHS = ['completionCondition', 'activationCondition', 'condition', 'conditionExpression', 'loopCondition'];

const expressionsIn = (holder: BpmnElement): readonly BpmnElement[] =>
  (HOLDERS[holder.name] ?? []).flatMap((name) => childrenNamed(holder, name));

const isFormal = (expression: BpmnElement): boolean =>
  /(^|:)tFormalExpression$/.test(attribute(expression, 'xsi:type') ?? '');

const hasBody = (expression: BpmnElement): boolean => expression.text !== '' || expression.children.length > 0;

export const expressionRules: readonly Rule[] = [
  {
    id: 'std-natural-language',
    clause: '8.4.5',
    severity: 'warning',
    on: Object.keys(HOLDERS),
    broken: (holder) => inExecutable(holder) && expressionsIn(holder).some((each) => !isFormal(each)),
    message: '可执行流程里，{it}的表达式没有标为正式表达式（tFormalExpression），别的引擎会当作说明文字。',
    cure: '请给表达式写上 xsi:type="tFormalExpression"，或在设计器里打开并保存一次。',
  },
  {
    id: 'std-empty-expression',
    clause: '8.4.6',
    severity: 'warning',
    on: [...TYPED, ...FORMAL],
    broken: (expression) => (isFormal(expression) || FORMAL.includes(expression.name)) && !hasBody(expression),
    message: '{it}里有一个表达式是空的。',
    cure: '请写上表达式，或删除它。',
  },
  {
    id: 'std-condition-no-truth',
    clause: '8.4.6',
    severity: 'error',
    on: TRUTHS,
    broken: (expression) => /^([-+]?\d+(\.\d+)?|"[^"]*")$/.test(expression.text),
    message: '{it}的条件写成了数字或文字，得不出“是”或“否”。',
    cure: '请写成能判断真假的表达式，例如“金额 > 5000”。',
  },
];
