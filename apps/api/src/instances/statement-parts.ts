/** A statement in the making: parts that are joined by commas, and the values of its placeholders. */
export class Parts {
  readonly values: unknown[] = [];
  readonly texts: string[] = [];

  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
  readonly json = (value: unknown): string => `${this.bind(JSON.stringify(value))}::jsonb`;

  add(name: string, sql: string): void {
    this.texts.push(`${name} AS (${sql})`);
  }
}

/** What nearly every part speaks of: placeholders of the tenant, the instance, the moment and the one who acts. */
export interface Place {
  readonly tenant: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
}
