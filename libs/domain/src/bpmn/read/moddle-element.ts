/** The little that we need of a moddle element; everything else is reached through `get`. */
export interface ModdleElement {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, unknown>>;
  get(name: string): unknown;
  $instanceOf?(type: string): boolean;
}

export const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';

/** Whether it is of a kind of the standard, abstract ones like `bpmn:Activity` included. */
export const isA = (element: ModdleElement, type: string): boolean => element.$instanceOf?.(type) ?? false;

/** A child that is one element, or null. An element of a foreign namespace has no `get` and is never what we look for. */
export function child(element: ModdleElement, name: string): ModdleElement | null {
  const value = read(element, name);
  return isElement(value) && typeof value.get === 'function' ? value : null;
}

export function children(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = read(element, name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Our own elements of one type among the extension elements. */
export function extensions(element: ModdleElement, type: string): readonly ModdleElement[] {
  const found = child(element, 'extensionElements');
  return found === null ? [] : children(found, 'values').filter((each) => each.$type === type);
}

/** An attribute as trimmed text; null when absent or empty. */
export function text(element: ModdleElement, name: string): string | null {
  const value = read(element, name);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

export function flag(element: ModdleElement, name: string): boolean {
  return read(element, name) === true;
}

export function number(element: ModdleElement, name: string): number | null {
  const value = read(element, name);
  return typeof value === 'number' ? value : null;
}

export const idOf = (element: ModdleElement): string => text(element, 'id') ?? '';

export const nameOf = (element: ModdleElement): string => (text(element, 'name') ?? '').replace(/\s+/g, ' ');

/** The id that a reference points to; null when absent (moddle leaves unresolved references undefined). */
export function refId(element: ModdleElement, name: string): string | null {
  const target = child(element, name);
  return target === null ? null : idOf(target);
}

function read(element: ModdleElement, name: string): unknown {
  return typeof element.get === 'function' ? element.get(name) : undefined;
}
