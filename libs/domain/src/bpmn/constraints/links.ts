import { childrenNamed, groupBy } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

const isIn = (definition: BpmnElement, event: string): boolean => definition.parent?.name === event;

/** The link definitions that `source` or `target` elements name. */
const named = (definition: BpmnElement, end: string, file: StandardFile): readonly BpmnElement[] =>
  childrenNamed(definition, end).flatMap((each) => file.target(each.text) ?? []);

/** The links of a file by event and name, once for all of them. */
interface LinkIndex {
  /** links pair by `source` and `target`, or, where the file keeps none, by their names (§10.5.5) */
  readonly byName: boolean;
  readonly named: ReadonlyMap<string, readonly BpmnElement[]>;
}

const indexes = new WeakMap<StandardFile, LinkIndex>();

function linksOf(file: StandardFile): LinkIndex {
  const links = file.named('linkEventDefinition');
  const index = indexes.get(file) ?? {
    byName: !links.some((each) => each.children.some(({ name }) => name === 'source' || name === 'target')),
    named: groupBy(links, (each) => `${each.parent?.name ?? ''} ${each.attributes['name'] ?? ''}`),
  };
  indexes.set(file, index);
  return index;
}

const pairsByName = (file: StandardFile): boolean => linksOf(file).byName;

const twins = (definition: BpmnElement, event: string, file: StandardFile): readonly BpmnElement[] =>
  linksOf(file).named.get(`${event} ${definition.attributes['name'] ?? ''}`) ?? [];

export const linkRules: readonly Rule[] = [
  {
    id: 'std-link-pair',
    clause: '10.5.5',
    severity: 'warning',
    on: ['linkEventDefinition'],
    broken: (link, file) =>
      childrenNamed(link, 'target').length > 0 &&
      !named(link, 'target', file).some((target) => file.listed(target, 'source').has(link.id)),
    message: '链接出口{it}指着的入口没有指回它。',
    cure: '请在入口的来源（source）里加上这个出口，或让出口改指正确的入口。',
  },
  {
    id: 'std-link-source',
    clause: '10.5.5',
    severity: 'warning',
    on: ['linkEventDefinition'],
    broken: (link, file) =>
      isIn(link, 'intermediateCatchEvent') &&
      (pairsByName(file)
        ? twins(link, 'intermediateThrowEvent', file).length === 0
        : childrenNamed(link, 'source').length === 0),
    message: '链接入口{it}没有出口与它对应。',
    cure: '请画一个同名的链接出口，或删除这个入口。',
  },
  {
    id: 'std-link-target',
    clause: '10.5.5',
    severity: 'error',
    on: ['linkEventDefinition'],
    broken: (link, file) =>
      isIn(link, 'intermediateThrowEvent') &&
      (pairsByName(file) ? twins(link, 'intermediateCatchEvent', file) : childrenNamed(link, 'target')).length !== 1,
    message: '链接出口{it}没有恰好一个入口与它对应。',
    cure: '请为它画恰好一个同名的链接入口。',
  },
  {
    id: 'std-link-level',
    clause: '10.5.4',
    severity: 'error',
    on: ['linkEventDefinition'],
    broken: (link, file) => {
      if (!isIn(link, 'intermediateThrowEvent')) return false;
      const level = link.parent?.parent;
      const targets = pairsByName(file) ? twins(link, 'intermediateCatchEvent', file) : named(link, 'target', file);
      return targets.length > 0 && !targets.some((each) => each.parent?.parent === level);
    },
    message: '链接出口{it}的入口不在同一层流程里。',
    cure: '请把链接的两头放在同一层；跨层请用消息、信号或升级。',
  },
];
