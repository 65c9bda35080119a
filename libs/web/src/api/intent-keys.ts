/**
 * One key per user intent: pressing the same button with the same content again, because the network failed or the
 * finger was quick, sends the same key, and the API answers the first act again instead of acting twice.
 */
export class IntentKeys {
  private readonly open = new Map<string, { content: string; key: string }>();

  /** The key of this intent: the same as long as neither `settle` was called nor the content changed. */
  keyFor(intent: string, content: unknown): string {
    const text = JSON.stringify(content ?? null);
    const known = this.open.get(intent);
    if (known?.content === text) return known.key;
    const key = randomKey();
    this.open.set(intent, { content: text, key });
    return key;
  }

  /** The API gave a definite answer: the next press is a new intent. */
  settle(intent: string): void {
    this.open.delete(intent);
  }
}

/** 128 random bits in hex. Not `crypto.randomUUID`: it does not exist on the plain-http intranets of county offices. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
