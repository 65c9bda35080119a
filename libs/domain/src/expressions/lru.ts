/** Remembers the latest used of what it is given, at most so many entries and characters of keys. */
export class Lru<V> {
  private readonly entries = new Map<string, V>();
  private characters = 0;

  constructor(
    private readonly maxEntries: number,
    private readonly maxCharacters: number,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(key: string): V | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    // a Map keeps the order of insertion, so the first key is the one not used for longest; while there is room for
    // twice as many nothing will be dropped soon, and the order need not be kept
    if (this.entries.size * 2 > this.maxEntries || this.characters * 2 > this.maxCharacters) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: V): void {
    if (key.length > this.maxCharacters) return;
    if (this.entries.delete(key)) this.characters -= key.length;
    this.entries.set(key, value);
    this.characters += key.length;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxEntries && this.characters <= this.maxCharacters) return;
      this.entries.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}
