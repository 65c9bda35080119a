export interface SavedDraft {
  revision: number;
  savedAt: string;
}
/** What another administrator did meanwhile; revision 0 when the draft is gone (thrown away or published). */
export interface Conflict {
  revision: number;
  savedBy: string | null;
  savedAt: string | null;
}

export type SaveState =
  | { at: 'unchanged' }
  | { at: 'waiting' }
  | { at: 'saving' }
  | { at: 'saved'; savedAt: string }
  | { at: 'failed'; error: unknown }
  | { at: 'conflict'; conflict: Conflict };

export interface DraftDoor {
  /** @param revision what was seen last, null when no draft was there */
  put: (xml: string, revision: number | null) => Promise<SavedDraft>;
  /** the conflict that an error of `put` tells of, null for every other error */
  conflictOf: (error: unknown) => Conflict | null;
}

/**
 * Keeps the drawing on the server while it is drawn: one request at a time, the newest drawing wins, a lost line is
 * tried again, and a draft that somebody else saved meanwhile is never overwritten without asking.
 */
export class DraftSaver {
  private state: SaveState = { at: 'unchanged' };
  private readonly listeners = new Set<() => void>();
  private pending: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly door: DraftDoor,
    private revision: number | null,
    private readonly pause = 700,
    private readonly retry = 5_000,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getState = (): SaveState => this.state;

  /** true while something drawn is not yet on the server */
  get unsaved(): boolean {
    return this.pending !== null || this.running !== null;
  }

  /** Takes the newest drawing; it is saved after a short pause. */
  offer(xml: string): void {
    this.pending = xml;
    if (this.state.at === 'conflict') return;
    if (!this.running) this.show({ at: 'waiting' });
    this.wait(this.pause);
  }

  /** Saves at once what is waiting. Resolves when nothing is under way any more, saved or not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.pending !== null && this.state.at !== 'conflict') await this.save();
  }

  /** The person decided that this drawing replaces the other one. */
  overwrite(): Promise<void> {
    if (this.state.at === 'conflict') this.revision = this.state.conflict.revision;
    this.show({ at: 'waiting' });
    return this.flush();
  }

  /** Published or thrown away: there is no draft any more, and nothing to save. */
  forget(): void {
    clearTimeout(this.timer);
    this.pending = null;
    this.revision = null;
    this.show({ at: 'unchanged' });
  }

  /** The page is gone: no more tries. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private save(): Promise<void> {
    const xml = this.pending;
    if (xml === null) return Promise.resolve();
    this.pending = null;
    this.show({ at: 'saving' });
    this.running = this.door
      .put(xml, this.revision)
      .then(
        ({ revision, savedAt }) => {
          this.revision = revision;
          this.show(this.pending === null ? { at: 'saved', savedAt } : { at: 'waiting' });
        },
        (error: unknown) => this.failed(xml, error),
      )
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private failed(xml: string, error: unknown): void {
    this.pending ??= xml;
    const conflict = this.door.conflictOf(error);
    this.show(conflict ? { at: 'conflict', conflict } : { at: 'failed', error });
    if (!conflict) this.wait(this.retry);
  }

  private show(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
