import type { CompiledNode, CompiledScope } from '../compile/compiled-flow.js';
import { nodeOf, scopeOf } from '../compile/compiled-flow.js';
import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { endlessLoop } from './macrosteps.js';
import type {
  ArmedTimer,
  Compensation,
  Effect,
  Incident,
  IncidentCode,
  Marking,
  ScopeInstance,
  Token,
} from './marking.js';
import type { Workflow } from './workflow.js';

type Live<T> = { -readonly [Key in keyof T]: T[Key] | undefined };
type Must<T, Key extends keyof T> = Omit<Live<T>, Key> & { -readonly [Each in Key]-?: NonNullable<T[Each]> };

/**
 * `visit` counts the token's moves within the step: what was asked of it before it moved on is void. `coming`: it came to
 * its node, and nothing has begun there yet, so nothing of it is open in the world. `chosen`: the flows that it goes out
 * on, where they were chosen before it leaves.
 */
export type LiveToken = Must<Token, 'id' | 'at' | 'in'> & {
  visit: number;
  coming: boolean;
  chosen: readonly string[] | undefined;
};
/** What is known of a token before it lives. */
type LiveFacts = Live<Omit<Token, 'id' | 'at'>> & Pick<Token, 'id' | 'at'>;

/** `touched`: something completed in this ad-hoc sub-process in this step. */
export type LiveScope = Must<ScopeInstance, 'id' | 'scope'> & { touched?: boolean | undefined };
export type LiveCompensation = Must<Compensation, 'id' | 'by' | 'in' | 'left'>;

/** What is still to do, in order; settle.ts carries it out. */
export type Command =
  /** the token's machine gets an event */
  | { readonly do: 'send'; readonly token: LiveToken; readonly visit: number; readonly event: string }
  /** the token came to a node where something has to happen */
  | { readonly do: 'enter'; readonly token: LiveToken; readonly visit: number }
  /** what happens at the token's node is over */
  | { readonly do: 'complete'; readonly token: LiveToken; readonly visit: number; readonly variables: JsonObject }
  /** a signal comes to something that waited for it when it was thrown */
  | {
      readonly do: 'hear';
      readonly listener: { readonly node: string; readonly on: number; readonly token: LiveToken | null };
      readonly trigger: number;
      readonly variables: JsonObject;
    }
  /** the next activity of a compensation */
  | { readonly do: 'compensate'; readonly compensation: number };

/** The scope instance of the process itself. */
export const ROOT = 0;

/**
 * One step under way: the marking opened up, what is still to do, and what the world will be asked. It lives within one
 * call of `step`; everything in run/ that changes an instance changes this.
 */
export interface Play {
  readonly workflow: Workflow;
  readonly now: Instant;
  readonly tokens: Map<number, LiveToken>;
  readonly scopes: Map<number, LiveScope>;
  readonly compensations: Map<number, LiveCompensation>;
  timers: ArmedTimer[];
  incidents: Incident[];
  readonly terms: NonNullable<Marking['terms']>;
  variables: JsonObject;
  readonly visited: Set<string>;
  readonly effects: Effect[];
  readonly queue: Command[];
  /** the ways of tokens from one node to the next: they come before everything else that is to do */
  readonly moves: Extract<Command, { readonly do: 'send' }>[];
  seq: number;
  /** the end event of the process reached last in this step */
  reached: { readonly nodeId: string; readonly outcome: string } | null;
  /** variables changed or tokens moved since conditions were last looked at */
  changed: boolean;
}

const NONE: readonly never[] = [];
const NO_TERMS: Play['terms'] = {};
const NO_FACTS: NonNullable<Marking['root']> = {};

export function open(workflow: Workflow, marking: Marking, now: Instant): Play {
  const tokens = new Map<number, LiveToken>();
  for (const token of marking.tokens) tokens.set(token.id, live(token));
  const scopes = new Map<number, LiveScope>();
  scopes.set(ROOT, rootOf(marking, workflow));
  for (const scope of marking.scopes ?? NONE) scopes.set(scope.id, { ...scope });
  const compensations = new Map<number, LiveCompensation>();
  for (const each of marking.compensations ?? NONE) compensations.set(each.id, { ...each, in: each.in ?? ROOT });
  return {
    workflow,
    now,
    tokens,
    scopes,
    compensations,
    timers: [...(marking.timers ?? NONE)],
    incidents: [...(marking.incidents ?? NONE)],
    terms: marking.terms ?? NO_TERMS,
    variables: marking.variables,
    visited: new Set(marking.visited),
    effects: [],
    queue: [],
    moves: [],
    seq: marking.seq,
    reached: null,
    changed: true,
  };
}

/** The process itself, written out: every step makes and reads this one. */
function rootOf({ root, process }: Marking, { compiled }: Workflow): LiveScope {
  const { got, held, interrupted, completed, next, fired } = root ?? NO_FACTS;
  return {
    id: ROOT,
    scope: process ?? compiled.processId,
    host: undefined,
    in: undefined,
    data: undefined,
    of: undefined,
    got,
    held,
    interrupted,
    completed,
    next,
    fired,
  };
}

/** Every member is there from the beginning: objects of one shape are what makes a step fast. */
const live = ({ id, at, in: scope, via, idle, of, loop, over, data, got, held }: Readonly<LiveFacts>): LiveToken => ({
  id,
  at,
  in: scope ?? ROOT,
  via,
  idle,
  of,
  loop,
  over,
  data,
  got,
  held,
  visit: 0,
  coming: false,
  chosen: undefined,
});

export const nodeAt = (play: Play, token: LiveToken): CompiledNode => nodeOf(play.workflow.compiled, token.at);

export function scopeAt(play: Play, id: number): LiveScope {
  const scope = play.scopes.get(id);
  if (scope === undefined) throw new Error(`no scope instance ${id}`);
  return scope;
}

export const compiledScopeAt = (play: Play, id: number): CompiledScope =>
  scopeOf(play.workflow.compiled, scopeAt(play, id).scope);

/** How deep a scope instance lies; the process itself at 0. */
export function depthOf(play: Play, id: number): number {
  if (id === ROOT) return 0;
  const { host, in: around } = scopeAt(play, id);
  return 1 + depthOf(play, (host === undefined ? around : play.tokens.get(host)?.in) ?? ROOT);
}

export const isAlive = (play: Play, token: LiveToken): boolean => play.tokens.get(token.id) === token;

/** Tokens of one instance; whoever makes more makes them without end, or has drawn a quantity that nobody can mean. */
const MAX_TOKENS = 10_000;

/** A new token that is in no state yet. */
export function newToken(play: Play, scope: number, facts: Partial<LiveToken> = {}): LiveToken {
  if (play.tokens.size >= MAX_TOKENS) throw endlessLoop('a token');
  play.seq += 1;
  const token = live({ ...facts, id: play.seq, at: facts.at ?? '', in: scope });
  play.tokens.set(token.id, token);
  return token;
}

export const tokensIn = (play: Play, scope: number): readonly LiveToken[] =>
  [...play.tokens.values()].filter((token) => token.in === scope);

/** One iteration of a loop or instance of a multi-instance activity, not the whole of it. */
export const isInner = (play: Play, token: LiveToken): boolean =>
  token.of !== undefined && play.tokens.has(token.of) && nodeAt(play, token).loop !== undefined;

export function passed(play: Play, element: string): void {
  play.effects.push({ type: 'pass', elementId: element });
  if (Object.hasOwn(play.workflow.compiled.nodes, element)) play.visited.add(element);
}

export const send = (play: Play, token: LiveToken, event: string): void => {
  play.moves.push({ do: 'send', token, visit: token.visit, event });
};

const NOTHING: JsonObject = {};

export const complete = (play: Play, token: LiveToken, variables: JsonObject = NOTHING): void => {
  play.queue.push({ do: 'complete', token, visit: token.visit, variables });
};

/** The token rests where it is until somebody mends the cause and tries again. */
export function incident(
  play: Play,
  token: Pick<LiveToken, 'id' | 'at'>,
  code: IncidentCode,
  message: string,
  cure: string,
): void {
  const found = { nodeId: token.at, token: token.id, code, message, cure };
  play.incidents.push(found);
  play.effects.push({ type: 'incident', ...found });
}

export const nameOf = (play: Play, nodeId: string): string => nodeOf(play.workflow.compiled, nodeId).name || nodeId;
