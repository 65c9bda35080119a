import type { DataMapping } from '../model.js';
import { child, children, extensions, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { variableOf } from './read-data.js';

/** What an activity or a throwing event is given: data input associations, then our own `chengban:input`. */
export const readInputs = (owner: ModdleElement): readonly DataMapping[] => [
  ...associations(owner, 'dataInputAssociations'),
  ...ownMappings(owner, 'chengban:Input'),
];

/** What an activity or a catching event gives: data output associations, then our own `chengban:output`. */
export const readOutputs = (owner: ModdleElement): readonly DataMapping[] => [
  ...associations(owner, 'dataOutputAssociations'),
  ...ownMappings(owner, 'chengban:Output'),
];

function associations(owner: ModdleElement, property: string): readonly DataMapping[] {
  return children(owner, property).flatMap((association): readonly DataMapping[] => {
    const [source] = children(association, 'sourceRef');
    const target = child(association, 'targetRef');
    const assignments = children(association, 'assignment').flatMap((each): readonly DataMapping[] => {
      const to = bodyOf(child(each, 'to')) ?? (target === null ? null : variableOf(target));
      return mapping(bodyOf(child(each, 'from')), to);
    });
    if (assignments.length > 0) return assignments;
    const transformed = bodyOf(child(association, 'transformation'));
    const from = transformed ?? (source === undefined ? null : variableOf(source));
    return mapping(from, target === null ? null : variableOf(target));
  });
}

const ownMappings = (owner: ModdleElement, type: string): readonly DataMapping[] =>
  extensions(owner, type).flatMap((each) => mapping(text(each, 'from'), text(each, 'to')));

/** One that lacks an end moves nothing. */
const mapping = (from: string | null, to: string | null): readonly DataMapping[] =>
  from === null || to === null ? [] : [{ from, to }];

const bodyOf = (expression: ModdleElement | null): string | null =>
  expression === null ? null : text(expression, 'body');
