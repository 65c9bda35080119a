import type { DataItem } from '../model.js';
import { child, children, flag, idOf, isA, nameOf, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/**
 * Data objects, stores and properties as variables of the process or sub-process that they are drawn in (§10.4.1).
 * A property of a task or event is a variable of the scope around it; a data store is one of the whole process.
 */
export function readDataItems(container: ModdleElement): readonly DataItem[] {
  const elements = children(container, 'flowElements');
  const inside = elements
    .filter((each) => !isA(each, 'bpmn:SubProcess'))
    .flatMap((each) => children(each, 'properties'));
  const found = [
    ...elements.filter((each) => each.$type === 'bpmn:DataObject'),
    ...children(container, 'properties'),
    ...inside,
    ...(container.$type === 'bpmn:Process' ? storesIn(container) : []),
  ];
  return found.map((item) => ({
    id: idOf(item),
    name: variableOf(item),
    collection: flag(item, 'isCollection') || isCollection(child(item, 'itemSubjectRef')),
    initial: text(item, 'chengban:initial'),
  }));
}

const isCollection = (definition: ModdleElement | null): boolean =>
  definition !== null && flag(definition, 'isCollection');

/** The data stores that a process refers to anywhere, each once; a reference without a store is one of its own. */
function storesIn(process: ModdleElement): readonly ModdleElement[] {
  const stores = new Set<ModdleElement>();
  const containers = [process];
  // the list grows while it is walked
  for (const container of containers) {
    for (const element of children(container, 'flowElements')) {
      if (element.$type === 'bpmn:DataStoreReference') stores.add(child(element, 'dataStoreRef') ?? element);
      else if (isA(element, 'bpmn:SubProcess')) containers.push(element);
    }
  }
  return [...stores];
}

/** The variable that a data element stands for: a reference is the object or store that it refers to. */
export function variableOf(element: ModdleElement): string {
  const object = child(element, 'dataObjectRef') ?? child(element, 'dataStoreRef') ?? element;
  return nameOf(object) || idOf(object);
}
