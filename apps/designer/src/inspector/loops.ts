import type { Element } from 'bpmn-js/lib/model/Types';
import type { FlowEditor } from '../design/flow-editor.js';
import { objectOf, type Moddle } from '../modeler/moddle.js';

export const loopKinds = {
  once: '办一次',
  together: '会签：几家同时办',
  inTurn: '逐个办理：一家办完再下一家',
  again: '循环：按条件反复办',
} as const;
export type LoopKind = keyof typeof loopKinds;
export type LoopSource = 'list' | 'number';

export function kindOfLoop(loop: Moddle | undefined): LoopKind {
  if (!loop) return 'once';
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') return 'again';
  return loop.get('isSequential') === true ? 'inTurn' : 'together';
}

/** Between «together» and «in turn» everything else that was said stays. */
export function setLoop(editor: FlowEditor, activity: Element, kind: LoopKind): void {
  const object = objectOf(activity);
  const loop = object.get('loopCharacteristics') as Moddle | undefined;
  if (kindOfLoop(loop) === kind) return;
  const isSequential = kind === 'inTurn';
  if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' && (isSequential || kind === 'together')) {
    // the marker is drawn anew only when the activity itself changes
    editor.together.run(
      () => editor.modeling.updateModdleProperties(activity, loop, { isSequential }),
      () => editor.modeling.updateProperties(activity, { loopCharacteristics: loop }),
    );
    return;
  }
  editor.modeling.updateProperties(activity, { loopCharacteristics: made(editor, kind) });
}

function made(editor: FlowEditor, kind: LoopKind): Moddle | undefined {
  if (kind === 'once') return undefined;
  if (kind === 'again') return editor.factory.create('bpmn:StandardLoopCharacteristics', {});
  const loop = editor.factory.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: kind === 'inTurn' });
  loop.set('loopCardinality', editor.factory.create('bpmn:FormalExpression', { body: '2' }));
  return loop;
}

/** A drawing of another tool may name its list by the standard's data references. */
export const sourceOf = (loop: Moddle): LoopSource =>
  loop.get('loopCardinality') && !loop.get('chengban:collection') ? 'number' : 'list';

export function setSource(editor: FlowEditor, activity: Element, loop: Moddle, source: LoopSource): void {
  editor.modeling.updateModdleProperties(
    activity,
    loop,
    source === 'list'
      ? { loopCardinality: undefined }
      : {
          loopCardinality: editor.factory.create('bpmn:FormalExpression', { body: '2' }),
          'chengban:collection': undefined,
          'chengban:item': undefined,
        },
  );
}
