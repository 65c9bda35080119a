import type { Loop, MultiInstanceLoop, Trigger } from '../model.js';
import { child, children, flag, number, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { variableOf } from './read-data.js';
import { readExpression } from './read-expression.js';
import { definitionsOf, readTrigger } from './read-triggers.js';

/** The loop marker of an activity. A collection is named by `chengban:collection`, or by the standard's data references. */
export function readLoop(activity: ModdleElement): Loop | null {
  const loop = child(activity, 'loopCharacteristics');
  if (loop === null) return null;
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    return {
      kind: 'standard',
      testBefore: flag(loop, 'testBefore'),
      maximum: number(loop, 'loopMaximum'),
      condition: readExpression(loop, 'loopCondition'),
    };
  }
  return readMultiInstance(loop, activity);
}

function readMultiInstance(loop: ModdleElement, activity: ModdleElement): MultiInstanceLoop {
  const written = (text(loop, 'behavior') ?? 'All').toLowerCase();
  const behavior = written === 'none' || written === 'one' || written === 'complex' ? written : 'all';
  const event = behavior === 'none' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef';
  return {
    kind: 'multiInstance',
    sequential: flag(loop, 'isSequential'),
    cardinality: readExpression(loop, 'loopCardinality'),
    collection: text(loop, 'chengban:collection') ?? collectionOf(child(loop, 'loopDataInputRef'), activity),
    item: text(loop, 'chengban:item') ?? variable(child(loop, 'inputDataItem')),
    output: text(loop, 'chengban:output') ?? collectionOf(child(loop, 'loopDataOutputRef'), activity),
    result: text(loop, 'chengban:result') ?? variable(child(loop, 'outputDataItem')),
    completionCondition: readExpression(loop, 'completionCondition'),
    behavior,
    event: behavior === 'all' || behavior === 'complex' ? null : eventOf(child(loop, event)),
    rules: children(loop, 'complexBehaviorDefinition').map((rule) => ({
      condition: readExpression(rule, 'condition') ?? { text: '', language: null },
      event: implicitEvent(child(rule, 'event')),
    })),
  };
}

/**
 * The variable that holds the collection. An activity's input or output is filled by an association from the data object
 * that really holds it; a sub-process, which has no inputs, refers to the data object itself (§10.3.8).
 */
function collectionOf(element: ModdleElement | null, activity: ModdleElement): string | null {
  if (element === null) return null;
  const into = children(activity, 'dataInputAssociations').find((each) => child(each, 'targetRef') === element);
  const [source] = into === undefined ? [] : children(into, 'sourceRef');
  const from = children(activity, 'dataOutputAssociations').find((each) =>
    children(each, 'sourceRef').includes(element),
  );
  return variableOf(source ?? (from && child(from, 'targetRef')) ?? element);
}

const variable = (item: ModdleElement | null): string | null => (item === null ? null : variableOf(item));

const eventOf = (definition: ModdleElement | null): Trigger | null =>
  definition === null ? null : readTrigger(definition, null);

function implicitEvent(event: ModdleElement | null): Trigger | null {
  const [definition] = event === null ? [] : definitionsOf(event);
  return definition === undefined ? null : readTrigger(definition, null);
}
