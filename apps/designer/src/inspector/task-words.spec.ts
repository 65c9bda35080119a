import type { Moddle } from '../modeler/moddle.js';
import type { Names } from '../publish/node-words.js';
import { taskSentence, taskSummary } from './task-words.js';

const names: Names = {
  unit: (id) => (id === 'sifaju' ? '市司法局' : id),
  person: (id) => (id === 'p1' ? '张三' : id),
  role: (key) => (key === 'supervisionReviewer' ? '督办审核' : key),
  outcome: (key) => key,
  kind: (key) => key,
  handler: (name) => name,
  field: (name) => name,
};

const object = ($type: string, properties: Record<string, unknown>): Moddle =>
  ({ $type, get: (name: string) => properties[name] }) as unknown as Moddle;

const task = (settings: Record<string, unknown>, ...assignments: Record<string, unknown>[]): Moddle => {
  const values = assignments.map((attributes) => object('chengban:Assignment', attributes));
  const named = Object.entries(settings).map(([name, value]) => [`chengban:${name}`, value]);
  return object('bpmn:UserTask', {
    ...Object.fromEntries(named),
    extensionElements: object('bpmn:ExtensionElements', { values }),
  });
};

const bureau = { kind: 'role', unit: 'sifaju', role: 'supervisionReviewer' };

test('a vote is told with its seats, its share and its veto', () => {
  const vote = task({ seats: 'vote', passRatio: 0.6666, veto: true }, bureau);
  expect(taskSentence(vote, names)).toBe('市司法局督办审核里每人一席，三分之二同意通过，一票否决。');
  expect(taskSummary(vote, names)).toBe('市司法局督办审核 · 票签');
});

test('without several seats the first who claims decides, whoever of the people meant', () => {
  const one = task({}, bureau, { kind: 'person', person: 'p1' });
  expect(taskSentence(one, names)).toBe('由市司法局督办审核、张三办理，谁先签收谁办。');
  expect(taskSummary(one, names)).toBe('市司法局督办审核、张三');
});

test('a rule that is not yet whole is left out, and nothing is told while there is no other', () => {
  expect(taskSentence(task({}, { kind: 'person' }), names)).toBeNull();
  expect(taskSummary(task({}, { kind: 'person' }, { kind: 'previous' }), names)).toBe('上一环节的办理人');
});
