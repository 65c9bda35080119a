// For specs only: what a database would hold of tasks, timers, jobs and waiting places after the effects of every act.
import type { Effect, Marking, Seat, SeatEffect, Standing, Workflow } from '@chengban/domain';
import { Ledger } from '../engine/ledger.js';
import type { Open } from '../engine/ledger.js';

type Row = Pick<Seat, 'candidateIds' | 'holderId'> & { readonly nodeId: string; readonly token: number };

const NO_FLOWS: ReadonlySet<string> = new Set();

/** Throws where an effect does not fit to what is there, or what is there does not fit to the standing. */
export class TaskRows {
  private readonly rows = new Map<number, Row>();

  constructor(private readonly ledger = new Ledger()) {}

  copy(): TaskRows {
    const other = new TaskRows(this.ledger.copy());
    for (const [seat, row] of this.rows) other.rows.set(seat, row);
    return other;
  }

  apply(effects: readonly Effect[], seats: readonly SeatEffect[], happened: Open | null = null): void {
    this.ledger.book(effects, NO_FLOWS, happened);
    for (const effect of seats) {
      const row = this.rows.get(effect.seat);
      if (effect.type === 'open') {
        if (row !== undefined) throw new Error(`seat ${effect.seat} has a task already`);
        const { nodeId, token, candidateIds, holderId } = effect;
        this.rows.set(effect.seat, { nodeId, token, candidateIds, ...(holderId !== null && { holderId }) });
      } else if (row === undefined) throw new Error(`seat ${effect.seat} has no task to ${effect.type}`);
      else if (effect.type === 'close') this.rows.delete(effect.seat);
      else {
        const { holderId: _, ...rest } = row;
        const held = effect.holderId === null ? {} : { holderId: effect.holderId };
        this.rows.set(effect.seat, { ...rest, candidateIds: effect.candidateIds, ...held });
      }
    }
  }

  /** No orphan: a task for each seat whose turn it is, a sitting for each token that works at a user task, and no other. */
  check(workflow: Workflow, { marking, sittings }: Standing): void {
    const expected = sittings.flatMap(({ nodeId, token, seats }) =>
      seats
        .filter(({ status }) => status === 'open')
        .map(({ id, candidateIds, holderId }) => [id, { nodeId, token, candidateIds, holderId }]),
    );
    const found = [...this.rows].map(([id, { nodeId, token, candidateIds, holderId }]) => [
      id,
      { nodeId, token, candidateIds, holderId },
    ]);
    same('tasks', found, expected);
    same('sittings', places(sittings.map(({ nodeId, token }) => [nodeId, token])), places(working(workflow, marking)));
    same(
      'timers',
      this.ledger.all.filter(({ kind }) => kind === 'timer').map(({ nodeId, token }) => `${nodeId} ${token}`),
      (marking.timers ?? []).map(({ node, on }) => `${node} ${on}`),
    );
  }

  /** What waits besides tasks. */
  get waiting(): readonly Open[] {
    return this.ledger.all.filter(({ kind }) => kind !== 'task');
  }
}

const places = (list: readonly (readonly [string, number])[]): readonly string[] =>
  list.map(([nodeId, token]) => `${nodeId} ${token}`);

/** Tokens that work at a user task. */
function working({ compiled }: Workflow, { tokens, incidents = [] }: Marking): readonly (readonly [string, number])[] {
  const stopped = new Set(incidents.filter(({ code }) => code !== 'bad-timer').map(({ token }) => token));
  const ids = new Set(tokens.map(({ id }) => id));
  return tokens.flatMap(({ id, at, idle, over, of }) => {
    const node = compiled.nodes[at];
    const works = node?.kind === 'userTask' && (node.loop === undefined || (of !== undefined && ids.has(of)));
    return works && !idle && !over && !stopped.has(id) ? [[at, id] as const] : [];
  });
}

function same(what: string, found: readonly unknown[], expected: readonly unknown[]): void {
  const texts = (list: readonly unknown[]): string =>
    list
      .map((each) => JSON.stringify(each))
      .sort()
      .join('\n');
  if (texts(found) !== texts(expected)) throw new Error(`${what}:\n${texts(found)}\nshould be:\n${texts(expected)}`);
}
