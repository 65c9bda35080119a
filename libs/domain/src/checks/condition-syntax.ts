import { flowsOf } from '../bpmn/walk.js';
import { conditionProblem } from '../expressions/feel.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Conditions are FEEL; the language may be left out, be "feel", or the URI of DMN's FEEL. */
export const conditionSyntax: Check = {
  id: 'condition-syntax',
  run: (model) =>
    flowsOf(model).flatMap((flow) => {
      if (flow.condition === null) return [];
      const { text, language } = flow.condition;
      if (language !== null && !isFeel(language)) {
        return [
          error(
            'condition-syntax',
            flow.id,
            `连线${called(flow)}的条件用的是“${language.slice(0, 40)}”，只支持 FEEL。`,
            '请把条件改写成 FEEL，例如 verdict = "approve"。',
            'conditionExpression',
          ),
        ];
      }
      const problem = conditionProblem(text);
      if (problem === null) return [];
      return [
        error(
          'condition-syntax',
          flow.id,
          `连线${called(flow)}：${problem}。`,
          '请按 FEEL 改写，例如 form.completion = "已完成"。',
          'conditionExpression',
        ),
      ];
    }),
};

const isFeel = (language: string): boolean =>
  language.toLowerCase() === 'feel' || /^https?:\/\/www\.omg\.org\/spec\/DMN\/.*FEEL/i.test(language);
