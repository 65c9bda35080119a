// One step of the stage-result flow, against a stepper written by hand for this one flow.
import { readFileSync } from 'node:fs';
import { cpuMicroseconds } from '../support/measure.mjs';
import * as table from '../support/table-stepper.mjs';

/** The way through the flow: drafted, received, returned once, handed in again, accepted. */
const way = ['draft', 'submitted', 'review', 'returned', 'review'];
const verdicts = ['', 'approve', 'return', '', 'approve'];

async function measure() {
  const { readBpmn, compileFlow, loadWorkflow, startInstance, step } =
    await import('../../../dist/libs/domain/src/index.js');
  const model = await readBpmn(readFileSync('workflows/stage-result/workflow.bpmn', 'utf8'));
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const compiled = compileFlow(model.value);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const workflow = loadWorkflow(compiled.value);
  const now = Date.UTC(2024, 5, 1);
  const must = (/** @type {any} */ result) => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const start = must(startInstance(workflow, { form: {} }, now, 'bench')).marking;
  const events = way.map((nodeId, i) => ({
    type: /** @type {const} */ ('complete'),
    nodeId,
    variables: verdicts[i] === '' ? {} : { verdict: verdicts[i] },
  }));

  const walk = (/** @type {(value: any) => any} */ between) => () => {
    let marking = start;
    for (const event of events) marking = between(must(step(workflow, marking, event, now)).marking);
    if (marking.status !== 'completed') throw new Error(`the walk ended as ${marking.status}`);
  };
  const tableWalk = (/** @type {(value: any) => any} */ between) => () => {
    let state = table.begin();
    for (const event of events) {
      const result = table.step(state, event);
      if (!result.ok) throw new Error(result.code);
      state = between(result.value.state);
    }
    if (state.outcome !== 'accepted') throw new Error(`the table ended at ${state.at}`);
  };
  const same = (/** @type {any} */ value) => value;
  const json = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value));

  const figures = [];
  for (const [row, between] of /** @type {[string, (value: any) => any][]} */ ([
    ['step.memory', same],
    ['step.durable', json],
  ])) {
    const ours = cpuMicroseconds(walk(between), { calls: 2000 }) / way.length;
    const theirs = cpuMicroseconds(tableWalk(between), { calls: 20_000 }) / way.length;
    figures.push({
      row,
      value: ours,
      unit: 'µs per step',
      against: `hand-written stepper (${theirs.toPrecision(3)} µs)`,
      ratio: ours / theirs,
    });
  }
  const bytes = JSON.stringify(start).length;
  const whole = JSON.stringify(compiled.value).length;
  figures.push({
    row: 'state.bytes',
    value: bytes,
    unit: 'bytes',
    against: `the compiled flow (${whole} bytes)`,
    ratio: bytes / whole,
  });
  return figures;
}

export default { names: ['step.memory', 'step.durable', 'state.bytes'], measure };
