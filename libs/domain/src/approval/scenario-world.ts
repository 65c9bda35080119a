import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import type { Refusal } from '../shared/refusal.js';
import type { ArmedTimer, Effect, Marking, StepEvent, Token } from '../run/marking.js';
import { emptyMarking } from '../run/empty-marking.js';
import { step as runStep } from '../run/step.js';
import type { StepResult } from '../run/step.js';
import type { Performed } from './act.js';
import type { Seater } from './candidates/seater.js';
import { follow } from './follow.js';
import { newStanding } from './standing/new-standing.js';
import type { Standing } from './standing/standing.js';
import { tokensAt } from '../run/tokens-at.js';
import type { Workflow } from '../run/workflow.js';

/** What happened at one moment: one step of the engine. */
export interface Happening {
  readonly at: Instant;
  /** the timer that fired; null for an act, a message and the like */
  readonly timer: string | null;
  readonly effects: readonly Effect[];
  readonly marking: Marking;
}

/** Repetitions fired in one step of a scenario before it counts as a slip in the script. */
const MOST_TIMERS = 10_000;

/** One instance in a world of its own: a clock that only the scenario moves, and what was noted on the way. */
export class ScenarioWorld {
  now: Instant;
  readonly startedBy: string | null;
  standing: Standing;
  /** since it was last asked */
  happened: Happening[] = [];

  constructor(
    readonly workflow: Workflow,
    readonly seater: Seater,
    started: { readonly marking: Marking; readonly effects: readonly Effect[] },
    begun: { readonly now: Instant; readonly startedBy: string | null },
  ) {
    this.now = begun.now;
    this.startedBy = begun.startedBy;
    this.standing = newStanding(emptyMarking(started.marking.definition, {}));
    this.take({ ok: true, value: started });
  }

  get marking(): Marking {
    return this.standing.marking;
  }

  /** Carries an event to the instance, the marking through JSON as a server does. */
  send(event: StepEvent, timer: string | null = null): Refusal | null {
    return this.take(runStep(this.workflow, this.stored().marking, event, this.now), timer);
  }

  stored(): Standing {
    return JSON.parse(JSON.stringify(this.standing)) as Standing;
  }

  take(result: StepResult, timer: string | null = null): Refusal | null {
    if (!result.ok) return result.error;
    const { workflow, seater, now } = this;
    this.keep(follow({ workflow, standing: this.stored(), seater, now }, result.value), timer);
    return null;
  }

  /** What an act of a person or a step has come to. */
  keep({ standing, effects }: Pick<Performed, 'standing' | 'effects'>, timer: string | null = null): void {
    this.standing = standing;
    this.note(timer, effects);
  }

  /** Moves the clock to a date; what is due on the way fires first, in order. */
  advanceTo(until: Instant): Refusal | null {
    for (let fired = 0; fired <= MOST_TIMERS; fired += 1) {
      const next = this.nextTimer();
      if (next === undefined || next.dueAt > until) {
        this.now = Math.max(this.now, until);
        return null;
      }
      const refused = this.fire(next);
      if (refused !== null) return refused;
    }
    return { code: 'too-many-timers', message: `这一段时间里定时器响了超过 ${MOST_TIMERS} 次。` };
  }

  /**
   * Moves the clock until the given timer has fired; of what is due together it comes first. One that does not run, or
   * that something due before it puts an end to, is refused as the engine refuses it.
   */
  advanceToTimer(nodeId: string): Refusal | null {
    const due = this.timers().find((timer) => timer.node === nodeId);
    for (let fired = 0; due !== undefined && fired <= MOST_TIMERS; fired += 1) {
      const next = this.nextTimer();
      if (next === undefined || next.dueAt >= due.dueAt) return this.fire(due);
      const refused = this.fire(next);
      if (refused !== null) return refused;
    }
    return this.send({ type: 'timer', nodeId });
  }

  /** The token that something is done to, where several wait at a node: by its number there or by its item. */
  tokenAt(nodeId: string, which: string | number | undefined): Token | undefined {
    return chosen(tokensAt(this.marking, nodeId), which);
  }

  /** The token that an incident at a node stopped. */
  stoppedAt(nodeId: string, which: string | number | undefined): Token | undefined {
    const stopped = (this.marking.incidents ?? []).filter((each) => each.nodeId === nodeId);
    const tokens = stopped.flatMap((each) => this.marking.tokens.filter(({ id }) => id === each.token));
    return chosen(tokens, which);
  }

  private fire(timer: ArmedTimer): Refusal | null {
    this.now = Math.max(this.now, timer.dueAt);
    return this.send({ type: 'timer', nodeId: timer.node, token: timer.on }, timer.node);
  }

  /** Armed timers, the earliest first; those due together in the order in which they were started. */
  private timers(): readonly ArmedTimer[] {
    return [...(this.marking.timers ?? [])].sort((a, b) => a.dueAt - b.dueAt);
  }

  private nextTimer(): ArmedTimer | undefined {
    return this.timers()[0];
  }

  private note(timer: string | null, effects: readonly Effect[]): void {
    this.happened.push({ at: this.now, timer, effects, marking: this.marking });
  }
}

function chosen(tokens: readonly Token[], which: string | number | undefined): Token | undefined {
  if (which === undefined) return tokens[0];
  const byItem = tokens.find(({ data }) => Object.values(data ?? {}).some((value) => isFor(value, which)));
  return byItem ?? (typeof which === 'number' ? tokens[which - 1] : undefined);
}

function isFor(value: JsonObject[string] | undefined, which: string | number): boolean {
  if (value === which) return typeof which === 'string';
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).includes(which);
}
