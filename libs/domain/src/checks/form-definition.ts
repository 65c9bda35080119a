import { formProblems } from '../forms/form-problems.js';
import { error } from './check.js';
import type { Check } from './check.js';

/** The form that the flow's drafts fill in must be one that can be filled in; its path is told where it is a column. */
export const formDefinition: Check = {
  id: 'form-definition',
  run: (model, { form }) => {
    if (form === undefined) return [];
    // the context has of a form what the checks ask for; what is there besides is held against what forms can be
    return formProblems(form as Parameters<typeof formProblems>[0]).map(({ message, cure }) =>
      error('form-definition', model.processId, `表单“${form.title}”：${message}`, cure, 'form'),
    );
  },
};
