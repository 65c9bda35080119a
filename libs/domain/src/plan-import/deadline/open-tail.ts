const TAIL = /^(.+?)[、并]?((?:持续|长期)推进)$/u;

/** 「…形成阶段性成果并持续推进」 is two clauses that only lack their comma. */
export function splitOpenTail(clause: string): readonly string[] {
  const [found, first = '', tail = ''] = TAIL.exec(clause) ?? [];
  return found ? [first, tail] : [clause];
}
