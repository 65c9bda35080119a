import type { NodeField } from '../model.js';
import { extensions, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

const ACCESS = ['write', 'read', 'hidden'] as const;

/** What a user task may do with the fields of the form, as far as it is drawn, and the first thing that cannot be understood. */
export function readFields(element: ModdleElement): {
  readonly fields: readonly NodeField[];
  readonly fieldProblem: string | null;
} {
  const problems: string[] = [];
  const fields = extensions(element, 'chengban:Field').flatMap((each): readonly NodeField[] => {
    const [name, column] = [text(each, 'name'), text(each, 'column')];
    if (name === null) {
      problems.push('有一条没有写是哪一项');
      return [];
    }
    const drawn = text(each, 'access');
    const access = ACCESS.find((one) => one === drawn);
    if (drawn !== null && access === undefined) problems.push(`“${name}”写的“${drawn}”不是 write、read 或 hidden`);
    const required = each.get('required');
    return [
      {
        name,
        ...(column !== null && { column }),
        ...(access && { access }),
        ...(typeof required === 'boolean' && { required }),
      },
    ];
  });
  return { fields, fieldProblem: problems[0] ?? null };
}
