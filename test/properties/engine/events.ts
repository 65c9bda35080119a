// What is thrown and what hears it (BPMN 2.0.2 §10.5, §13.5.3 to §13.5.6).
import type { DrawnNode, Trigger } from './drawing.js';
import { count, framesOf, remove, sitesOf, tokenAt } from './position.js';
import type { Frame, Paper, Position, Scope, Site, Token } from './position.js';

/** Rules that a test of the property turns off, to see that it notices. */
export interface Rules {
  readonly inclusiveJoinsWait: boolean;
  readonly parallelJoinsCountFlows: boolean;
  readonly besideStays: boolean;
}

export abstract class Events {
  constructor(
    readonly paper: Paper,
    readonly rules: Rules,
  ) {}

  /** A new activation of a scope. */
  abstract open(scope: string): Scope;

  /** §13.5.6 */
  throwFrom(position: Position, { token, frame }: Site, trigger: Trigger, atActivity: boolean): void {
    if (trigger.kind === 'error' || trigger.kind === 'escalation') {
      if (trigger.kind === 'escalation') token.phase = 'over';
      const caught = this.catcher(frame, atActivity ? token : null, trigger);
      if (caught !== null) caught();
      else if (trigger.kind === 'error') {
        Object.assign(position.root, { tokens: [], handlers: [], armed: {}, heard: [] });
        position.failed = true;
      }
    } else if (trigger.kind === 'signal') {
      token.phase = 'over';
      this.signal(position, trigger.name);
    } else if (trigger.kind === 'terminate') {
      token.phase = 'over';
      Object.assign(frame.scope, { tokens: [token], handlers: [], armed: {}, heard: [] });
    }
  }

  /** From inside outwards; at each place an event that names the code before one that catches every code. */
  private catcher(
    from: Frame,
    activity: Token | null,
    thrown: Extract<Trigger, { readonly kind: 'error' | 'escalation' }>,
  ): (() => void) | null {
    const among = (armed: Record<string, number>): string | undefined => {
      const events = Object.keys(armed).filter((id) => this.paper.node(id).trigger?.kind === thrown.kind);
      const code = (id: string): string | null => {
        const { trigger } = this.paper.node(id);
        return trigger !== undefined && 'code' in trigger ? trigger.code : null;
      };
      const exact = thrown.code === null ? undefined : events.find((id) => code(id) === thrown.code);
      return exact ?? events.find((id) => code(id) === null);
    };
    const own = activity === null ? undefined : among(activity.armed);
    if (activity !== null && own !== undefined) return () => this.goBeside(from.scope, activity, own);
    for (let frame: Frame | null = from; frame !== null; frame = frame.around) {
      const at: Frame = frame;
      const inside = among(at.scope.armed);
      if (inside !== undefined) return () => this.handle(at, inside);
      const { host, around } = at;
      const boundary = host === null ? undefined : among(host.armed);
      if (host !== null && around !== null && boundary !== undefined) {
        return () => this.goBeside(around.scope, host, boundary);
      }
    }
    return null;
  }

  /** On its way to everything that waits for it now; what comes first is left open. */
  signal(position: Position, name: string): void {
    const hears = (id: string): boolean => {
      const { trigger } = this.paper.node(id);
      return trigger?.kind === 'signal' && trigger.name === name;
    };
    const places = [
      ...sitesOf(position).map(({ token }) => token),
      ...framesOf(position.root).map(({ scope }) => scope),
    ];
    for (const place of places) place.heard.push(...Object.keys(place.armed).filter(hears));
  }

  hear(position: Position, place: Token | Scope, id: string, frame: Frame): void {
    remove(place.heard, id);
    if (!(id in place.armed)) return;
    if ('tokens' in place) this.handle(frame, id);
    else this.happenAt(position, { token: place, frame }, id);
  }

  happenAt(position: Position, { token, frame }: Site, id: string): void {
    const node = this.paper.node(id);
    if (node.kind === 'boundary') this.goBeside(frame.scope, token, id);
    else if (token.at === id) Object.assign(token, { armed: {}, phase: 'over' });
    else {
      const flow = this.paper.incoming(id).find((each) => each.from === token.at);
      count(position, token.at);
      Object.assign(token, { armed: {}, phase: 'fired', at: id, via: flow?.id });
    }
  }

  /** §13.5.3 */
  private goBeside(scope: Scope, host: Token, boundary: string): void {
    if (this.paper.node(boundary).beside && this.rules.besideStays) used(host.armed, boundary);
    else remove(scope.tokens, host);
    scope.tokens.push(tokenAt(boundary, 'here'));
  }

  /** §13.5.4 */
  handle({ scope }: Frame, start: string): void {
    const node = this.paper.node(start);
    if (node.beside) used(scope.armed, start);
    else Object.assign(scope, { tokens: [], handlers: [], armed: {}, heard: [] });
    scope.handlers.push(this.open(node.scope));
  }
}

/** How often an event fires again after the first time; without end for all but timers. */
export const again = ({ trigger }: DrawnNode): number => (trigger?.kind === 'timer' ? trigger.times - 1 : -1);

function used(armed: Record<string, number>, id: string): void {
  const left = armed[id] ?? 0;
  if (left === 0) delete armed[id];
  else if (left > 0) armed[id] = left - 1;
}
