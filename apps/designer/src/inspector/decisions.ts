import type { Element } from 'bpmn-js/lib/model/Types';
import type { FlowEditor } from '../design/flow-editor.js';
import { listOf, textOf, type Moddle } from '../modeler/moddle.js';
import { definitionsOf } from '../modeler/roots.js';

/** A decision table of the file: DMN 1.5 XML under a key. */
export interface Decision {
  key: string;
  xml: string;
}

const TYPE = 'chengban:Decision';

const valuesOf = (definitions: Moddle): readonly Moddle[] => {
  const holder = definitions.get('extensionElements') as Moddle | undefined;
  return holder ? listOf(holder, 'values') : [];
};

export const decisionsOf = (editor: FlowEditor): Decision[] =>
  valuesOf(definitionsOf(editor))
    .filter((value) => value.$type === TYPE)
    .map((value) => ({ key: textOf(value, 'key'), xml: textOf(value, 'body').trim() }));

/** Keeps a decision under its key, and what else stands beside it. */
export function setDecision(editor: FlowEditor, element: Element, { key, xml }: Decision): void {
  const definitions = definitionsOf(editor);
  const made = editor.factory.create(TYPE, { key, body: xml });
  const before = valuesOf(definitions);
  const isThis = (value: Moddle): boolean => value.$type === TYPE && textOf(value, 'key') === key;
  const values = before.some(isThis) ? before.map((value) => (isThis(value) ? made : value)) : [...before, made];
  editor.modeling.updateModdleProperties(element, definitions, {
    extensionElements: editor.factory.create('bpmn:ExtensionElements', { values: [...values] }),
  });
}

/** A key that no decision of the file has: `decision1`, `decision2`, … */
export function freeKey(decisions: readonly Decision[]): string {
  for (let at = 1; ; at++) {
    const key = `decision${at}`;
    if (!decisions.some((decision) => decision.key === key)) return key;
  }
}
