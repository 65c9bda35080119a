// Ways to spoil a drawing. Each takes a tree of elements and numbers, and leaves a tree that is still XML.
import type { XmlElement, XmlNode } from '../../../libs/domain/src/bpmn/xml/xml-tree.js';

export interface Loose {
  kind: 'element';
  name: string;
  attributes: Map<string, string>;
  children: (Loose | Exclude<XmlNode, XmlElement>)[];
}
interface Site {
  readonly element: Loose;
  readonly parent: Loose;
}
/** `pick` chooses one of a list; `other` is the tree of another file */
type Spoil = (root: Loose, pick: Pick, other: Loose) => void;
export type Pick = <T>(from: readonly T[]) => T | undefined;

export const loosened = (element: XmlElement): Loose => ({
  kind: 'element',
  name: element.name,
  attributes: new Map(element.attributes),
  children: element.children.map((child) => (child.kind === 'element' ? loosened(child) : child)),
});

const isLoose = (node: Loose['children'][number]): node is Loose => node.kind === 'element';

/** Every element but the root, diagrams left out: nothing of them runs. */
function sitesOf(root: Loose): Site[] {
  const inside = root.children.filter(isLoose).filter((each) => !each.name.includes('BPMNDiagram'));
  return inside.flatMap((element) => [{ element, parent: root }, ...sitesOf(element)]);
}

const holds = ({ name }: Loose): boolean => /process|transaction/i.test(name);

/** Whether the reader would take one element inside the other: the rest it refuses at once. */
const fits = (gift: Loose, { name }: Loose): boolean => {
  if (gift.name.endsWith('EventDefinition')) return name.endsWith('Event');
  if (gift.name.endsWith('Characteristics')) return /task|process|activity/i.test(name);
  return holds({ ...gift, name }) || gift.name.endsWith('extensionElements');
};

/** A copy in which every id, and every reference to one of them, has a suffix. */
function renamed(element: Loose, suffix: string): Loose {
  const copy = loosened(element as XmlElement);
  const all = [copy, ...sitesOf(copy).map((site) => site.element)];
  const ids = new Set(all.map((each) => each.attributes.get('id')));
  for (const each of all) {
    for (const [name, value] of each.attributes) if (ids.has(value)) each.attributes.set(name, `${value}.${suffix}`);
  }
  return copy;
}

const remove = ({ element, parent }: Site): void => void parent.children.splice(parent.children.indexOf(element), 1);
const isInside = (inner: Loose, outer: Loose): boolean =>
  outer === inner || outer.children.filter(isLoose).some((each) => isInside(inner, each));
const anAttribute = (root: Loose, pick: Pick): { element: Loose; name: string } | undefined => {
  const element = pick(sitesOf(root).filter((site) => site.element.attributes.size > 0))?.element;
  const name = element && pick([...element.attributes.keys()]);
  return element && name !== undefined ? { element, name } : undefined;
};

/** Values that break what takes an attribute or a text for harmless. */
const STRANGE = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'true',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a.b',
  'a:b',
  'a b',
  '审核',
  '#',
  '$',
  '..',
  '*',
  'P1D',
  'R/PT1S',
  'R99999999/PT0S',
  'PT0S',
  'P999999Y',
  '2026-02-30',
  '1 = 1',
  'for i in 1..999999999 return i',
  '((((',
  '"',
  'x(x)',
  'every',
  '[1,2,3]',
  '99999',
  '{a: 1}',
  'flow',
  'p',
  'x'.repeat(5_000),
  '('.repeat(3_000),
  '&#0;',
  '&#xD800;',
  '&undefined;',
  '\u2028',
];

/** Elements that change what their neighbours mean. */
const GIVEN = [
  '<bpmn:standardLoopCharacteristics><bpmn:loopCondition>true</bpmn:loopCondition></bpmn:standardLoopCharacteristics>',
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
  '<bpmn:terminateEventDefinition/>',
  '<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT0S</bpmn:timeCycle></bpmn:timerEventDefinition>',
  '<bpmn:linkEventDefinition name="L"/>',
  '<bpmn:compensateEventDefinition/>',
  '<bpmn:cancelEventDefinition/>',
  '<bpmn:errorEventDefinition/>',
  '<bpmn:conditionalEventDefinition><bpmn:condition>true</bpmn:condition></bpmn:conditionalEventDefinition>',
  '<bpmn:extensionElements><chengban:output from="1" to="__proto__"/></bpmn:extensionElements>',
  '<bpmn:dataObject id="constructor" chengban:initial="{a: 1}"/>',
  '<bpmn:callActivity id="again" calledElement="flow"/>',
];
const KINDS = [
  'task',
  'userTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'boundaryEvent',
  'intermediateThrowEvent',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
  'sequenceFlow',
  'process',
  'lane',
  'dataObject',
  'textAnnotation',
];

export const given = (parse: (xml: string) => XmlElement | undefined): readonly Loose[] =>
  GIVEN.flatMap((xml) => {
    const element = parse(xml);
    return element ? [loosened(element)] : [];
  });

export const spoils = (gifts: readonly Loose[]): Readonly<Record<string, Spoil>> => ({
  'an element is gone': (root, pick) => {
    const site = pick(sitesOf(root));
    if (site) remove(site);
  },
  'an element is there twice': (root, pick) => {
    const site = pick(sitesOf(root));
    if (site) site.parent.children.push(loosened(site.element as XmlElement));
  },
  'an element is there twice under another id': (root, pick) => {
    const site = pick(sitesOf(root));
    if (!site) return;
    const copy = renamed(site.element, 'copy');
    site.parent.children.push(copy);
  },
  'an element stands elsewhere': (root, pick) => {
    const places = sitesOf(root).filter(({ element }) => holds(element) || element.children.length > 2);
    const [site, there] = [pick(sitesOf(root)), pick(places)];
    if (!site || !there || isInside(there.element, site.element)) return;
    remove(site);
    there.element.children.push(site.element);
  },
  'two elements have changed places': (root, pick) => {
    const [one, two] = [pick(sitesOf(root)), pick(sitesOf(root))];
    if (!one || !two || isInside(one.element, two.element) || isInside(two.element, one.element)) return;
    const [at, there] = [one.parent.children.indexOf(one.element), two.parent.children.indexOf(two.element)];
    one.parent.children[at] = two.element;
    two.parent.children[there] = one.element;
  },
  'an element is of another kind': (root, pick) => {
    const site = pick(sitesOf(root));
    const kind = pick(KINDS);
    if (site && kind !== undefined) site.element.name = site.element.name.replace(/\w+$/, kind);
  },
  'an element is given another': (root, pick) => {
    const gift = pick(gifts);
    const site = gift && pick(sitesOf(root).filter(({ element }) => fits(gift, element)));
    if (site && gift) site.element.children.push(loosened(gift as XmlElement));
  },
  'an attribute is gone': (root, pick) => {
    const found = anAttribute(root, pick);
    if (found) found.element.attributes.delete(found.name);
  },
  'an attribute says something strange': (root, pick) => {
    const found = anAttribute(root, pick);
    if (found) found.element.attributes.set(found.name, pick(STRANGE) ?? '');
  },
  'an attribute says what another says': (root, pick) => {
    const [found, other] = [anAttribute(root, pick), anAttribute(root, pick)];
    if (found && other) found.element.attributes.set(found.name, other.element.attributes.get(other.name) ?? '');
  },
  'a flow leads elsewhere': (root, pick) => {
    const flow = pick(sitesOf(root).filter(({ element }) => element.attributes.has('targetRef')))?.element;
    const target = pick(sitesOf(root).filter(({ element }) => element.attributes.has('id')))?.element;
    if (flow && target) flow.attributes.set(pick(['targetRef', 'sourceRef']) ?? '', target.attributes.get('id') ?? '');
  },
  'a text says something strange': (root, pick) => {
    const site = pick(sitesOf(root).filter(({ element }) => element.children.some((each) => each.kind !== 'element')));
    const raw = pick(STRANGE)?.replaceAll('<', '&lt;');
    if (site) site.element.children = [{ kind: 'text', raw: raw ?? '' }];
  },
  'an element lies in many sub-processes': (root, pick) => {
    const site = pick(sitesOf(root));
    const depth = pick([1, 1, 2, 3, 15, 30]) ?? 1;
    if (!site) return;
    const name = site.element.name.replace(/\w+$/, 'subProcess');
    let inner: Loose = site.element;
    for (let i = 0; i < depth; i++) {
      inner = { kind: 'element', name, attributes: new Map([['id', `deep${i}`]]), children: [inner] };
    }
    site.parent.children[site.parent.children.indexOf(site.element)] = inner;
  },
  'a part of another file is in it': (root, pick, other) => {
    const [site, part] = [pick(sitesOf(root)), pick(sitesOf(other))];
    if (site && part) site.parent.children.push(loosened(part.element as XmlElement));
  },
  'all parts of another process are in it': (root, pick, other) => {
    const [process, second] = [root, other].map((each) =>
      pick(sitesOf(each).filter(({ element }) => element.name.endsWith(':process'))),
    );
    if (process && second) process.element.children.push(...renamed(second.element, 'other').children);
  },
});
