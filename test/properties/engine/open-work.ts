// What the world believes is open, kept from the effects alone.
import type { CompiledFlow, Effect, Marking, StepEvent } from '@chengban/domain';

type Place = readonly [nodeId: string, token: number];
type Wait = readonly [nodeId: string, token: number, name: string, kind: 'message' | 'signal'];

type Opened = Extract<Effect, { readonly type: 'task.open' | 'timer.start' | 'job.start' | 'wait.start' | 'incident' }>;

export class OpenWork {
  private readonly open: Opened[] = [];

  constructor(private readonly flow: CompiledFlow) {}

  /** `event` is what led to the effects: a timer that fired and a job that was answered are over. */
  take(effects: readonly Effect[], event: StepEvent | null): void {
    if (event?.type === 'timer') this.close('timer.start', event.nodeId, event.token);
    if (event?.type === 'job') this.close('job.start', event.nodeId, event.token);
    for (const effect of effects) this.note(effect);
  }

  private note(effect: Effect): void {
    switch (effect.type) {
      case 'task.open':
      case 'timer.start':
      case 'job.start':
      case 'wait.start':
      case 'incident':
        this.open.push(effect);
        return;
      case 'task.close':
      case 'task.cancel':
        this.close('task.open', effect.nodeId, effect.token);
        return;
      case 'timer.cancel':
        this.close('timer.start', effect.nodeId, effect.token);
        return;
      case 'job.cancel':
        this.close('job.start', effect.nodeId, effect.token);
        return;
      case 'wait.cancel':
        this.close('wait.start', effect.nodeId, effect.token);
        return;
      case 'incident.resolved':
        this.close('incident', effect.nodeId, effect.token);
        return;
      default:
    }
  }

  private close(type: Opened['type'], nodeId: string, token: number | undefined): void {
    const at = this.open.findIndex((each) => each.type === type && each.nodeId === nodeId && each.token === token);
    if (at < 0) throw new Error(`${type} of ${nodeId} (${token}) is over, but was not open`);
    this.open.splice(at, 1);
  }

  private places(type: Opened['type']): Place[] {
    return this.open.flatMap((each) => (each.type === type ? [[each.nodeId, each.token]] : []));
  }

  tasks(): readonly Place[] {
    return this.places('task.open');
  }

  jobs(): readonly Place[] {
    return this.places('job.start');
  }

  waits(): readonly Wait[] {
    return this.open.flatMap((each): Wait[] =>
      each.type === 'wait.start' ? [[each.nodeId, each.token, each.name, each.kind]] : [],
    );
  }

  /** @throws where the marking says something else */
  compare(marking: Marking): void {
    const inner = marking.tokens.filter((token) => !token.idle && !token.over && token.loop === undefined);
    const incidents = marking.incidents ?? [];
    const standing = new Map(inner.map((token) => [token.id, token.at]));
    for (const [nodeId, token] of [...this.tasks(), ...this.jobs()]) {
      if (standing.get(token) !== nodeId) throw new Error(`${nodeId} (${token}) is open, but nothing stands there`);
      if (!marking.active.includes(nodeId)) throw new Error(`${nodeId} is open, but not active`);
    }
    const same = (what: string, one: readonly Place[], two: readonly Place[]): void => {
      const [a, b] = [one, two].map((list) => JSON.stringify(list.map(String).sort()));
      if (a !== b) throw new Error(`${what}: the world has ${a}, the marking ${b}`);
    };
    same(
      'timers',
      this.places('timer.start'),
      (marking.timers ?? []).map(({ node, on }): Place => [node, on]),
    );
    same(
      'incidents',
      this.places('incident'),
      incidents.map(({ nodeId, token }): Place => [nodeId, token]),
    );
    same('waits', this.places('wait.start'), this.waitsOf(marking));
    const people = inner.filter((token) => /^(t|l|a|x|undo-)/.test(token.at) && !/^(ah|tx)/.test(token.at));
    same(
      'tasks',
      this.tasks(),
      people.map(({ at, id }): Place => [at, id]),
    );
  }

  /** What waits for messages and signals, worked out from the tokens and scopes alone. */
  private waitsOf({ tokens, scopes = [], status, root, process }: Marking): readonly Place[] {
    if (status === 'completed') return [];
    const { nodes, flows, scopes: all } = this.flow;
    const at = new Map(tokens.map((token) => [token.id, token]));
    const ofTokens = tokens.flatMap((token): Place[] => {
      const node = nodes[token.at];
      if (node === undefined || token.idle || token.over) return [];
      const isWhole = token.loop !== undefined;
      const isInstance = token.of !== undefined && at.has(token.of);
      const own = isWhole || node.kind === 'endEvent' ? [] : [token.at];
      const behind = node.kind === 'eventBasedGateway' ? node.outgoing.map((flow) => flows[flow]?.target ?? '') : [];
      const border = isInstance ? [] : (node.boundaries ?? []);
      return [...own, ...behind, ...border].map((id): Place => [id, token.id]);
    });
    const instances = [{ id: 0, scope: process ?? this.flow.processId, interrupted: root?.interrupted }, ...scopes];
    const ofScopes = instances.flatMap(({ id, scope, interrupted }): Place[] =>
      interrupted
        ? []
        : (all[scope]?.eventScopes ?? []).flatMap((inside) =>
            (all[inside]?.triggered ?? []).map((on): Place => [on, id]),
          ),
    );
    return [...ofTokens, ...ofScopes].flatMap(([id, on]) => {
      const node = nodes[id];
      if (node?.kind === 'receiveTask') return [[id, on] as const];
      if (node === undefined || /Throw|end/.test(node.kind)) return [];
      const said = (node.triggers ?? []).filter(({ kind }) => kind === 'message' || kind === 'signal');
      return said.map((): Place => [id, on]);
    });
  }

  /** @throws when something is still open */
  isEmpty(): void {
    if (this.open.length > 0) throw new Error(`still open: ${JSON.stringify(this.open)}`);
  }
}
