// Where the naive game stands: tokens in scopes in tokens, nothing else.
import type { Drawing, DrawnFlow, DrawnNode } from './drawing.js';

/**
 * `flow`: on a flow, towards its node · `fired`: the same, to an event that has already happened · `here`: came to the
 * node · `join`: waits there for other tokens · `busy`: waits for the world, or for what runs inside · `over`: goes on by
 * itself · `stuck`: would go on, but no condition is true
 */
type Phase = 'flow' | 'fired' | 'here' | 'join' | 'busy' | 'over' | 'stuck';

/** One execution of an activity: of a loop there may be several. */
export interface Work {
  inside: Scope | null;
}

export interface Token {
  at: string;
  /** the flow it is on, or on which it came */
  via: string | null;
  phase: Phase;
  works: Work[];
  round: { started: number; done: number } | null;
  /** events that wait at this token, and how often each timer fires again */
  armed: Record<string, number>;
  /** those of them that a signal is on its way to */
  heard: string[];
}

export interface Scope {
  of: string;
  tokens: Token[];
  /** event sub-processes that run */
  handlers: Scope[];
  /** starts of event sub-processes that wait */
  armed: Record<string, number>;
  heard: string[];
}

export interface Position {
  root: Scope;
  failed: boolean;
  /** what has happened since the last act: nodes completed and flows passed, how often */
  trace: Record<string, number>;
}

/** A scope, the token inside which it is (null for event sub-processes and the process), and those around it. */
export interface Frame {
  readonly scope: Scope;
  readonly host: Token | null;
  readonly around: Frame | null;
}

export interface Site {
  readonly token: Token;
  readonly frame: Frame;
}

export const tokenAt = (at: string, phase: Phase, via: string | null = null): Token => ({
  at,
  via,
  phase,
  works: [],
  round: null,
  armed: {},
  heard: [],
});

/** Every scope, those inside before those around. */
export function framesOf(scope: Scope, host: Token | null = null, around: Frame | null = null): readonly Frame[] {
  const frame: Frame = { scope, host, around };
  return [
    ...scope.tokens.flatMap((token) =>
      token.works.flatMap((work) => (work.inside === null ? [] : framesOf(work.inside, token, frame))),
    ),
    ...scope.handlers.flatMap((handler) => framesOf(handler, null, frame)),
    frame,
  ];
}

export const sitesOf = (position: Position): readonly Site[] =>
  framesOf(position.root).flatMap((frame) => frame.scope.tokens.map((token) => ({ token, frame })));

export const isEmpty = (scope: Scope): boolean => scope.tokens.length === 0 && scope.handlers.length === 0;

export const count = (position: Position, id: string): void => {
  position.trace[id] = (position.trace[id] ?? 0) + 1;
};

export function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

/**
 * The standing in one canonical text: the order in which tokens came to be does not show.
 * @param shows which waiting events are told
 */
export function textOf(scope: Scope, shows: (id: string) => boolean): string {
  const armed = (events: Record<string, number>): string =>
    Object.entries(events)
      .filter(([id]) => shows(id))
      .map(([id, left]) => ` ~${id}:${left}`)
      .sort()
      .join('');
  const heard = (place: { readonly heard: readonly string[] }): string =>
    place.heard.length > 0 ? ` ?${[...place.heard].sort().join('?')}` : '';
  const tokens = scope.tokens.map((token) => {
    const round = token.round === null ? '' : `*${token.round.started}/${token.round.done}`;
    const works = token.works
      .map((work) => (work.inside === null ? '' : textOf(work.inside, shows)))
      .filter((text) => text !== '' || token.round !== null)
      .sort();
    return `${token.at}${markOf(token)}${round}${works.length > 0 ? `[${works.join('|')}]` : ''}${armed(token.armed)}${heard(token)}`;
  });
  const handlers = scope.handlers.map((handler) => `${handler.of}${textOf(handler, shows)}`);
  return `{${[...tokens, ...handlers].sort().join(', ')}${armed(scope.armed)}${heard(scope)}}`;
}

const MARKS = { flow: '>', fired: '>>', here: '.', join: '<', busy: '', over: '^', stuck: '!' } as const;

const markOf = ({ phase, via }: Token): string =>
  MARKS[phase] + (phase === 'flow' || phase === 'fired' || phase === 'join' ? (via ?? '') : '');

/** The whole position in one text: of equal positions one is enough. */
export const keyOf = ({ root, failed, trace }: Position): string =>
  `${textOf(root, () => true)} ${failed} ${JSON.stringify(Object.entries(trace).sort())}`;

export const isThrown = ({ kind, trigger }: DrawnNode): boolean =>
  (kind === 'end' || kind === 'throw') && trigger !== undefined && trigger.kind !== 'link';

function byEnd(flows: readonly DrawnFlow[], end: 'from' | 'to'): ReadonlyMap<string, readonly DrawnFlow[]> {
  const found = new Map<string, DrawnFlow[]>();
  for (const flow of flows) found.set(flow[end], [...(found.get(flow[end]) ?? []), flow]);
  return found;
}

/** The drawing, to look things up in. */
export class Paper {
  private readonly nodes: ReadonlyMap<string, DrawnNode>;
  private readonly out: ReadonlyMap<string, readonly DrawnFlow[]>;
  private readonly into: ReadonlyMap<string, readonly DrawnFlow[]>;
  private readonly nexts = new Map<string, readonly string[]>();

  /** whether anything in it throws */
  readonly throws: boolean;

  constructor(readonly drawing: Drawing) {
    this.throws = drawing.nodes.some(isThrown);
    this.nodes = new Map(drawing.nodes.map((node) => [node.id, node]));
    this.out = byEnd(drawing.flows, 'from');
    this.into = byEnd(drawing.flows, 'to');
  }

  node(id: string): DrawnNode {
    const found = this.nodes.get(id);
    if (found === undefined) throw new Error(`nothing is drawn as ${id}`);
    return found;
  }

  outgoing(id: string): readonly DrawnFlow[] {
    return this.out.get(id) ?? [];
  }

  incoming(id: string): readonly DrawnFlow[] {
    return this.into.get(id) ?? [];
  }

  boundaries(id: string): readonly DrawnNode[] {
    return this.drawing.nodes.filter((node) => node.host === id);
  }

  /** The start of a scope: of event sub-processes the one with a trigger. */
  startOf(scope: string): DrawnNode {
    const found = this.drawing.nodes.find((node) => node.kind === 'start' && node.scope === scope);
    if (found === undefined) throw new Error(`${scope} has no start`);
    return found;
  }

  /** Where tokens are when a scope begins: its start, and whatever else no flow leads to. */
  beginnings(scope: string): readonly DrawnNode[] {
    const loose = this.drawing.nodes.filter(
      (node) =>
        node.scope === scope &&
        this.incoming(node.id).length === 0 &&
        !['start', 'boundary', 'eventSub'].includes(node.kind) &&
        !(node.kind === 'catch' && node.trigger?.kind === 'link'),
    );
    return [this.startOf(scope), ...loose];
  }

  /** Starts of the event sub-processes drawn in a scope. */
  triggered(scope: string): readonly DrawnNode[] {
    return this.drawing.nodes
      .filter((node) => node.kind === 'eventSub' && node.scope === scope)
      .map((node) => this.startOf(node.id));
  }

  /** Where a token can be next, by flows, links and the events of an activity. */
  next(id: string): readonly string[] {
    const known = this.nexts.get(id) ?? this.look(id);
    this.nexts.set(id, known);
    return known;
  }

  private look(id: string): readonly string[] {
    const node = this.node(id);
    const { trigger } = node;
    const link =
      node.kind === 'throw' && trigger?.kind === 'link'
        ? this.drawing.nodes.filter(
            (other) => other.kind === 'catch' && other.trigger?.kind === 'link' && other.trigger.name === trigger.name,
          )
        : [];
    return [...this.outgoing(id).map((flow) => flow.to), ...[...link, ...this.boundaries(id)].map((other) => other.id)];
  }
}
