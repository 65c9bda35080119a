// One step of a parallel block of fifty branches, each with a task, against the same block with one branch.
import { cpuMicroseconds } from '../support/measure.mjs';

/** @param {number} branches */
function block(branches) {
  const ids = Array.from({ length: branches }, (_, i) => `t${i}`);
  const task = (/** @type {string} */ id) =>
    `<bpmn:userTask id="${id}" name="${id}" chengban:purpose="draft"><bpmn:extensionElements><chengban:assignment kind="role" unit="responsible" role="handler"/></bpmn:extensionElements></bpmn:userTask>`;
  const flow = (/** @type {string} */ a, /** @type {string} */ b) =>
    `<bpmn:sequenceFlow id="${a}-${b}" sourceRef="${a}" targetRef="${b}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="urn:bench"><bpmn:process id="block" name="并行" isExecutable="true"><bpmn:startEvent id="start"/><bpmn:parallelGateway id="split"/>${ids.map(task).join('')}<bpmn:parallelGateway id="join"/><bpmn:endEvent id="end"/>${flow('start', 'split')}${ids.map((id) => flow('split', id) + flow(id, 'join')).join('')}${flow('join', 'end')}</bpmn:process></bpmn:definitions>`;
}

async function measure() {
  const { readBpmn, compileModel, loadWorkflow, startInstance, step } =
    await import('../../../dist/libs/domain/src/index.js');
  const now = Date.UTC(2024, 5, 1);
  const must = (/** @type {any} */ result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const perStep = async (/** @type {number} */ branches) => {
    const workflow = loadWorkflow(compileModel(must(await readBpmn(block(branches)))));
    const start = must(startInstance(workflow, {}, now, 'bench')).marking;
    const walk = () => {
      let marking = start;
      for (let i = 0; i < branches; i += 1) {
        const stored = JSON.parse(JSON.stringify(marking));
        marking = must(step(workflow, stored, { type: 'complete', nodeId: `t${i}`, variables: {} }, now)).marking;
      }
      if (marking.status !== 'completed') throw new Error(`the block ended as ${marking.status}`);
    };
    return cpuMicroseconds(walk, { calls: Math.ceil(500 / branches) }) / branches;
  };
  const [one, fifty] = [await perStep(1), await perStep(50)];
  const against = `a block of one branch (${one.toPrecision(3)} µs)`;
  return [{ row: 'block50.step', value: fifty, unit: 'µs per step, through JSON', against, ratio: fifty / one }];
}

export default { names: ['block50.step'], measure };
