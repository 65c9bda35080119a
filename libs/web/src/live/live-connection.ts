/** What of the browser a connection needs; tests bring their own. */
export interface LiveSurroundings {
  openSource(): LiveSource;
  /** between the windows of one person in one browser */
  readonly windows: LiveWindows | null;
  /** @returns a function that calls it off */
  later(work: () => void, ms: number): () => void;
}

export interface LiveSource {
  on(event: 'change' | 'replaced' | 'signed-out' | 'closed', take: (id: string) => void): void;
  close(): void;
}

export interface LiveWindows {
  say(word: LiveWord): void;
  hear(take: (word: LiveWord) => void): void;
  close(): void;
}

/** change: something is new · mine: I hold the stream now · gone: I held it and close */
export type LiveWord = 'change' | 'mine' | 'gone';

export interface LiveListener {
  onChange: () => void;
  /** the stream ended or was refused: the session may be over */
  onDoubt: () => void;
}

/** The server refused or is away; an ordinary break of the line the browser mends by itself. */
const RETRY_MS = 15_000;

/**
 * One stream for all windows of a person: a browser has six connections to a server, and open streams would use them up.
 * The window that came to the front last holds it and passes on what it hears; when it closes, one that is in sight takes over.
 */
export class LiveConnection {
  private source: LiveSource | null = null;
  private seen: string | null = null;
  private callOff: (() => void) | null = null;
  private isInSight = false;

  constructor(
    private readonly around: LiveSurroundings,
    private readonly listener: LiveListener,
  ) {
    around.windows?.hear((word) => this.hear(word));
  }

  /** The window came to the front. */
  inSight(): void {
    this.isInSight = true;
    this.open();
  }

  outOfSight(): void {
    this.isInSight = false;
  }

  /** The page goes, and perhaps comes back. */
  release(): void {
    this.isInSight = false;
    if (this.source) this.around.windows?.say('gone');
    this.drop();
  }

  close(): void {
    this.release();
    this.around.windows?.close();
  }

  private open(): void {
    if (this.source) return;
    this.callOff?.();
    const source = this.around.openSource();
    this.source = source;
    this.around.windows?.say('mine');
    const from = (take: (id: string) => void) => (id: string) => {
      if (this.source === source) take(id);
    };
    source.on(
      'change',
      from((id) => this.changed(id)),
    );
    source.on(
      'replaced',
      from(() => this.drop()),
    );
    source.on(
      'signed-out',
      from(() => {
        this.drop();
        this.listener.onDoubt();
      }),
    );
    source.on(
      'closed',
      from(() => {
        this.drop();
        this.listener.onDoubt();
        this.callOff = this.around.later(() => this.isInSight && this.open(), RETRY_MS);
      }),
    );
  }

  /** The first word of a stream tells where things stand: news only if the page knew something else. */
  private changed(id: string): void {
    const isNews = this.seen !== null && this.seen !== id;
    this.seen = id;
    if (!isNews) return;
    this.around.windows?.say('change');
    this.listener.onChange();
  }

  private hear(word: LiveWord): void {
    if (word === 'change') this.listener.onChange();
    else if (word === 'mine') this.drop();
    else if (this.isInSight) this.open();
  }

  private drop(): void {
    this.callOff?.();
    this.callOff = null;
    this.source?.close();
    this.source = null;
  }
}
