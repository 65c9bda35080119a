import { accessAt, isWritable } from './form-access.js';
import type { FormNode } from './form-access.js';
import type { FormDefinition } from './form.js';

/** Fields that no drafting node can write: they are the reviewers' own, and no part of what a unit hands in. */
export function reviewFields(form: Pick<FormDefinition, 'schema'>, nodes: readonly FormNode[]): readonly string[] {
  const drafts = nodes.filter(({ purpose }) => purpose === 'draft').map((node) => accessAt(form, node));
  return Object.keys(form.schema.properties).filter(
    (name) => !drafts.some((access) => access[name] !== undefined && isWritable(access[name])),
  );
}
