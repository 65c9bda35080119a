/** One element of a DMN file: what is written, whatever prefix or version of the namespace it has. */
export interface Element {
  /** without prefix */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** own text, trimmed */
  readonly text: string;
}

export const childrenNamed = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

export const childNamed = (element: Element, name: string): Element | null =>
  element.children.find((child) => child.name === name) ?? null;

/** The text of `<name><text>…</text></name>`; null where it is missing or empty. */
export function textIn(element: Element, name: string): string | null {
  const holder = childNamed(element, name);
  return (holder === null ? null : childNamed(holder, 'text')?.text) || null;
}

export const attribute = (element: Element, name: string): string | null => element.attributes.get(name) || null;
