import { startInstance, step } from '@chengban/domain';
import type { Effect, JsonObject, Marking, StepEvent, Workflow } from '@chengban/domain';
import { starterHears, startersOf } from './starters.js';
import type { Starter } from './starters.js';

type JobStart = Extract<Effect, { readonly type: 'job.start' }>;
export type JobResult = Extract<StepEvent, { readonly type: 'job' }>['result'];

export interface Job extends JobStart {
  readonly instance: number;
  readonly startedAt: number;
}

/** How a job is answered: after so many milliseconds of virtual time, or `null`: only when somebody answers it. */
export interface JobPlan {
  readonly afterMs: number;
  readonly answer: () => JobResult;
}

export interface WorldRules {
  readonly planJob: (job: Job, world: World) => JobPlan | null;
  /** told of every effect, in order */
  readonly onEffect?: (effect: Effect, instance: Instance) => void;
}

export interface Instance {
  readonly number: number;
  readonly process: string;
  marking: Marking;
}

type Message = Extract<Effect, { readonly type: 'message.send' }>;
type Signal = Extract<Effect, { readonly type: 'signal.send' }>;

const HASH = 'world';
/** Events in one world before it counts as never coming to rest. */
const MAX_EVENTS = 5_000;

/**
 * Several instances of the processes of one file, with the messages and signals between them, on a clock that jumps to
 * whatever is due next. What happens at the same time happens in the order in which it was asked for.
 */
export class World {
  now = 0;
  readonly instances: Instance[] = [];
  private readonly jobs: {
    readonly job: Job;
    readonly dueAt: number | null;
    readonly answer: (() => JobResult) | null;
  }[] = [];
  private readonly signals: { readonly from: Instance; readonly signal: Signal }[] = [];
  /** messages that nobody waited for yet, oldest first */
  private mailbox: { readonly from: Instance; readonly message: Message }[] = [];
  private readonly deferred: (() => void)[] = [];
  private readonly starters: readonly Starter[];

  constructor(
    private readonly workflow: Workflow,
    private readonly rules: WorldRules,
  ) {
    this.starters = startersOf(workflow.compiled);
  }

  /** Begins a process; without `nodeId` at its plain start. */
  start(process: string, variables: JsonObject, nodeId?: string): Instance | null {
    const at = nodeId === undefined ? { process } : { process, nodeId };
    const begun = startInstance(this.workflow, variables, this.now, HASH, at);
    if (!begun.ok) return null;
    const instance: Instance = { number: this.instances.length, process, marking: begun.value.marking };
    this.instances.push(instance);
    this.accept(instance, begun.value);
    return instance;
  }

  /** One event for one instance. @returns whether the instance took it */
  tell(instance: Instance, event: StepEvent): boolean {
    const result = step(this.workflow, instance.marking, event, this.now);
    if (result.ok) this.accept(instance, result.value);
    return result.ok;
  }

  /** Before anything else happens, but not within what is happening now. */
  later(action: () => void): void {
    this.deferred.push(action);
  }

  openJobs(nodeId: string): readonly Job[] {
    return this.jobs.filter((each) => each.job.nodeId === nodeId).map((each) => each.job);
  }

  answer(job: Job, result: JobResult): void {
    const at = this.jobs.findIndex((each) => each.job === job);
    if (at >= 0) this.jobs.splice(at, 1);
    const { nodeId, token } = job;
    this.tell(this.instanceOf(job), { type: 'job', nodeId, token, result });
  }

  /** Everything that happens up to a time, or until nothing more does. @returns false when it does not come to rest */
  run(until = Infinity): boolean {
    for (let events = 0; events < MAX_EVENTS; events += 1) {
      if (this.doDeferred() || this.deliverSignal() || this.deliverMessage()) continue;
      const next = this.next();
      if (next === null || next.at > until) {
        if (until !== Infinity) this.now = Math.max(this.now, until);
        return true;
      }
      this.now = Math.max(this.now, next.at);
      next.happen();
    }
    return false;
  }

  private doDeferred(): boolean {
    const action = this.deferred.shift();
    action?.();
    return action !== undefined;
  }

  private instanceOf({ instance }: Job): Instance {
    const found = this.instances[instance];
    if (found === undefined) throw new Error(`no instance ${instance}`);
    return found;
  }

  private accept(instance: Instance, { marking, effects }: { marking: Marking; effects: readonly Effect[] }): void {
    // through JSON, as an instance lives between two events
    instance.marking = JSON.parse(JSON.stringify(marking)) as Marking;
    for (const effect of effects) {
      this.rules.onEffect?.(effect, instance);
      if (effect.type === 'job.start') this.startJob({ ...effect, instance: instance.number, startedAt: this.now });
      else if (effect.type === 'job.cancel') this.cancelJob(instance, effect.nodeId, effect.token);
      else if (effect.type === 'signal.send') this.signals.push({ from: instance, signal: effect });
      else if (effect.type === 'message.send') this.mailbox.push({ from: instance, message: effect });
    }
  }

  private startJob(job: Job): void {
    const plan = this.rules.planJob(job, this);
    this.jobs.push({ job, dueAt: plan === null ? null : this.now + plan.afterMs, answer: plan?.answer ?? null });
  }

  private cancelJob({ number }: Instance, nodeId: string, token: number): void {
    const at = this.jobs.findIndex(
      ({ job }) => job.instance === number && job.nodeId === nodeId && job.token === token,
    );
    if (at >= 0) this.jobs.splice(at, 1);
  }

  /** The job or timer that is due first; jobs first where both are. */
  private next(): { readonly at: number; readonly happen: () => void } | null {
    let at = Infinity;
    let happen: (() => void) | null = null;
    for (const { job, dueAt, answer } of this.jobs) {
      if (dueAt === null || answer === null || dueAt >= at) continue;
      at = dueAt;
      happen = () => this.answer(job, answer());
    }
    for (const instance of this.instances) {
      const [timer] = [...(instance.marking.timers ?? [])].sort((a, b) => a.dueAt - b.dueAt);
      if (timer === undefined || timer.dueAt >= at) continue;
      at = timer.dueAt;
      happen = () => {
        const taken = this.tell(instance, { type: 'timer', nodeId: timer.node, token: timer.on });
        if (!taken) throw new Error(`the timer ${timer.node} is armed but cannot fire`);
      };
    }
    return happen === null ? null : { at, happen };
  }

  /** To all that wait now, and to every process that it starts (§10.5.1). */
  private deliverSignal(): boolean {
    const next = this.signals.shift();
    if (next === undefined) return false;
    const { from, signal } = next;
    const { name, variables } = signal;
    const starters = this.starters.filter((each) => !each.shared || !this.waitsAt(each.nodeId));
    // the engine has told the instance that threw it
    for (const instance of this.instances) {
      if (instance !== from) this.tell(instance, { type: 'signal', name, variables });
    }
    for (const starter of starters) {
      if (starterHears(starter, 'signal', name)) this.start(starter.process, variables, starter.nodeId);
    }
    return true;
  }

  private waitsAt(nodeId: string): boolean {
    return this.instances.some(({ marking }) => marking.tokens.some((token) => token.at === nodeId));
  }

  /** To one receiver: an instance that waits, else a process that it starts, else it stays in the mailbox. */
  private deliverMessage(): boolean {
    for (const letter of this.mailbox) {
      if (!this.hand(letter.message, letter.from)) continue;
      this.mailbox = this.mailbox.filter((each) => each !== letter);
      return true;
    }
    return false;
  }

  private hand({ name, key, variables }: Message, from: Instance): boolean {
    const event: StepEvent = { type: 'message', name, key, variables };
    const others = this.instances.filter((each) => each !== from);
    for (const instance of [...others, from]) if (this.tell(instance, event)) return true;
    const starter = this.starters.find((each) => starterHears(each, 'message', name));
    if (starter !== undefined) this.start(starter.process, variables, starter.nodeId);
    return starter !== undefined;
  }
}
