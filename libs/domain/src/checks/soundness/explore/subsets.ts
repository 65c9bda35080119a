import type { Edge, Fact } from '../graph/graph.js';

/** Branches of an inclusive split that may be taken or not, beyond which not every choice is tried. */
const MOST = 8;

export interface Subset {
  readonly edges: readonly Edge[];
  readonly requires: readonly Fact[];
}

/** Every choice of an inclusive split (§13.4.3); null when there are too many. */
export function subsetsOf(out: readonly Edge[]): readonly Subset[] | null {
  const always = out.filter((edge) => edge.always);
  const asked = out.filter((edge) => !edge.always && !edge.fallback);
  if (asked.length > MOST) return null;
  const subsets: Subset[] = [];
  for (let bits = 0; bits < 1 << asked.length; bits++) {
    const taken = asked.filter((_, at) => (bits >> at) & 1);
    const requires = asked.flatMap((edge) => {
      const holds = taken.includes(edge);
      return edge.requires.map(({ text }) => ({ text, holds }));
    });
    const none = taken.length === 0 && always.length === 0;
    const edges = none
      ? out.filter((edge) => edge.fallback)
      : out.filter((edge) => edge.always || taken.includes(edge));
    if (edges.length > 0) subsets.push({ edges, requires });
  }
  return subsets;
}
