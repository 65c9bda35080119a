import { either } from './bound.js';
import type { Bound } from './bound.js';

/** The names that an expression can read at one place, innermost first. */
export class Scope {
  private readonly names = new Map<string, Bound>();
  /** whether `partial`, the results of a loop so far, was read through this scope */
  partialRead = false;

  constructor(
    private readonly outer: Scope | null,
    /** in a filter: any name may be a member of an item, and is then no larger than this */
    private readonly item: Bound | null = null,
  ) {}

  bind(name: string, bound: Bound): this {
    this.names.set(name, bound);
    return this;
  }

  /** Null for a name that nothing binds. */
  look(name: string): Bound | null {
    const own = this.names.get(name);
    if (own !== undefined) {
      if (name === 'partial') this.partialRead = true;
      return own;
    }
    const outside = this.outer?.look(name) ?? null;
    if (this.item === null) return outside;
    return outside === null ? this.item : either(outside, this.item);
  }

  /** Bound by the expression or a variable; a member of a filter's items does not count. */
  binds(name: string): boolean {
    return this.names.has(name) || (this.outer?.binds(name) ?? false);
  }

  get inFilter(): boolean {
    return this.item !== null || (this.outer?.inFilter ?? false);
  }
}
