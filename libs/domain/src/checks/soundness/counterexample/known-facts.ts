import { touches } from '../explore/facts.js';
import { rootsOf } from '../explore/conditions.js';
import type { Fact } from '../graph/graph.js';
import type { Move } from '../explore/net.js';
import { satisfy } from '../explore/satisfy.js';

/**
 * What is known of conditions along a run, each said once. Conditions that read no variable in common have nothing to do
 * with each other, so only those that read one with the new ones are asked.
 */
export class KnownFacts {
  private readonly said = new Map<string, Fact>();
  private readonly byRoot = new Map<string, Map<string, Fact>>();

  /** Whether what a move presupposes can hold together with what is known before it and not changed by it. */
  allow({ requires, writes }: Move): boolean {
    if (requires.length === 0) return true;
    const facts = new Map(requires.map((fact) => [keyOf(fact), fact]));
    for (const { text } of requires)
      for (const root of askedBy(text))
        for (const [key, fact] of this.byRoot.get(root) ?? []) if (!touches(writes, fact.text)) facts.set(key, fact);
    return satisfy([...facts.values()]) !== null;
  }

  learn({ requires, writes }: Move): void {
    if (writes.length > 0) for (const [key, fact] of this.said) if (touches(writes, fact.text)) this.forget(key, fact);
    for (const fact of requires) {
      const key = keyOf(fact);
      this.said.set(key, fact);
      for (const root of askedBy(fact.text)) {
        const same = this.byRoot.get(root);
        if (same) same.set(key, fact);
        else this.byRoot.set(root, new Map([[key, fact]]));
      }
    }
  }

  private forget(key: string, { text }: Fact): void {
    this.said.delete(key);
    for (const root of askedBy(text)) this.byRoot.get(root)?.delete(key);
  }
}

const keyOf = ({ text, holds }: Fact): string => `${holds ? '+' : '-'}${text}`;

/** What reads no variable at all still contradicts its own opposite. */
const askedBy = (text: string): readonly string[] => {
  const roots = rootsOf(text);
  return roots.length === 0 ? [''] : roots;
};
