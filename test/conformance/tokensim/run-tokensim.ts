import { readBpmn } from '@chengban/domain';
import { inWords, unsupportedIn } from '../deploy.js';
import { list, readIndex, readText } from '../files.js';
import { PASSED, refused, scoreOf, wrong } from '../score.js';
import type { Score, Verdict } from '../score.js';
import { readDrawing } from './drawing.js';
import { simulatedModel } from './simulated-model.js';
import { Simulation } from './simulation.js';

type Step =
  | { readonly op: 'trigger'; readonly element: string }
  | { readonly op: 'waitAt'; readonly element: string }
  | { readonly op: 'signal'; readonly element: string }
  | { readonly op: 'config'; readonly element: string; readonly activeOutgoing: readonly string[] }
  | ({ readonly op: 'expectTrace' } & Expected);

interface Expected {
  readonly completedNodesMultiset: readonly string[];
  readonly takenFlowsMultiset: readonly string[];
  readonly rootDestroyed: readonly string[];
}

interface SimulationCase {
  readonly id: string;
  readonly file: string;
  readonly steps: readonly Step[];
}

/** Scenarios of a token simulator: triggers fired by hand, then what completed and which flows were taken. */
export async function runTokensim(folder: string): Promise<Score> {
  const verdicts = [];
  for (const each of list<SimulationCase>(readIndex(folder), 'cases')) {
    verdicts.push({ id: each.id, verdict: await judge(readText(folder, each.file), each.steps) });
  }
  return scoreOf(verdicts);
}

async function judge(xml: string, steps: readonly Step[]): Promise<Verdict> {
  const drawing = readDrawing(xml);
  const read = await readBpmn(xml);
  if (!read.ok) return refused(inWords(read.error));
  // the simulator plays every drawing, so broken rules of the standard stop nothing here
  const simulated = simulatedModel(read.value, drawing);
  const [unsupported] = unsupportedIn(simulated);
  if (unsupported !== undefined) return refused(unsupported);
  const simulation = new Simulation(simulated, drawing);
  for (const step of steps) {
    if (step.op === 'waitAt') simulation.waitAt(step.element);
    else if (step.op === 'config') simulation.config(step.element, step.activeOutgoing);
    else if (step.op === 'signal') simulation.signal(step.element);
    else if (step.op === 'trigger') {
      if (!simulation.trigger(step.element)) return wrong(`nothing waits at ${step.element}`);
    } else {
      const why = difference(simulation, step);
      if (why !== '') return wrong(why);
      simulation.forget();
    }
  }
  return PASSED;
}

function difference({ completed, taken, ended }: Simulation, expected: Expected): string {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['completed', completed, expected.completedNodesMultiset],
    ['taken', taken, expected.takenFlowsMultiset],
    ['ended', ended, expected.rootDestroyed],
  ];
  return rows
    .flatMap(([name, is, should]) => {
      const [more, less] = [without(is, should), without(should, is)];
      return more.length + less.length === 0
        ? []
        : [`${name}: too many [${more.join(' ')}], missing [${less.join(' ')}]`];
    })
    .join('; ');
}

/** One multiset less another. */
function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return list.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
