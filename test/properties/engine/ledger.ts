import type { Effect } from '@chengban/domain';

type Kind = 'task' | 'job' | 'timer' | 'wait';

export interface Open {
  readonly kind: Kind;
  readonly nodeId: string;
  readonly token: number;
}

/** What a database would hold after the effects: whatever is opened was closed, whatever is closed was open. */
export class Ledger {
  private readonly rows = new Map<string, Open>();
  /** nodes completed and flows passed by the last step, how often */
  trace: Record<string, number> = {};

  /** @param happened what the step itself consumed, so that no effect speaks of it */
  book(effects: readonly Effect[], flows: ReadonlySet<string>, happened: Open | null): void {
    this.trace = {};
    if (happened) this.close(happened.kind, happened);
    for (const effect of effects) {
      if (effect.type === 'done') this.count(effect.nodeId);
      else if (effect.type === 'pass' && flows.has(effect.elementId)) this.count(effect.elementId);
      else if (effect.type === 'task.open' || effect.type === 'job.start') this.open(effect.type, effect);
      else if (effect.type === 'timer.start' || effect.type === 'wait.start') this.open(effect.type, effect);
      else if (effect.type === 'task.close' || effect.type === 'task.cancel') this.close('task', effect);
      else if (effect.type === 'job.cancel') this.close('job', effect);
      else if (effect.type === 'timer.cancel') this.close('timer', effect);
      else if (effect.type === 'wait.cancel') this.close('wait', effect);
    }
  }

  copy(): Ledger {
    const other = new Ledger();
    for (const [key, row] of this.rows) other.rows.set(key, row);
    return other;
  }

  get all(): readonly Open[] {
    return [...this.rows.values()];
  }

  /** What waits, as `kind node`, without saying for which token. */
  get waiting(): readonly string[] {
    return this.all.map(({ kind, nodeId }) => `${kind} ${nodeId}`).sort();
  }

  private count(id: string): void {
    this.trace[id] = (this.trace[id] ?? 0) + 1;
  }

  private open(type: string, { nodeId, token }: { readonly nodeId: string; readonly token: number }): void {
    const kind = type.split('.')[0] as Kind;
    const key = `${kind} ${nodeId} ${token}`;
    if (this.rows.has(key)) throw new Error(`${key} was opened twice`);
    this.rows.set(key, { kind, nodeId, token });
  }

  private close(kind: Kind, { nodeId, token }: { readonly nodeId: string; readonly token: number }): void {
    if (!this.rows.delete(`${kind} ${nodeId} ${token}`)) throw new Error(`${kind} ${nodeId} ${token} was not open`);
  }
}
