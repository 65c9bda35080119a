// The whole way of a file: read, check, compile, start, and a few acts. Says how far it came; throws where we are wrong.
import { checkFlow, hasErrors, loadWorkflow, readBpmn, startInstance, step } from '@chengban/domain';
import type { Finding, FlowModel, Marking, StepEvent } from '@chengban/domain';
import { compileModel } from '../../../libs/domain/src/compile/compile-flow.js';

export type Way = 'refused' | 'found wanting' | 'not started' | 'completed' | 'runs' | 'rests';

/** One file may take so long, in ms: far more than any takes on a busy machine, far less than a hang. */
const MOST_MILLISECONDS = 25_000;

/** What people may overlook or the flow's world lacks; the engine runs such a flow, so it is run here too. */
const HARMLESS = new Set<string>();

export async function goThrough(xml: string, dice: readonly number[], harmless = HARMLESS): Promise<Way> {
  const begun = performance.now();
  const way = await walk(xml, dice, harmless);
  const taken = performance.now() - begun;
  if (taken > MOST_MILLISECONDS) throw new Error(`took ${Math.round(taken)} ms and came to: ${way}`);
  return way;
}

async function walk(xml: string, dice: readonly number[], harmless: ReadonlySet<string>): Promise<Way> {
  const read = await readBpmn(xml);
  if (!read.ok) {
    isSaid(read.error);
    return 'refused';
  }
  const findings = checkFlow(read.value);
  isSaid(findings, true);
  if (hasErrors(findings.filter(({ code }) => !harmless.has(code)))) return 'found wanting';
  return run(read.value, dice);
}

function run(model: FlowModel, dice: readonly number[]): Way {
  const compiled = JSON.parse(JSON.stringify(compileModel(model))) as ReturnType<typeof compileModel>;
  const workflow = loadWorkflow(compiled);
  const started = startInstance(workflow, {}, 0, 'hash');
  if (!started.ok) {
    isSaid([{ ...started.error, severity: 'error' }]);
    return 'not started';
  }
  let { marking } = started.value;
  let now = 0;
  for (const number of dice) {
    const events = eventsAt(marking);
    const event = events[number % events.length];
    if (event === undefined || marking.status === 'completed') break;
    now += 3_600_000;
    const next = step(workflow, marking, event, now);
    if (next.ok) marking = JSON.parse(JSON.stringify(next.value.marking)) as Marking;
    else isSaid([{ ...next.error, severity: 'error' }]);
  }
  if (marking.status === 'completed') return 'completed';
  return marking.status === 'incident' ? 'rests' : 'runs';
}

function eventsAt({ active, tokens, timers = [], incidents = [] }: Marking): readonly StepEvent[] {
  const variables = { verdict: 'approve', n: 1 };
  return [
    ...active.map((nodeId): StepEvent => ({ type: 'complete', nodeId, variables })),
    ...tokens.map(({ at, id }): StepEvent => ({ type: 'complete', nodeId: at, token: id, variables })),
    ...active.flatMap((nodeId): StepEvent[] => [
      { type: 'job', nodeId, result: { kind: 'done', variables } },
      { type: 'job', nodeId, result: { kind: 'error', code: null } },
      { type: 'message', name: 'M1', nodeId, variables },
    ]),
    ...timers.map(({ node, on }): StepEvent => ({ type: 'timer', nodeId: node, token: on })),
    ...incidents.map(({ nodeId, token }): StepEvent => ({ type: 'retry', nodeId, token, variables })),
    { type: 'signal', name: 'S1', variables },
    { type: 'change', variables: { hot: true, n: 2 } },
  ];
}

/** A refusal says what is wrong and what to do, in words that fit a screen. */
function isSaid(findings: readonly Finding[], mayBeNone = false): void {
  if (findings.length === 0 && !mayBeNone) throw new Error('refused without a finding');
  for (const { code, message, severity, cure = '' } of findings) {
    if (!/^[a-z][a-z0-9-]*$/.test(code)) throw new Error(`no code: ${code}`);
    if (severity === 'error' && !/[\u4e00-\u9fff]/.test(message + cure)) throw new Error(`not in Chinese: ${message}`);
    if (message.length > 6_000) throw new Error(`${code} has a message of ${message.length} characters`);
  }
}
