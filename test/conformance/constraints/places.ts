import { DOMParser } from '@xmldom/xmldom';
import { supportedElements } from '@chengban/domain';
import xpath from 'xpath';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The ids of the elements that paths lead to; an element without one counts as the nearest around it that has one. */
export function placesOf(xml: string, paths: readonly string[]): ReadonlySet<string> {
  const document = parse(xml);
  const find = xpath.useNamespaces({ bpmn: BPMN });
  const ids = new Set<string>();
  for (const path of paths) {
    const found = find(path, document);
    for (const each of xpath.isArrayOfNodes(found) ? found : []) ids.add(identified(each));
  }
  return ids;
}

function identified(node: Node): string {
  const found = xpath.select('ancestor-or-self::*[@id][1]/@id', node);
  const [id] = xpath.isArrayOfNodes(found) ? found : [];
  return id !== undefined && xpath.isAttribute(id) ? id.value : '';
}

/** What the file holds that the engine does not run whatever surrounds it, with the reason. */
export function refusedIn(xml: string): readonly string[] {
  const inside = new Set(Array.from(parse(xml).getElementsByTagNameNS(BPMN, '*'), ({ localName }) => localName));
  return supportedElements
    .filter(({ element, status }) => status === 'refused' && inside.has(localNameOf(element)))
    .map(({ name, reason }) => `${name}: ${reason ?? ''}`);
}

const parse = (xml: string): Document =>
  new DOMParser({ errorHandler: () => undefined }).parseFromString(xml, 'text/xml');

/** `bpmn:CallChoreography` is written `callChoreography`; events with a trigger are no elements of their own. */
const localNameOf = (element: string): string => {
  const name = element.replace('bpmn:', '');
  return element.endsWith('Event') ? '' : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
};
