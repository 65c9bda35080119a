import type { Assignment } from '../bpmn/model.js';
import { conditionProblem } from '../expressions/feel.js';
import { referencedNames } from '../expressions/referenced-names.js';
import { assignmentsOf } from './assignments-of.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';
import { INSTANCE_VARIABLES, declaredVariables } from './variables-of.js';

/** An expression that gives people, or the unit whose role decides, is FEEL over what the instance has. */
export const assignmentExpression: Check = {
  id: 'assignment-expression',
  run: (model) => {
    const known = new Set([...INSTANCE_VARIABLES, ...declaredVariables(model)]);
    return assignmentsOf(model).flatMap(({ assignment, property, word, ...node }) => {
      const text = expressionOf(assignment);
      if (text === null) return [];
      const problem = text.trim() === '' ? '还没有写' : conditionProblem(text);
      if (problem !== null)
        return [
          error(
            'assignment-expression',
            node.id,
            `${called(node)}的${word}表达式：${problem}。`,
            '请按 FEEL 改写，例如 form.leader 或 form.experts。',
            property,
          ),
        ];
      return referencedNames(text)
        .variables.filter((name) => !known.has(name))
        .map((name) =>
          warning(
            'assignment-expression',
            node.id,
            `${called(node)}的${word}表达式用到“${name}”，流程里没有这个变量，到时算不出人。`,
            `表单里的内容请写成 form.${name}；其他可用的有 ${INSTANCE_VARIABLES.slice(1).join('、')}。`,
            property,
          ),
        );
    });
  },
};

/** The FEEL in an assignment; null where there is none. */
function expressionOf(assignment: Assignment): string | null {
  if (assignment.kind === 'expression') return assignment.expression;
  const unit = 'unit' in assignment ? assignment.unit : undefined;
  return unit?.startsWith('=') === true ? unit.slice(1).trim() : null;
}
