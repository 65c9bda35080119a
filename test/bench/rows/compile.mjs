// Compiling and checking a flow of 1,000 user tasks, against reading the same XML.
import { cpuMicroseconds } from '../support/measure.mjs';

/** @param {number} tasks */
function chain(tasks) {
  const nodes = ['<bpmn:startEvent id="start"/>'];
  const flows = [];
  let last = 'start';
  for (let i = 0; i < tasks; i += 1) {
    const purpose = i === 0 ? 'draft' : 'review';
    nodes.push(
      `<bpmn:userTask id="t${i}" name="环节${i}" chengban:purpose="${purpose}"><bpmn:extensionElements><chengban:assignment kind="role" unit="responsible" role="${i === 0 ? 'handler' : 'reviewer'}"/></bpmn:extensionElements></bpmn:userTask>`,
    );
    flows.push(`<bpmn:sequenceFlow id="f${i}" sourceRef="${last}" targetRef="t${i}"/>`);
    last = `t${i}`;
  }
  nodes.push('<bpmn:endEvent id="end"/>');
  flows.push(`<bpmn:sequenceFlow id="fe" sourceRef="${last}" targetRef="end"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="urn:bench"><bpmn:process id="chain" name="长流程" isExecutable="true">${nodes.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}

async function measure() {
  const { readBpmn, checkFlow, compileFlow, compileModel } = await import('../../../dist/libs/domain/src/index.js');
  const xml = chain(1000);
  const model = await readBpmn(xml);
  if (!model.ok) throw new Error(JSON.stringify(model.error.slice(0, 3)));
  const compiled = compileFlow(model.value);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.slice(0, 3)));
  const before = process.cpuUsage();
  for (let i = 0; i < 5; i += 1) await readBpmn(xml);
  const { user, system } = process.cpuUsage(before);
  const reading = (user + system) / 5000;
  const compile = cpuMicroseconds(() => compileModel(model.value), { calls: 3 }) / 1000;
  // a model that was checked is remembered: each call gets one of its own
  const fresh = Array.from({ length: 3 * 8 }, () => structuredClone(model.value));
  const check = cpuMicroseconds(() => checkFlow(fresh.pop() ?? model.value), { calls: 3 }) / 1000;
  const against = `reading its XML (${reading.toPrecision(3)} ms)`;
  return [
    { row: 'compile.1000', value: compile, unit: 'ms', against, ratio: compile / reading },
    { row: 'check.1000', value: check, unit: 'ms', against, ratio: check / reading },
  ];
}

export default { names: ['compile.1000', 'check.1000'], measure };
