// For specs only: a matter that people act on. Everything goes through JSON between two acts, and after every act the
// tasks that a database would hold are compared with the seats.
import {
  emptyMarking,
  follow,
  loadWorkflow,
  matterOffersFor,
  newStanding,
  offersFor,
  perform,
  performOnMatter,
  recordingSeater,
  startInstance,
  step,
} from '@chengban/domain';
import type {
  ActContext,
  ActingPerson,
  CompiledFlow,
  Effect,
  JsonObject,
  MatterAct,
  MatterContext,
  Offer,
  Performed,
  Seat,
  SeatEffect,
  Seated,
  Seater,
  Sitting,
  Standing,
  StepEvent,
  TaskAct,
  Workflow,
} from '@chengban/domain';
import type { Advanced } from '../../../libs/domain/src/approval/act.js';
import { fits } from '../../../libs/domain/src/run/check-marking.js';
import { compiled, throughJson } from '../engine/draw.js';
import { TaskRows } from './task-rows.js';

/** node → who may decide there: a pool, or a seat each where the node has seats. `*`: everywhere else. */
export type Cast = Readonly<Record<string, readonly string[]>>;

export interface Setting extends Partial<Pick<MatterContext, 'known' | 'choosable' | 'openItems'>> {
  readonly cast?: Cast;
  readonly seater?: Seater;
  readonly variables?: JsonObject;
  readonly startedBy?: string | null;
}

/** 甲 drafts; 乙, 丙, 丁 review. */
const EVERYBODY: Cast = { '*': ['甲', '乙', '丙', '丁'] };

/** A seat for each person where several decide, else one seat for all. */
export const castSeater =
  (cast: Cast): Seater =>
  ({ node, standing }): readonly Seated[] => {
    const persons = cast[node.id] ?? cast['*'] ?? [];
    const drafting = node.purpose === 'draft';
    const able = drafting ? persons : persons.filter((id) => !standing.drafterIds.includes(id));
    const fallback = { candidateIds: [...persons, '管理员'], fallback: true } as const;
    if (able.length === 0) return [fallback];
    return drafting || node.seats === undefined ? [{ candidateIds: able }] : able.map((id) => ({ candidateIds: [id] }));
  };

type Who = string | ActingPerson;

export class Matter {
  standing: Standing;
  now = 1_704_157_200_000;
  effects: readonly Effect[] = [];
  seats: readonly SeatEffect[] = [];
  last: Performed | null = null;
  rows = new TaskRows();
  /** what the seater answered, act by act */
  readonly recorded: (readonly (readonly Seated[])[])[] = [];
  private readonly seater: Seater;

  private constructor(
    readonly workflow: Workflow,
    readonly setting: Setting,
  ) {
    this.seater = setting.seater ?? castSeater({ ...EVERYBODY, ...setting.cast });
    this.standing = newStanding(emptyMarking('hash', {}));
    const started = startInstance(workflow, setting.variables ?? {}, this.now, 'hash');
    if (!started.ok) throw new Error(started.error.code);
    const { seater, recorded } = recordingSeater(this.seater);
    this.keep({ ...follow({ ...this.scene(), seater }, started.value) }, recorded);
  }

  static async of(parts: readonly string[], setting: Setting = {}): Promise<Matter> {
    return Matter.from(await compiled(...parts), setting);
  }

  static from(flow: CompiledFlow, setting: Setting = {}): Matter {
    return new Matter(loadWorkflow(throughJson(flow), 'hash'), setting);
  }

  // acts: refused ones throw with their code

  submit(at: string, who: Who = '甲', variables: JsonObject = {}): this {
    return this.do(who, at, { verb: 'submit', variables });
  }

  approve(at: string, who: Who = '乙', opinion?: string): this {
    return this.do(who, at, { verb: 'approve', ...(opinion !== undefined && { opinion }) });
  }

  return(at: string, who: Who = '乙', back: Partial<Extract<TaskAct, { readonly verb: 'return' }>> = {}): this {
    return this.do(who, at, { verb: 'return', reason: '请补正', ...back });
  }

  reject(at: string, who: Who = '乙'): this {
    return this.do(who, at, { verb: 'reject', reason: '不符合要求' });
  }

  withdraw(who: Who): this {
    return this.doMatter(who, { verb: 'withdraw', reason: '看错了' });
  }

  /** On the seat of that person at a node, on a seat by its number, or on the seat at `node#token`. */
  do(who: Who, at: string | number, act: TaskAct): this {
    const { seater, recorded } = recordingSeater(this.seater);
    this.now += 60_000;
    const done = perform({ ...this.context(who, at), seater }, act);
    if (!done.ok) throw new Error(done.error.code);
    return this.keep(done.value, recorded);
  }

  doMatter(who: Who, act: MatterAct): this {
    const { seater, recorded } = recordingSeater(this.seater);
    this.now += 60_000;
    const done = performOnMatter({ ...this.matterContext(who), seater }, act);
    if (!done.ok) throw new Error(done.error.code);
    return this.keep(done.value, recorded);
  }

  /** The code of the refusal; null where the act would be carried out. Nothing changes. */
  refused(who: Who, at: string | number, act: TaskAct): string | null {
    const before = JSON.stringify(this.standing);
    const done = perform(this.context(who, at), act);
    if (JSON.stringify(this.standing) !== before) throw new Error('a refusal changed something');
    return done.ok ? null : done.error.code;
  }

  refusedMatter(who: Who, act: MatterAct): string | null {
    const done = performOnMatter(this.matterContext(who), act);
    return done.ok ? null : done.error.code;
  }

  /** Another matter that stands where this one does. */
  fork(): Matter {
    const other = Object.create(Matter.prototype) as Matter;
    Object.assign(other, this, { rows: this.rows.copy(), recorded: [...this.recorded] });
    return other;
  }

  /**
   * What happens without a person.
   * @param place the row that the event consumes, where it is known
   */
  event(event: StepEvent, place?: Parameters<TaskRows['apply']>[2]): this {
    this.now += 60_000;
    const { seater, recorded } = recordingSeater(this.seater);
    const stepped = step(this.workflow, this.standing.marking, event, this.now);
    if (!stepped.ok) throw new Error(stepped.error.code);
    const followed = follow({ ...this.scene(), seater }, stepped.value);
    const kinds = { timer: 'timer', job: 'job' } as const;
    const kind = event.type === 'timer' || event.type === 'job' ? kinds[event.type] : null;
    const places = this.rows.waiting.filter(
      (each) => each.kind === kind && 'nodeId' in event && each.nodeId === event.nodeId,
    );
    const happened =
      place ?? places.find(({ token }) => !('token' in event) || event.token === token) ?? places[0] ?? null;
    return this.keep(followed, recorded, happened);
  }

  offers(who: Who, at: string | number): readonly Offer[] {
    return offersFor(this.context(who, at));
  }

  matterOffers(who: Who): readonly Offer[] {
    return matterOffersFor(this.matterContext(who));
  }

  // looking

  get active(): readonly string[] {
    return this.standing.marking.active;
  }

  /** Open tasks, as `node: candidates`, the holder marked. */
  get tasks(): readonly string[] {
    return this.standing.sittings.flatMap(({ nodeId, seats }) =>
      seats
        .filter(({ status }) => status === 'open')
        .map(
          ({ candidateIds, holderId }) =>
            `${nodeId}: ${candidateIds.map((id) => (id === holderId ? `${id}*` : id)).join('、')}`,
        ),
    );
  }

  /** The seats at a node, as `person status`. */
  seatsAt(nodeId: string): readonly string[] {
    return this.sittingAt(nodeId).seats.map(({ candidateIds, status }) => `${candidateIds.join('、')} ${status}`);
  }

  sittingAt(at: string): Sitting {
    const [nodeId, token] = at.split('#');
    const found = this.standing.sittings.find(
      (each) => each.nodeId === nodeId && (token === undefined || each.token === Number(token)),
    );
    if (found === undefined) throw new Error(`nobody sits at ${at}, but at ${this.tasks.join('; ')}`);
    return found;
  }

  seatOf(person: string, at: string): Seat {
    const { seats } = this.sittingAt(at);
    const theirs = seats.filter(({ candidateIds, status }) => candidateIds.includes(person) && status !== 'removed');
    const [first] = seats;
    const seat = theirs.find(({ status }) => status === 'open') ?? theirs[0] ?? first;
    if (seat === undefined) throw new Error(`no seat at ${at}`);
    return seat;
  }

  context(who: Who, at: string | number): ActContext {
    const actor = typeof who === 'string' ? { personId: who } : who;
    const persons = [actor.personId, ...(actor.deputyFor ?? [])];
    const seat =
      typeof at === 'number'
        ? at
        : (
            persons
              .map((id) => this.seatOf(id, at))
              .find(
                ({ status, candidateIds }) => status === 'open' && candidateIds.some((id) => persons.includes(id)),
              ) ?? this.seatOf(actor.personId, at)
          ).id;
    return { ...this.matterContext(who), seat };
  }

  matterContext(who: Who): MatterContext {
    const actor = typeof who === 'string' ? { personId: who } : who;
    const { known, choosable, openItems, startedBy = '甲' } = this.setting;
    return {
      ...this.scene(),
      actor,
      startedBy,
      ...(known && { known }),
      ...(choosable && { choosable }),
      ...(openItems && { openItems }),
    };
  }

  private scene() {
    return { workflow: this.workflow, standing: throughJson(this.standing), seater: this.seater, now: this.now };
  }

  private keep(
    done: Advanced | Performed,
    recorded: readonly (readonly Seated[])[],
    happened: Parameters<TaskRows['apply']>[2] = null,
  ): this {
    this.rows.apply(done.effects, done.seats, happened);
    this.standing = throughJson(done.standing);
    this.effects = done.effects;
    this.seats = done.seats;
    this.last = 'decisions' in done ? done : null;
    this.recorded.push(recorded);
    const { marking } = this.standing;
    this.rows.check(this.workflow, this.standing);
    if (marking.status !== 'completed' && !fits(this.workflow, marking))
      throw new Error(`no marking of this flow: ${JSON.stringify(marking)}`);
    for (const { nodeId, seats } of this.standing.sittings) {
      const waits = seats.some(({ status }) => status === 'open');
      if (!waits) throw new Error(`nobody's turn at ${nodeId}: ${JSON.stringify(seats)}`);
    }
    return this;
  }
}
