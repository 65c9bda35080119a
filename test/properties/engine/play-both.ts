// Plays one drawing with the engine and the game at once, and throws where they part.
import { loadWorkflow, readBpmn, startInstance, step } from '@chengban/domain';
import type { Effect, Marking, Workflow } from '@chengban/domain';
import { compileModel } from '../../../libs/domain/src/compile/compile-flow.js';
import { choicesOf } from './drawing.js';
import type { Drawing, DrawnNode } from './drawing.js';
import { standingOf } from './engine-standing.js';
import type { Rules } from './events.js';
import { Ledger } from './ledger.js';
import type { Open } from './ledger.js';
import { optionsOf, trueOf } from './options.js';
import type { Act } from './options.js';
import { sitesOf, framesOf, textOf } from './position.js';
import type { Position } from './position.js';
import { toBpmn } from './to-bpmn.js';
import { TokenGame, TooMuch } from './token-game.js';

/** How a run ended: nothing left to do, too many tokens, acts used up, an endless loop that the engine refused. */
export type Ending = 'completed' | 'failed' | 'stuck' | 'crowded' | 'unfinished' | 'endless' | 'too many orders';

export interface Played {
  readonly ending: Ending;
  readonly acts: readonly string[];
  /** what happened of the drawing, in words such as `boundary timer beside`, `sub many` */
  readonly passed: ReadonlySet<string>;
}

/** More tokens than this tell nothing new. */
const CROWD = 25;

export async function playBoth(drawing: Drawing, dice: readonly number[], rules?: Rules): Promise<Played> {
  const read = await readBpmn(toBpmn(drawing));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return new Match(drawing, JSON.stringify(compileModel(read.value)), rules).play(dice);
}

class Match {
  private readonly game: TokenGame;
  private readonly flows: ReadonlySet<string>;
  private readonly ledger = new Ledger();
  private readonly acts: string[] = [];
  private readonly passed = new Set<string>();
  private position: Position | null = null;
  private marking: Marking | null = null;

  constructor(
    private readonly drawing: Drawing,
    /** the compiled flow as stored */
    private readonly stored: string,
    rules?: Rules,
  ) {
    this.game = new TokenGame(drawing, rules);
    this.flows = new Set(drawing.flows.map((flow) => flow.id));
  }

  play(dice: readonly number[]): Played {
    let ending: Ending | null = this.start(dice[0] ?? 0);
    for (const die of dice.slice(1)) {
      ending ??= this.over();
      if (ending !== null) break;
      const options = optionsOf(this.drawing, this.ledger.all, this.marking?.incidents ?? [], die);
      const act = options[die % Math.max(1, options.length)];
      ending = act === undefined ? 'stuck' : this.act(act);
    }
    return { ending: ending ?? this.over() ?? 'unfinished', acts: this.acts, passed: this.passed };
  }

  private over(): Ending | null {
    if (this.marking === null) return null;
    if (this.marking.status === 'completed') return this.marking.outcome === 'failed' ? 'failed' : 'completed';
    return this.marking.tokens.length > CROWD ? 'crowded' : null;
  }

  private workflow(): Workflow {
    return loadWorkflow(JSON.parse(this.stored) as Workflow['compiled'], 'hash');
  }

  private start(die: number): Ending | null {
    const choice = choicesOf(this.drawing, die);
    this.acts.push(`start ${trueOf(choice)}`);
    return this.compare(
      () => this.game.start(choice),
      () => startInstance(this.workflow(), { choice }, 0, 'hash'),
      null,
    );
  }

  private act(act: Act): Ending | null {
    this.acts.push(act.words);
    const { position, marking } = this;
    if (position === null || marking === null) throw new Error('not started');
    return this.compare(
      () => this.game.act(position, act.game),
      () => {
        const text = JSON.stringify(marking);
        const workflow = this.workflow();
        const next = step(workflow, JSON.parse(text) as Marking, act.event, 0);
        // what a database gives back may have its members in another order
        const shuffled = step(workflow, reversed(JSON.parse(text)) as Marking, act.event, 0);
        if (JSON.stringify(shuffled) !== JSON.stringify(next)) {
          throw this.parted(
            `${JSON.stringify(next)}\nafter the members changed places:\n${JSON.stringify(shuffled)}`,
            [],
          );
        }
        if (JSON.stringify(marking) !== text) throw new Error('the step changed its argument');
        return next;
      },
      act.happened,
    );
  }

  private compare(
    ofGame: () => readonly Position[],
    ofEngine: () => ReturnType<typeof step>,
    happened: Open | null,
  ): Ending | null {
    let expected: readonly Position[];
    try {
      expected = ofGame();
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      const result = ofEngine();
      return !result.ok && result.error.code === 'endless-loop' ? 'endless' : 'too many orders';
    }
    const result = ofEngine();
    if (!result.ok) throw this.parted(`refused: ${result.error.code}`, expected);
    this.marking = result.value.marking;
    this.book(result.value.effects, happened, expected);
    const seen = this.seen(this.marking);
    const position = expected.find((each) => this.told(each) === seen);
    if (position === undefined) throw this.parted(seen, expected);
    this.position = position;
    for (const id of Object.keys(position.trace)) if (!this.flows.has(id)) this.passed.add(wordsOf(this.node(id)));
    for (const { token } of sitesOf(position)) {
      if (token.phase === 'join') this.passed.add(`waiting at ${this.node(token.at).kind}`);
    }
    return null;
  }

  private book(effects: readonly Effect[], happened: Open | null, expected: readonly Position[]): void {
    try {
      this.ledger.book(effects, this.flows, happened);
    } catch (error) {
      throw this.parted(String(error), expected);
    }
  }

  private parted(engine: string, expected: readonly Position[]): Error {
    const game = [...new Set(expected.map((each) => this.told(each)))].slice(0, 5);
    return new Error(
      [
        '',
        'acts:',
        ...this.acts,
        'engine:',
        engine,
        `game (${expected.length} orders):`,
        ...game,
        toBpmn(this.drawing),
      ].join('\n'),
    );
  }

  /** Everything about the engine that is compared. */
  private seen(marking: Marking): string {
    const done = marking.status === 'completed';
    return [
      done ? (marking.outcome === 'failed' ? 'failed' : 'completed') : marking.status,
      standingOf(marking),
      this.ledger.waiting.join(', '),
      this.traceText(this.ledger.trace),
    ].join('\n');
  }

  private told(position: Position): string {
    const { root, failed } = position;
    const empty = root.tokens.length === 0 && root.handlers.length === 0;
    const stuck = sitesOf(position).some(({ token }) => token.phase === 'stuck');
    const armed = [
      ...sitesOf(position).map(({ token }) => token.armed),
      ...framesOf(root).map(({ scope }) => scope.armed),
    ];
    const works = sitesOf(position).flatMap(({ token }) => {
      const { kind } = this.node(token.at);
      const waits = token.phase === 'busy' && (kind === 'task' || kind === 'service');
      return waits ? token.works.map(() => `${kind === 'task' ? 'task' : 'job'} ${token.at}`) : [];
    });
    const events = armed.flatMap((each) =>
      Object.keys(each).flatMap((id) => {
        const kind = this.node(id).trigger?.kind;
        return kind === 'timer' ? [`timer ${id}`] : kind === 'message' || kind === 'signal' ? [`wait ${id}`] : [];
      }),
    );
    return [
      empty ? (failed ? 'failed' : 'completed') : stuck ? 'incident' : 'running',
      empty ? '{}' : textOf(root, (id) => this.node(id).trigger?.kind === 'timer'),
      (empty ? [] : [...works, ...events]).sort().join(', '),
      this.traceText(position.trace),
    ].join('\n');
  }

  /** Ends with a result are compared by the flow into them: whether such an end counts as completed is a matter of words. */
  private traceText(trace: Record<string, number>): string {
    return Object.entries(trace)
      .filter(([id]) => this.flows.has(id) || this.node(id).kind !== 'end' || this.node(id).trigger === undefined)
      .map(([id, times]) => `${id}×${times}`)
      .sort()
      .join(' ');
  }

  private node(id: string): DrawnNode {
    const found = this.drawing.nodes.find((node) => node.id === id);
    if (found === undefined) throw new Error(`nothing is drawn as ${id}`);
    return found;
  }
}

const wordsOf = ({ kind, trigger, beside, loop }: DrawnNode): string =>
  [kind, trigger?.kind, beside && 'beside', loop?.kind].filter(Boolean).join(' ');

/** The same marking with the members of every object but the variables in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, name === 'variables' || name === 'data' ? member : reversed(member)]),
  );
}
