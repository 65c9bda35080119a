import type { Element } from 'bpmn-js/lib/model/Types';

/** A business object as bpmn-moddle hands it out. bpmn-js itself types these as `any`; here they are read through `get`. */
export interface Moddle {
  readonly $type: string;
  readonly $parent?: Moddle;
  id: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

/** Makes business objects; `bpmnFactory` of bpmn-js also claims an id for those that need one. */
export interface ModdleFactory {
  create(type: string, properties?: Record<string, unknown>): Moddle;
}

export const objectOf = (element: Element): Moddle => element.businessObject as Moddle;

export const is = (element: Element, type: string): boolean => objectOf(element).$instanceOf(type);

export const textOf = (object: Moddle, property: string): string => {
  const value = object.get(property);
  return value === undefined || value === null ? '' : String(value);
};

export const listOf = (object: Moddle, property: string): Moddle[] =>
  (object.get(property) as Moddle[] | undefined) ?? [];

export const definitionOf = (object: Moddle): string | undefined =>
  object.$instanceOf('bpmn:CatchEvent') || object.$instanceOf('bpmn:ThrowEvent')
    ? listOf(object, 'eventDefinitions')[0]?.$type
    : undefined;

/** The FEEL text on a line, empty where it has no condition. */
export const conditionOf = (line: Element): string => {
  const expression = objectOf(line).get('conditionExpression') as Moddle | undefined;
  return expression ? textOf(expression, 'body') : '';
};
