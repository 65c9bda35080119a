import { checkFlow, readBpmn, loadWorkflow, startInstance } from '@chengban/domain';
import { compileModel } from '../../../libs/domain/src/compile/compile-flow.js';
const H = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="d" targetNamespace="t">';
const wrap = (i: string) => `${H}<bpmn:process id="flow" isExecutable="true">${i}</bpmn:process></bpmn:definitions>`;
const f = (a: string, b: string) => `<bpmn:sequenceFlow id="f.${a}.${b}" sourceRef="${a}" targetRef="${b}"/>`;
const many = (n: number, g: (i: number) => string) => Array.from({ length: n }, (_, i) => g(i)).join('');
const files: Record<string, string> = {
  self: wrap('<bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="flow"/><bpmn:endEvent id="e"/>' + f('s', 'c') + f('c', 'e')),
  fan: wrap('<bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="flow"/><bpmn:callActivity id="c2" calledElement="flow"/><bpmn:endEvent id="e"/>' + f('s', 'c') + f('s', 'c2') + f('c', 'e')+ f('c2', 'e')),
  chain: wrap('<bpmn:startEvent id="t0"/>' + many(2400, (i) => `<bpmn:userTask id="t${i + 1}" name="x"/>` + f(`t${i}`, `t${i + 1}`)) + '<bpmn:endEvent id="e"/>' + f('t2400', 'e')),
  script: wrap('<bpmn:startEvent id="t0"/>' + many(2400, (i) => `<bpmn:task id="t${i + 1}" name="x"/>` + f(`t${i}`, `t${i + 1}`)) + '<bpmn:endEvent id="e"/>' + f('t2400', 'e')),
  forks: wrap('<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/>' + f('s', 'g') + many(1600, (i) => `<bpmn:userTask id="t${i}" name="x"/>` + f('g', `t${i}`) + f(`t${i}`, 'j')) + '<bpmn:parallelGateway id="j"/><bpmn:endEvent id="e"/>' + f('j', 'e')),
  ors: wrap('<bpmn:startEvent id="s"/>' + f('s', 'g0') + many(300, (i) => `<bpmn:inclusiveGateway id="g${i}"/>` + many(4, (k) => f(`g${i}`, `g${(i * 7 + k * 13 + 1) % 300}`))) ),
  ands: wrap('<bpmn:startEvent id="s"/>' + f('s', 'g0') + many(300, (i) => `<bpmn:parallelGateway id="g${i}"/>` + many(3, (k) => f(`g${i}`, `g${(i * 7 + k * 13 + 1) % 300}`))) ),
  xors: wrap('<bpmn:startEvent id="s"/>' + f('s', 'g0') + many(1000, (i) => `<bpmn:exclusiveGateway id="g${i}"/>` + many(3, (k) => f(`g${i}`, `g${(i * 7 + k * 13 + 1) % 1000}`))) ),
  flows: wrap('<bpmn:startEvent id="s"/><bpmn:task id="a"/>' + f('s', 'a') + many(4900, (i) => `<bpmn:sequenceFlow id="q${i}" sourceRef="a" targetRef="a"/>`)),
  cube: wrap('<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/>' + f('s', 'g') + many(25, (i) => `<bpmn:userTask id="t${i}"/><bpmn:userTask id="u${i}"/>` + f('g', `t${i}`) + f(`t${i}`, `u${i}`) + f(`u${i}`, `t${(i + 1) % 25}`))),
  bounds: wrap('<bpmn:startEvent id="s"/><bpmn:userTask id="a"/>' + f('s', 'a') + many(1200, (i) => `<bpmn:boundaryEvent id="b${i}" attachedToRef="a" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="e${i}"/>` + f(`b${i}`, `e${i}`))),
  deep: wrap(many(20, (i) => `<bpmn:startEvent id="s${i}"/>` + f(`s${i}`, `p${i}`) + `<bpmn:subProcess id="p${i}">`) + '</bpmn:subProcess>'.repeat(20)),
  mi: wrap('<bpmn:startEvent id="s"/>' + f('s', 'p0') + many(6, (i) => `<bpmn:subProcess id="p${i}"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`) + '<bpmn:userTask id="u"/>' + '</bpmn:subProcess>'.repeat(6)),
};
test.each(Object.entries(files))('%s', async (n, xml) => {
  const l: string[] = []; let t = performance.now(); const lap = (w: string) => { l.push(`${w} ${Math.round(performance.now() - t)}`); t = performance.now(); };
  const r = await readBpmn(xml); lap('read');
  if (!r.ok) { process.stdout.write(`${n} ${JSON.stringify(r.error[0])}\n`); return; }
  const c = checkFlow(r.value); lap('check ' + [...new Set(c.filter((x) => x.severity === 'error').map((x) => x.code))].join());
  const k = compileModel(r.value); lap('compile');
  const w = loadWorkflow(k); lap('load');
  const s = startInstance(w, {}, 0, 'h'); lap('start ' + (s.ok ? `${s.value.marking.status} ${s.value.marking.tokens.length}` : s.error.code));
  process.stdout.write(`${n}: ${l.join('; ')}\n`);
});
