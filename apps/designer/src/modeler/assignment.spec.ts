import { BpmnModdle } from 'bpmn-moddle';
import { chengbanModdle, type Assignment } from '@chengban/domain';
import { readAssignments, withAssignments } from './assignment.js';
import type { Moddle, ModdleFactory } from './moddle.js';

const moddle = new BpmnModdle({ chengban: chengbanModdle });
const factory: ModdleFactory = {
  create: (type, properties) => moddle.create(type as never, properties as never) as unknown as Moddle,
};

async function taskOf(inside: string): Promise<Moddle> {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:chengban="urn:chengban:bpmn:1" xmlns:other="urn:other" id="d" targetNamespace="t">
    <bpmn:process id="p"><bpmn:userTask id="t"><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`;
  const { elementsById } = await moddle.fromXML(xml);
  return elementsById['t'] as unknown as Moddle;
}

const every: Assignment[] = [
  { kind: 'role', unit: 'sifaju', role: 'reviewer' },
  { kind: 'person', person: 'p1' },
  { kind: 'starter' },
  { kind: 'previous' },
  { kind: 'field', field: 'lead', role: 'head' },
  { kind: 'chosen', unit: 'supervisor', max: 2 },
  { kind: 'expression', expression: 'form.experts' },
];

async function xmlOf(task: Moddle): Promise<string> {
  return (await moddle.toXML(task as never)).xml;
}

test('rules of every kind are read back as they were written', async () => {
  const task = await taskOf('');
  task.set('extensionElements', withAssignments(task, 'chengban:Assignment', every, factory));
  expect(readAssignments(task, 'chengban:Assignment')).toEqual(every);
  expect(await xmlOf(task)).toContain('<chengban:assignment kind="chosen" unit="supervisor" max="2" />');
});

test('a changed rule leaves the others, the copies and what other tools wrote alone', async () => {
  const task = await taskOf(
    '<other:note text="x"/><chengban:assignment kind="starter" other:mark="1"/><chengban:assignment kind="previous"/><chengban:copy kind="starter"/>',
  );
  const next: Assignment[] = [{ kind: 'starter' }, { kind: 'person', person: 'p1' }];
  task.set('extensionElements', withAssignments(task, 'chengban:Assignment', next, factory));
  const xml = await xmlOf(task);
  expect(xml).toContain('<other:note text="x" />');
  expect(xml).toContain('<chengban:assignment kind="starter" other:mark="1" />');
  expect(xml).toContain('<chengban:assignment kind="person" person="p1" />');
  expect(xml).toContain('<chengban:copy kind="starter" />');
  expect(xml).not.toContain('previous');
});

test('the last copy that goes leaves no empty element behind', async () => {
  const task = await taskOf('<chengban:copy kind="starter"/>');
  expect(withAssignments(task, 'chengban:Copy', [], factory)).toBeUndefined();
});
