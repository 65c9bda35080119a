import { rootsOf } from './conditions.js';
import type { State } from './explore.js';
import type { Fact, Writes } from '../graph/graph.js';
import type { Move, Net, Tokens } from './net.js';
import { satisfy } from './satisfy.js';

/** What is known of conditions in a state: numbers, two for each condition (does not hold, holds), in ascending order. */
export type Held = readonly number[];

/**
 * Follows conditions that several gateways ask about, so that the same question gets the same answer for as long as
 * nothing between may change it.
 */
export class Facts {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  constructor(private readonly net: Net) {
    const asking = new Map<string, Set<number>>();
    for (const vertex of net.vertices)
      for (const edge of net.graph.outOf(vertex))
        for (const { text } of edge.requires)
          for (const name of rootsOf(text)) asking.set(name, (asking.get(name) ?? new Set()).add(vertex.id));
    for (const vertex of net.vertices)
      for (const edge of net.graph.outOf(vertex))
        for (const { text } of edge.requires)
          if (!this.numbers.has(text) && rootsOf(text).some((name) => (asking.get(name)?.size ?? 0) > 1))
            this.numbers.set(text, this.texts.push(text) - 1);
  }

  /** What is known after a move; null when its conditions cannot hold together with what is known. */
  after(state: State, move: Move): Held | null {
    const kept =
      move.writes.length === 0 ? state.facts : state.facts.filter((fact) => !touches(move.writes, this.text(fact)));
    if (move.requires.length === 0) return kept;
    const said = [...kept.map((fact) => ({ text: this.text(fact), holds: fact % 2 === 1 })), ...move.requires];
    if (satisfy(said) === null) return null;
    const changing = this.changing(state.tokens);
    const added = move.requires.flatMap(({ text, holds }: Fact) => {
      const number = this.numbers.get(text);
      return number === undefined || touches(changing, text) ? [] : [number * 2 + (holds ? 1 : 0)];
    });
    return [...new Set([...kept, ...added])].sort((a, b) => a - b);
  }

  private text(fact: number): string {
    return this.texts[fact >> 1] ?? '';
  }

  /** Variables that a folded piece may change at any time, since a token is somewhere inside it. */
  private changing(tokens: Tokens): Writes {
    const names = new Set<string>();
    for (const place of tokens) {
      const { kind, vertex } = this.net.at(place);
      if (kind !== 'resting' || vertex.body?.kind === 'node' || vertex.writes.length === 0) continue;
      if (vertex.writes === 'all') return 'all';
      for (const name of vertex.writes) names.add(name);
    }
    return [...names];
  }
}

export const touches = (writes: Writes, text: string): boolean =>
  writes === 'all' || rootsOf(text).some((name) => writes.includes(name));
