import { ancestor, attribute, childrenNamed, groupBy, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { EVENT_DEFINITIONS } from './kinds.js';

/** The file as the rules look at it: its tree, indexed once. */
export interface StandardFile {
  readonly root: BpmnElement;
  /** in document order */
  readonly elements: readonly BpmnElement[];
  named(name: string): readonly BpmnElement[];
  /** all elements that carry the id; more than one is a fault of its own */
  withId(id: string): readonly BpmnElement[];
  /** what a reference as written leads to in this file, null when nothing */
  target(reference: string | null): BpmnElement | null;
  /** whether a reference may lead into another file */
  leadsOutside(reference: string): boolean;
  /** ids of the sequence flows into a node, by the flows and by the node's own list */
  incoming(node: BpmnElement): ReadonlySet<string>;
  outgoing(node: BpmnElement): ReadonlySet<string>;
  /** ids that the children of one name hold as their text: `incoming`, `dataInputRefs`, … */
  listed(element: BpmnElement, name: string): ReadonlySet<string>;
  /** the sequence flows themselves */
  flowsInto(node: BpmnElement): readonly BpmnElement[];
  flowsOutOf(node: BpmnElement): readonly BpmnElement[];
  messageFlowsFrom(element: BpmnElement): readonly BpmnElement[];
  messageFlowsTo(element: BpmnElement): readonly BpmnElement[];
  boundaryEvents(activity: BpmnElement): readonly BpmnElement[];
  /** associations that start or end at an element */
  associationsOf(element: BpmnElement): readonly BpmnElement[];
  /** whether the file keeps the redundant incoming and outgoing lists of nodes at all */
  readonly keepsLists: boolean;
}

const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<string> = new Set();

export function indexFile(root: BpmnElement): StandardFile {
  const elements: BpmnElement[] = [root];
  // the list grows while it is walked
  for (const element of elements) elements.push(...element.children);
  const byName = groupBy(elements, (each) => each.name);
  const byId = groupBy(elements, (each) => each.id);
  const named = (name: string): readonly BpmnElement[] => byName.get(name) ?? NONE;
  const outside = foreignPrefixes(root);
  const local = (reference: string): string => reference.slice(reference.indexOf(':') + 1);
  const leadsOutside = (reference: string): boolean =>
    reference.includes(':') ? outside.foreign.has(reference.slice(0, reference.indexOf(':'))) : outside.sameNamespace;
  const withId = (id: string): readonly BpmnElement[] => (id === '' ? NONE : (byId.get(id) ?? NONE));
  const by = (name: string, key: string) => groupBy(named(name), (each) => local(attribute(each, key) ?? ''));
  const [into, outOf] = [by('sequenceFlow', 'targetRef'), by('sequenceFlow', 'sourceRef')];
  const [messagesTo, messagesFrom] = [by('messageFlow', 'targetRef'), by('messageFlow', 'sourceRef')];
  const [associatedFrom, associatedTo] = [by('association', 'sourceRef'), by('association', 'targetRef')];
  const attached = by('boundaryEvent', 'attachedToRef');
  const flowsInto = (node: BpmnElement) => (node.id === '' ? NONE : (into.get(node.id) ?? NONE));
  const flowsOutOf = (node: BpmnElement) => (node.id === '' ? NONE : (outOf.get(node.id) ?? NONE));
  const lists = new WeakMap<BpmnElement, Map<string, ReadonlySet<string>>>();
  const listed = (element: BpmnElement, name: string): ReadonlySet<string> => {
    const children = childrenNamed(element, name);
    if (children.length === 0) return NOTHING;
    const known = lists.get(element) ?? new Map<string, ReadonlySet<string>>();
    lists.set(element, known);
    const found = known.get(name) ?? new Set(children.map((each) => local(each.text)));
    known.set(name, found);
    return found;
  };
  const degree = (node: BpmnElement, flows: readonly BpmnElement[], list: string): ReadonlySet<string> => {
    const own = listed(node, list);
    if (flows.every((flow) => own.has(flow.id))) return own;
    return new Set([...flows.map((flow) => flow.id), ...own]);
  };
  return {
    root,
    elements,
    named,
    withId,
    target: (reference) =>
      reference === null || (reference.includes(':') && leadsOutside(reference))
        ? null
        : (withId(local(reference))[0] ?? null),
    leadsOutside,
    incoming: (node) => degree(node, flowsInto(node), 'incoming'),
    outgoing: (node) => degree(node, flowsOutOf(node), 'outgoing'),
    listed,
    flowsInto,
    flowsOutOf,
    messageFlowsFrom: (element) => messagesFrom.get(element.id) ?? NONE,
    messageFlowsTo: (element) => messagesTo.get(element.id) ?? NONE,
    boundaryEvents: (activity) => attached.get(activity.id) ?? NONE,
    associationsOf: ({ id }) => [...(associatedFrom.get(id) ?? NONE), ...(associatedTo.get(id) ?? NONE)],
    keepsLists: byName.has('incoming') || byName.has('outgoing'),
  };
}

/** Prefixes that stand for another namespace than the file's own; and whether an imported file shares the file's own. */
function foreignPrefixes(root: BpmnElement): {
  readonly foreign: ReadonlySet<string>;
  readonly sameNamespace: boolean;
} {
  const own = attribute(root, 'targetNamespace');
  const prefixes = Object.entries(root.attributes).filter(([key]) => key.startsWith('xmlns:'));
  return {
    foreign: new Set(prefixes.filter(([, uri]) => uri !== own).map(([key]) => key.slice(6))),
    sameNamespace: childrenNamed(root, 'import').some((each) => attribute(each, 'namespace') === own),
  };
}

/** The definitions of an event, its own and those it refers to, by their names. */
export function definitionsOf(event: BpmnElement, file: StandardFile): readonly BpmnElement[] {
  return event.children.flatMap((child): readonly BpmnElement[] => {
    if (EVENT_DEFINITIONS.includes(child.name)) return [child];
    const meant = child.name === 'eventDefinitionRef' ? file.target(child.text) : null;
    return meant !== null && EVENT_DEFINITIONS.includes(meant.name) ? [meant] : NONE;
  });
}

/** Names of an event's triggers: `message`, `compensate`, … */
export const triggersOf = (event: BpmnElement, file: StandardFile): readonly string[] =>
  definitionsOf(event, file).map((each) => each.name.replace('EventDefinition', ''));

/** An event that names a definition which is not in this file has a trigger that cannot be told. */
export const hasUnknownTrigger = (event: BpmnElement, file: StandardFile): boolean =>
  childrenNamed(event, 'eventDefinitionRef').some((each) => file.target(each.text) === null);

export const inExecutable = (element: BpmnElement): boolean => {
  const process = ancestor(element, 'process');
  return process !== null && isTrue(process, 'isExecutable');
};
