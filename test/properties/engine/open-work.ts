// What the world believes is open, kept from the effects alone.
import type { Effect, Marking, StepEvent } from '@chengban/domain';

type Place = readonly [nodeId: string, token: number];
type Wait = readonly [nodeId: string, token: number, name: string, kind: 'message' | 'signal'];

export class OpenWork {
  private open: Effect[] = [];

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

  private close(type: Effect['type'], nodeId: string, token: number | undefined): void {
    const at = this.open.findIndex((each) => each.type === type && each.nodeId === nodeId && each.token === token);
    if (at < 0) throw new Error(`${type} of ${nodeId} (${token}) is over, but was not open`);
    this.open.splice(at, 1);
  }

  private places(type: Effect['type']): Place[] {
    return this.open.flatMap((each) => (each.type === type && 'token' in each ? [[each.nodeId, each.token]] : []));
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
    const people = inner.filter((token) => /^(t|l|a|x|undo-)/.test(token.at) && !/^(ah|tx)/.test(token.at));
    same(
      'tasks',
      this.tasks(),
      people.map(({ at, id }): Place => [at, id]),
    );
  }

  /** @throws when something is still open */
  isEmpty(): void {
    if (this.open.length > 0) throw new Error(`still open: ${JSON.stringify(this.open)}`);
  }
}
