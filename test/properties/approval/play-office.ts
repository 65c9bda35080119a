// People and the world act at random on one drawing; after every act everything is held against what must be.
import { perform, performOnMatter, predict, recordedSeater, step } from '@chengban/domain';
import type { JsonObject, MatterAct, Seated, Standing, StepEvent, TaskAct } from '@chengban/domain';
import { emptyMarking, follow, loadWorkflow, newStanding, startInstance } from '@chengban/domain';
import { choicesOf } from '../engine/drawing.js';
import { optionsOf } from '../engine/options.js';
import { throughJson } from '../engine/draw.js';
import { officeBpmn, officeFlow } from './approval-drawing.js';
import type { Office } from './approval-drawing.js';
import { Matter } from './matter.js';
import { PLAIN, actFor, agree, chooseOffer, pick, somebody } from './office-acts.js';
import type { Dice, Trying } from './office-acts.js';
import { PEOPLE, officeSeater } from './office-people.js';
import { comparedWithReplay } from './replayed.js';
import type { Driven } from './replayed.js';
import { mustBeSame, placesOf, seatsOf, standsAs } from './same-standing.js';

export interface Played {
  readonly acts: readonly string[];
  /** how often what happened */
  readonly seen: Readonly<Record<string, number>>;
}

type Entry =
  | ({ readonly kind: 'task'; readonly act: TaskAct } & Trying)
  | { readonly kind: 'matter'; readonly who: string; readonly act: MatterAct }
  | { readonly kind: 'event'; readonly event: StepEvent };
type Done = Entry & { readonly now: number; readonly recorded: readonly (readonly Seated[])[] };

/** More tokens than this tell nothing new. */
const CROWD = 25;

/** Refusals that depend on what one chooses with the verb, beyond what a button can know. */
const CHOSEN_BADLY = new Set(
  'same-person already-seated drafter-chosen nobody-chosen signer-acted last-seat endless-loop'.split(' '),
);

/** The last vote may lead a return that others have asked for elsewhere, by what it fills in. */
const NO_WAY_BACK = new Set(['no-return-target', 'return-parallel', 'return-out-of-reach']);

export async function playOffice(office: Office, numbers: readonly number[]): Promise<Played> {
  const flow = await officeFlow(office);
  const choice = choicesOf(office.drawing, numbers[0] ?? 0) as JsonObject;
  const started = startInstance(loadWorkflow(flow, 'hash'), { choice }, 0, 'hash');
  if (!started.ok) return { acts: [], seen: { [`not begun ${started.error.code}`]: 1 } };
  const match = new OfficeMatch(office, flow, numbers);
  try {
    match.play();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(['', said, 'acts:', ...match.words, officeBpmn(office)].join('\n'), { cause: error });
  }
  return { acts: match.words, seen: match.seen };
}

const keyOf = ({ at, footprint }: Standing['trail'][number]): string => `${at} ${JSON.stringify(footprint)}`;

class OfficeMatch {
  readonly words: string[] = [];
  readonly seen: Record<string, number> = {};
  private readonly matter: Matter;
  private readonly log: Done[] = [];
  private readonly driven = new Map<string, Driven>();
  private readonly first: JsonObject;
  private isMoved = false;
  private longest = 0;
  private at = 0;

  constructor(
    private readonly office: Office,
    flow: Awaited<ReturnType<typeof officeFlow>>,
    private readonly numbers: readonly number[],
  ) {
    this.first = choicesOf(office.drawing, numbers[0] ?? 0) as JsonObject;
    const seater = officeSeater((numbers[1] ?? 0) % 97);
    this.matter = Matter.from(flow, { seater, variables: { choice: this.first } });
    this.remember(null, this.first);
  }

  private readonly dice: Dice = (below) => {
    this.at += 1;
    return (this.numbers[this.at % this.numbers.length] ?? 0) % below;
  };

  play(): void {
    for (let turn = 0; turn < 26; turn += 1) {
      const { marking, reroute } = this.matter.standing;
      if (marking.status === 'completed' || marking.tokens.length > CROWD) break;
      const kind = this.dice(10);
      if (kind === 0 || (reroute !== null && kind < 6)) this.actOnMatter();
      else if (kind <= 2 || this.matter.standing.sittings.length === 0) this.happen();
      else this.act();
    }
    this.count(this.matter.standing.marking.status);
    this.replay();
  }

  private count(what: string): void {
    this.seen[what] = (this.seen[what] ?? 0) + 1;
  }

  // what the world does

  private happen(): void {
    const { drawing } = this.office;
    const die = this.dice(5_039);
    const incidents = this.matter.standing.marking.incidents ?? [];
    const options = optionsOf(drawing, this.matter.rows.waiting, incidents, die);
    if (options.length === 0) return;
    const { event, words, happened } = options[die % options.length] as (typeof options)[number];
    const choice = this.choiceNow();
    const stepped = step(this.matter.workflow, this.matter.standing.marking, event, this.matter.now);
    if (!stepped.ok) return this.count(`refused ${stepped.error.code}`);
    this.words.push(words);
    this.matter.event(event, happened);
    this.count(event.type);
    const given = 'variables' in event ? (event.variables['choice'] as JsonObject | undefined) : undefined;
    const answered =
      event.type === 'job' && event.result.kind === 'done' ? event.result.variables['choice'] : undefined;
    this.remember({ kind: 'event', event }, (given ?? (answered as JsonObject | undefined) ?? choice) as JsonObject);
    this.check();
  }

  private choiceNow = (): JsonObject => (this.matter.standing.marking.variables['choice'] ?? {}) as JsonObject;

  // what people do

  private act(): void {
    const trying = somebody(this.dice, this.matter);
    if (trying === null) return;
    const { actor, seat } = trying;
    const offers = this.matter.offers(actor, seat);
    for (const { verb, allowed, code } of offers) {
      if (allowed) continue;
      const refused = this.matter.refused(actor, seat, PLAIN[verb] as TaskAct);
      if (refused !== code) throw new Error(`offered ${verb}: ${code}, performed: ${refused}`);
    }
    const offer = chooseOffer(this.dice, offers);
    if (offer === null) return;
    const choice = choicesOf(this.office.drawing, this.dice(5_039)) as JsonObject;
    const act = actFor(this.dice, this.matter, trying, offer, { choice });
    const words = `${actor.deputyFor ? `${actor.personId} for ${actor.deputyFor.join()}` : actor.personId} at ${this.nodeOf(seat)} seat ${seat}: ${JSON.stringify(act)}`;
    const refused = this.matter.refused(actor, seat, act);
    if (refused !== null) {
      if (CHOSEN_BADLY.has(refused) || (act.verb === 'approve' && NO_WAY_BACK.has(refused)))
        return this.count(`refused ${refused}`);
      throw new Error(`${words}\nwas offered, and is refused: ${refused}`);
    }
    this.words.push(words);
    const before = this.matter.fork();
    const writes = act.verb === 'submit' || act.verb === 'approve';
    if (this.dice(3) === 0) this.foresee(before);
    this.matter.do(actor, seat, act);
    this.count(act.verb);
    this.isMoved ||= this.wasMoved(before, writes ? { choice } : {});
    this.remember({ kind: 'task', ...trying, act }, writes ? choice : this.choiceNow());
    this.check();
    if (['submit', 'approve', 'return', 'reject'].includes(act.verb)) this.takeBack(before, actor.personId);
    if (act.verb === 'return') this.comeBack(before, choice);
  }

  /** Neither drawn nor undone: the token was put where a named node is, which no event can do. */
  private wasMoved(before: Matter, variables: JsonObject): boolean {
    const { trail } = this.matter.standing;
    // what agreed to the work before may have gone on from there at once
    const returned = trail.slice(before.standing.trail.length).find(({ verb }) => verb === 'return');
    if (returned?.sitting === undefined) return false;
    const { nodeId, token } = returned.sitting;
    const drawn = step(
      this.matter.workflow,
      before.standing.marking,
      { type: 'complete', nodeId, token, variables },
      0,
    );
    const [is, would] = [this.matter.standing.marking, drawn.ok ? drawn.value.marking : null];
    return would === null || JSON.stringify(is.tokens) !== JSON.stringify(would.tokens);
  }

  private nodeOf(seat: number): string {
    return this.matter.standing.sittings.find(({ seats }) => seats.some(({ id }) => id === seat))?.nodeId ?? '?';
  }

  private actOnMatter(): void {
    const who = pick(this.dice, PEOPLE);
    const act = this.matterAct();
    const refused = this.matter.refusedMatter(who, act);
    if (refused !== null) return this.count(`${act.verb} refused ${refused}`);
    this.words.push(`${who}: ${JSON.stringify(act)}`);
    this.matter.doMatter(who, act);
    this.count(act.verb);
    if (act.verb === 'confirmReroute') this.isMoved = true;
    this.remember({ kind: 'matter', who, act }, this.choiceNow());
    this.check();
  }

  private matterAct(): MatterAct {
    const { dice } = this;
    const { sittings, reroute } = this.matter.standing;
    if (reroute !== null) return dice(4) === 0 ? { verb: 'dropReroute' } : { verb: 'confirmReroute' };
    const kind = dice(28);
    if (kind === 0) return { verb: 'cancel', reason: '不办了' };
    if (kind === 1) return { verb: 'terminate', reason: '重复了' };
    if (kind <= 4) return { verb: 'urge' };
    if (kind <= 9) return { verb: 'handOver', fromId: pick(dice, PEOPLE), toId: pick(dice, PEOPLE), reason: '离职' };
    if (kind <= 15 && sittings.length > 0) {
      const tasks = this.office.drawing.nodes.filter((node) => node.kind === 'task');
      return { verb: 'reroute', token: pick(dice, sittings).token, to: pick(dice, tasks).id, reason: '调整' };
    }
    return { verb: 'withdraw', reason: '看错了' };
  }

  // what must be

  /** Each step of the trail, with what drove it; a step that nothing drove follows from what was put back. */
  private remember(entry: Entry | null, choice: JsonObject): void {
    const { trail } = this.matter.standing;
    for (const step of trail) {
      const { sitting, verb, resumed } = step;
      const key = keyOf(step);
      if (this.driven.has(key)) continue;
      // handed in again, straight back: as if the return had never been
      const [passage] = resumed?.trail ?? [];
      if (passage !== undefined) {
        this.driven.set(key, this.driven.get(keyOf(passage)) ?? null);
        continue;
      }
      const completes = sitting !== undefined && verb !== undefined;
      const event: StepEvent | null = completes
        ? { type: 'complete', nodeId: sitting.nodeId, token: sitting.token, variables: {} }
        : entry?.kind === 'event'
          ? entry.event
          : null;
      this.driven.set(key, event === null ? null : { event, choice });
    }
    if (entry !== null) this.log.push({ ...entry, now: this.matter.now, recorded: this.matter.recorded.at(-1) ?? [] });
  }

  private check(): void {
    const { standing, workflow, last } = this.matter;
    for (const { nodeId, seats } of standing.sittings) {
      const deciders = seats.flatMap(({ decision }) =>
        decision ? [...new Set([decision.by, decision.forId ?? decision.by])] : [],
      );
      if (new Set(deciders).size < deciders.length) throw new Error(`somebody decided twice at ${nodeId}`);
    }
    for (const { by, forId, verb, nodeId } of last?.decisions ?? []) {
      const drafted = [by, forId ?? by].some((id) => standing.drafterIds.includes(id));
      if (verb !== 'submit' && drafted) throw new Error(`who drafted has decided at ${nodeId}`);
    }
    if (standing.marking.status === 'completed' || this.isMoved) return;
    // a trail that only grew says nothing new, mostly
    const isShorter = standing.trail.length < this.longest;
    this.longest = standing.trail.length;
    if (!isShorter && this.dice(4) > 0) return;
    const steps = standing.trail.map((step) => this.driven.get(keyOf(step)) ?? null);
    const compared = comparedWithReplay(workflow, standing, this.first, steps);
    this.count(`replay ${compared}`);
    if (compared === 'other') throw new Error('what stands is not what the steps that count come to');
  }

  /** What is foreseen for the first sitting is what comes when everybody agrees there. */
  private foresee(matter: Matter): void {
    const { workflow, standing } = matter;
    const seater = officeSeater((this.numbers[1] ?? 0) % 97);
    const { next, unknown, stuck } = predict({ workflow, standing, seater, now: matter.now });
    const [first] = standing.sittings;
    if (first === undefined || unknown || stuck || (workflow.compiled.dedupe ?? 'off') !== 'off') return;
    const other = matter.fork();
    if (!agree(other, first.token) || other.standing.marking.status === 'completed') return;
    // who drafts and who votes differ from what could be guessed: only places are foreseen for certain
    const known = new Set(standing.sittings.map(({ nodeId, token }) => `${nodeId} ${token}`));
    const places = other.standing.sittings
      .map(({ nodeId, token }) => `${nodeId} ${token}`)
      .filter((each) => !known.has(each));
    const foreseen = next.slice(0, places.length).map(({ nodeId, token }) => `${nodeId} ${token}`);
    this.count('foreseen');
    mustBeSame('what was foreseen', foreseen.sort(), places.sort());
  }

  /** Taken back at once, everything stands as it did before. */
  private takeBack(before: Matter, who: string): void {
    const other = this.matter.fork();
    const refused = other.refusedMatter(who, { verb: 'withdraw', reason: '看错了' });
    this.count(`taken back ${refused ?? 'at once'}`);
    if (refused !== null) return;
    other.withdraw(who);
    mustBeSame('after withdrawing', standsAs(other.standing), standsAs(before.standing));
  }

  /** Returned and handed in again at once, it stands where it was returned from. */
  private comeBack(before: Matter, choice: JsonObject): void {
    const { asides } = this.matter.standing;
    const aside = asides.at(-1);
    if (aside === undefined || !aside.direct || aside.at !== this.matter.now) return;
    // what comes back may be decided at once by who has agreed to the work
    if ((this.matter.workflow.compiled.dedupe ?? 'off') !== 'off') return;
    // and a join that waited for it goes on without it
    const known = new Set(before.standing.trail.map(keyOf));
    if (!this.matter.standing.trail.every((step) => known.has(keyOf(step)))) return this.count('gone on without it');
    const other = this.matter.fork();
    if (!agree(other, aside.token, { choice })) return this.count('nobody to hand in');
    this.count('straight back');
    mustBeSame('straight back', placesOf(other.standing.marking), placesOf(before.standing.marking));
    const who = (standing: Standing) =>
      standing.sittings.map(seatsOf).map(({ nodeId, token, seats }) => [nodeId, token, seats.map(({ id }) => id)]);
    mustBeSame('the seats straight back', who(other.standing), who(before.standing));
  }

  /** History alone, with what the seater answered then, comes to the same standing. */
  private replay(): void {
    const { workflow } = this.matter;
    let standing = newStanding(emptyMarking('hash', {}));
    const started = startInstance(workflow, { choice: this.first }, 1_704_157_200_000, 'hash');
    if (!started.ok) throw new Error(started.error.code);
    const scene = (now: number, recorded: readonly (readonly Seated[])[]) => ({
      workflow,
      standing: throughJson(standing),
      seater: recordedSeater(recorded),
      now,
    });
    standing = follow(scene(1_704_157_200_000, this.matter.recorded[0] ?? []), started.value).standing;
    for (const entry of this.log) {
      const at = scene(entry.now, entry.recorded);
      if (entry.kind === 'event') {
        const stepped = step(workflow, at.standing.marking, entry.event, entry.now);
        if (!stepped.ok) throw new Error(`replay: ${stepped.error.code}`);
        standing = follow(at, stepped.value).standing;
        continue;
      }
      const done =
        entry.kind === 'task'
          ? perform({ ...at, actor: entry.actor, seat: entry.seat, startedBy: '甲' }, entry.act)
          : performOnMatter({ ...at, actor: { personId: entry.who }, startedBy: '甲' }, entry.act);
      if (!done.ok) throw new Error(`replay: ${done.error.code}`);
      standing = done.value.standing;
    }
    mustBeSame('history replayed', throughJson(standing), this.matter.standing);
  }
}
