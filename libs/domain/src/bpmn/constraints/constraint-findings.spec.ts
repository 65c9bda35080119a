import { readFileSync, readdirSync } from 'node:fs';
import { bpmnFile } from '../../../../../test/support/bpmn-text.js';
import { dataCases } from '../../../../../test/support/constraints/data-cases.js';
import { eventCases } from '../../../../../test/support/constraints/event-cases.js';
import { flowCases } from '../../../../../test/support/constraints/flow-cases.js';
import { scopeCases } from '../../../../../test/support/constraints/scope-cases.js';
import { allRules, ruleFamilies } from './all-rules.js';
import { constraintFindings } from './constraint-findings.js';

const pages = new URL('../../../../../docs/checks/standard/', import.meta.url);
const cases = [...flowCases, ...eventCases, ...scopeCases, ...dataCases];
const found = (roots: string, rule: string) => constraintFindings(bpmnFile(roots)).filter(({ code }) => code === rule);

describe.each(cases)('$rule', ({ rule, at, wrong, mend: [from, to] }) => {
  test('is seen broken at its element, with what to do', () => {
    const findings = found(wrong, rule);
    expect(findings.map((finding) => finding.at?.elementId)).toContain(at);
    for (const { message, cure } of findings) {
      expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(message).not.toContain('{');
      expect(cure).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  test('is kept by the mended drawing', () => {
    expect(wrong).toContain(from);
    expect(found(wrong.replace(from, to), rule)).toEqual([]);
  });
});

test('every rule has a case, and none has two names', () => {
  const ids = allRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(cases.map(({ rule }) => rule).sort()).toEqual([...ids].sort());
});

test.each(Object.entries(ruleFamilies))('the page of the family %s lists its rules', (family, rules) => {
  const page = readFileSync(new URL(`${family}.md`, pages), 'utf8');
  const rows = [...page.matchAll(/^\| (std-[\w-]+) +\| [^|]+\| (error|warning) /gm)].map(([, id, severity]) => [
    id,
    severity,
  ]);
  expect(rows).toEqual(rules.map(({ id, severity }) => [id, severity]));
});

test('there is no page without a family', () => {
  expect(readdirSync(pages).sort()).toEqual(
    Object.keys(ruleFamilies)
      .map((family) => `${family}.md`)
      .sort(),
  );
});

describe('what is written elsewhere is not missed', () => {
  const imported =
    '<bpmn:import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="other.bpmn" namespace="urn:other"/>';
  const file = (roots: string): string =>
    bpmnFile(roots).replace('targetNamespace="t"', 'targetNamespace="t" xmlns:o="urn:other" xmlns:own="t"');
  const data = (type: string): string =>
    `${imported}<bpmn:itemDefinition id="x"/><bpmn:process id="p"><bpmn:dataObject id="d" itemSubjectRef="${type}"/></bpmn:process>`;

  test('a reference with the prefix of an imported file', () => {
    expect(constraintFindings(file(data('o:y')))).toEqual([]);
  });

  test('while one with the prefix of the file itself is looked up', () => {
    expect(constraintFindings(file(data('own:x')))).toEqual([]);
    expect(constraintFindings(file(data('own:y'))).map(({ code }) => code)).toEqual(['std-dangling-reference']);
  });
});

test('a text that is no BPMN breaks no rule', () => {
  for (const text of ['', '一份通知', '<a/>', '<bpmn:definitions', '<a></b>'])
    expect(constraintFindings(text)).toEqual([]);
});

test('the time grows with the file alone, however it is drawn', () => {
  const many = (draw: (index: number) => string): string =>
    Array.from({ length: 8_000 }, (_, index) => draw(index)).join('');
  const crowded = many((index) => `<bpmn:startEvent id="s${index}"/><bpmn:endEvent id="e${index}"/>`);
  const links = many(
    (index) =>
      `<bpmn:intermediateThrowEvent id="t${index}"><bpmn:linkEventDefinition name="l" id="u${index}"/></bpmn:intermediateThrowEvent>`,
  );
  const began = performance.now();
  constraintFindings(bpmnFile(`<bpmn:process id="p">${crowded}${links}</bpmn:process>`));
  // about one second on the machine of 2026; in time that grows with the square it was minutes
  expect(performance.now() - began).toBeLessThan(20_000);
});
