import type { FlowEditor } from '../design/flow-editor.js';
import type { Element } from 'bpmn-js/lib/model/Types';
import { listOf, objectOf, textOf, type Moddle } from './moddle.js';

/** What stands at the top of the file and is referred to by its name or code. */
export interface RootKind {
  type: 'bpmn:Message' | 'bpmn:Signal' | 'bpmn:Error' | 'bpmn:Escalation';
  /** the property of the event definition or task that refers to it */
  ref: 'messageRef' | 'signalRef' | 'errorRef' | 'escalationRef';
  /** the property that matches */
  value: 'name' | 'errorCode' | 'escalationCode';
}

export const rootKinds = {
  message: { type: 'bpmn:Message', ref: 'messageRef', value: 'name' },
  signal: { type: 'bpmn:Signal', ref: 'signalRef', value: 'name' },
  error: { type: 'bpmn:Error', ref: 'errorRef', value: 'errorCode' },
  escalation: { type: 'bpmn:Escalation', ref: 'escalationRef', value: 'escalationCode' },
} as const satisfies Record<string, RootKind>;

/** The definitions around everything that is drawn. */
export function definitionsOf(editor: FlowEditor): Moddle {
  let object = objectOf(editor.process);
  while (object.$parent) object = object.$parent;
  return object;
}

export const rootsOf = (editor: FlowEditor, { type }: RootKind): Moddle[] =>
  listOf(definitionsOf(editor), 'rootElements').filter((root) => root.$type === type);

/** The name or code that a holder refers to; the id where a file gave none. */
export function rootValue(holder: Moddle, { ref, value }: RootKind): string {
  const root = holder.get(ref) as Moddle | undefined;
  return root ? textOf(root, value) || root.id : '';
}

/**
 * Refers to the message (signal, …) of this name, which is made when the file has none. What was referred to before goes
 * when nothing refers to it any more, so that names that were tried leave nothing behind.
 */
export function setRoot(editor: FlowEditor, element: Element, holder: Moddle, kind: RootKind, text: string): void {
  const wanted = text.trim();
  const definitions = definitionsOf(editor);
  const before = holder.get(kind.ref) as Moddle | undefined;
  const known = rootsOf(editor, kind).find((root) => (textOf(root, kind.value) || root.id) === wanted);
  const root = known ?? (wanted === '' ? undefined : create(editor, kind, wanted, definitions));
  if (root === before) return;
  const keep = (rootElements: readonly Moddle[]): void =>
    editor.modeling.updateModdleProperties(element, definitions, { rootElements: [...rootElements] });
  editor.together.run(
    // first into the file: bpmn-js adds a root that it sees referred to and does not find there
    () => {
      if (root && !known) keep([...listOf(definitions, 'rootElements'), root]);
    },
    () => editor.modeling.updateModdleProperties(element, holder, { [kind.ref]: root }),
    () => {
      const roots = listOf(definitions, 'rootElements');
      if (before && !isReferred(editor, before, roots)) keep(roots.filter((one) => one !== before));
    },
  );
}

function create(editor: FlowEditor, kind: RootKind, value: string, definitions: Moddle): Moddle {
  return Object.assign(editor.factory.create(kind.type, { name: value, [kind.value]: value }), {
    $parent: definitions,
  });
}

/** Interfaces and event definitions of the file refer to roots as well; where there are any, nothing is dropped. */
function isReferred(editor: FlowEditor, root: Moddle, roots: readonly Moddle[]): boolean {
  if (roots.some((one) => one.$type === 'bpmn:Interface' || one.$instanceOf('bpmn:EventDefinition'))) return true;
  const refs = Object.values(rootKinds).map(({ ref }) => ref);
  return editor
    .elements(() => true)
    .flatMap((element) => [objectOf(element), ...definitionsIn(objectOf(element))])
    .some((object) => refs.some((ref) => object.get(ref) === root));
}

const definitionsIn = (object: Moddle): Moddle[] =>
  object.$instanceOf('bpmn:Event') ? listOf(object, 'eventDefinitions') : [];
