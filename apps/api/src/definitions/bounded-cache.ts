/** Keeps the values used last, as many as their sizes allow. For values that never change, such as published flows. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();
  private total = 0;

  /**
   * @param limit of all sizes together; one value larger than that is kept alone
   * @param sizeOf each value counts one unless given
   */
  constructor(
    private readonly limit: number,
    private readonly sizeOf: (value: Value) => number = () => 1,
  ) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // a Map keeps insertion order: putting it back makes it the newest
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): Value {
    this.drop(key);
    this.values.set(key, value);
    this.total += this.sizeOf(value);
    for (const oldest of this.values.keys()) {
      if (this.total <= this.limit || oldest === key) break;
      this.drop(oldest);
    }
    return value;
  }

  get size(): number {
    return this.values.size;
  }

  private drop(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.total -= this.sizeOf(value);
  }
}
