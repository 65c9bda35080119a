import { list, readIndex, readText } from '../files.js';
import type { FlowModel, JsonObject } from '@chengban/domain';
import { scopesOf } from '../change-model.js';
import { deploy, readForRun } from '../deploy.js';
import { PASSED, refused, scoreOf, wrong } from '../score.js';
import type { Score, Verdict } from '../score.js';
import { World } from '../world.js';
import { withFeel } from './expressions.js';
import { ScriptLog, withHandlers } from './scripts.js';

interface BetsyCase {
  readonly id: string;
  readonly input: JsonObject;
  readonly startFirst: readonly string[];
  readonly delayMs: number;
  readonly expected: readonly string[];
  readonly derivedOutcome: string;
}

interface BetsyTest {
  readonly name: string;
  readonly file: string;
  readonly startProcess: string;
  /** false: informational, run but not counted */
  readonly engineNeutral?: boolean;
  readonly cases: readonly BetsyCase[];
}

interface Ran {
  readonly trace: readonly string[];
  readonly outcome: string;
  /** why it was not run at all */
  readonly refusal: string | null;
}

/** Executable processes with the trace that they must leave: each case run, trace and outcome compared. */
export async function runBetsy(folder: string): Promise<Score> {
  const tests = list<BetsyTest>(readIndex(folder), 'tests');
  const verdicts = [];
  for (const test of tests.filter((each) => each.engineNeutral !== false)) {
    verdicts.push({ id: test.name, verdict: await judge(folder, test) });
  }
  return scoreOf(verdicts);
}

async function judge(folder: string, test: BetsyTest): Promise<Verdict> {
  const read = await readForRun(readText(folder, test.file));
  let verdict: Verdict = PASSED;
  for (const each of test.cases) {
    const ran: Ran = read.ok
      ? run(read.value, test.startProcess, each)
      : { trace: ['ERROR_deployment'], outcome: 'rejected-or-error', refusal: read.error };
    const found = compare(ran, each);
    // a wrong trace is worse than a refusal, so it is what is reported
    if (found.kind === 'wrong' || verdict.kind === 'passed') verdict = found.kind === 'passed' ? verdict : found;
  }
  return verdict;
}

function compare(ran: Ran, { id, expected, derivedOutcome }: BetsyCase): Verdict {
  const anyError = expected.length === 1 && expected[0] === 'ERROR';
  const heard = ran.trace.filter((line) => !ONLY_WHEN_ASKED.includes(line) || expected.includes(line));
  const trace = anyError ? heard.map((line) => (ACCEPTED_AS_ERROR.includes(line) ? 'ERROR' : line)) : heard;
  const outcome = anyError && ran.outcome === 'runtime-error' ? 'rejected-or-error' : ran.outcome;
  if (sorted(trace) === sorted(expected) && outcome === derivedOutcome) return PASSED;
  if (ran.refusal !== null) return refused(ran.refusal);
  return wrong(`${id} gave [${sorted(trace)}] ${outcome}, expected [${sorted(expected)}] ${derivedOutcome}`);
}

/** What is no line of the log but looked for beside it, by the cases that ask for it, as the suite's own harness does. */
const ONLY_WHEN_ASKED = ['MARKER_exists', 'DATA_correct', 'EXECUTION_parallel'];
const ACCEPTED_AS_ERROR = ['ERROR_deployment', 'ERROR_runtime'];
const sorted = (lines: readonly string[]): string => [...lines].sort().join(', ');

function run(model: FlowModel, startProcess: string, { input, startFirst, delayMs }: BetsyCase): Ran {
  const ready = withFeel(withHandlers(model));
  const log = new ScriptLog((nodeId) => dataNames(ready, nodeId));
  const world = new World(deploy(ready), { planJob: (job) => log.plan(job) });
  const variables: JsonObject = { test: '', ...input };
  for (const process of startFirst) {
    world.start(process, variables);
    world.run(world.now);
  }
  const main = world.start(startProcess, variables);
  if (main === null) return { trace: [...log.lines(), 'ERROR_runtime'], outcome: 'runtime-error', refusal: null };
  world.run(world.now + delayMs);
  if (!world.run()) return { trace: [...log.lines(), 'ENDLESS'], outcome: 'endless', refusal: null };
  if (world.instances.some(({ marking }) => marking.status === 'incident')) {
    return { trace: [...log.lines(), 'ERROR_runtime'], outcome: 'runtime-error', refusal: null };
  }
  if (world.instances.some(({ marking }) => marking.outcome === 'failed')) {
    const trace = [...log.lines(), 'ERROR_thrownErrorEvent'];
    return { trace, outcome: 'ended-by-uncaught-error-event', refusal: null };
  }
  const outcome = main.marking.status === 'completed' ? 'completed' : 'stuck';
  return { trace: log.lines(), outcome, refusal: null };
}

/** What the data is called inside a task: as its associations say, else `data`. */
function dataNames(model: FlowModel, nodeId: string): { readonly in: string; readonly out: string } {
  const node = scopesOf(model)
    .flatMap(({ nodes }) => nodes)
    .find((each) => each.id === nodeId);
  if (node === undefined || !('inputs' in node) || !('outputs' in node)) return { in: 'data', out: 'data' };
  return { in: node.inputs[0]?.to ?? 'data', out: node.outputs[0]?.from ?? 'data' };
}
