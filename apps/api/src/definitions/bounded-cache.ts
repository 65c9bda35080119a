/** Keeps the `limit` values used last. For values that never change, such as published flows. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // a Map keeps insertion order: putting it back makes it the newest
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): Value {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.limit) this.values.delete(this.values.keys().next().value as string);
    return value;
  }

  get size(): number {
    return this.values.size;
  }
}
