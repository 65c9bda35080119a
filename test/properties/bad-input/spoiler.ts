import { parseXml } from '../../../libs/domain/src/bpmn/xml/parse-xml.js';
import { writeXml } from '../../../libs/domain/src/bpmn/xml/write-xml.js';
import { rootOf } from '../../../libs/domain/src/bpmn/xml/xml-tree.js';
import type { XmlElement } from '../../../libs/domain/src/bpmn/xml/xml-tree.js';
import { given, loosened, spoils } from './mutations.js';
import type { Pick } from './mutations.js';

const parsed = (xml: string): XmlElement => {
  const document = parseXml(xml);
  const root = document && rootOf(document);
  if (!root) throw new Error('one of our own models is no XML');
  return root;
};

/**
 * Spoils one of these models as the numbers say.
 * @param often how many times: one of these
 */
export function spoiler(models: readonly string[], often: readonly number[] = [1, 1, 2, 3, 6]) {
  const trees = models.map(parsed);
  const ways = spoils(given(parsed));
  const names = Object.keys(ways);
  return (dice: readonly number[]): { xml: string; how: string } => {
    let at = 0;
    const pick: Pick = (from) => (from.length === 0 ? undefined : from[(dice[at++ % dice.length] ?? 0) % from.length]);
    const [first, second] = [pick(trees), pick(trees)];
    if (!first || !second) throw new Error('no models');
    const [root, other] = [loosened(first), loosened(second)];
    const done: string[] = [];
    for (let left = pick(often) ?? 1; left > 0; left--) {
      const name = pick(names) ?? '';
      ways[name]?.(root, pick, other);
      done.push(name);
    }
    return { xml: writeXml({ children: [root as XmlElement] }), how: done.join(', ') };
  };
}
