import { nodesInWords } from './node-states';

const drawn = [
  { id: 'review', type: 'bpmn:UserTask', x: 300, businessObject: { $type: 'bpmn:UserTask', name: '审核' } },
  { id: 'start', type: 'bpmn:StartEvent', x: 0, businessObject: { $type: 'bpmn:StartEvent' } },
  { id: 'f1', type: 'bpmn:SequenceFlow', businessObject: { $type: 'bpmn:SequenceFlow', name: '通过' } },
  { id: 'gate', type: 'bpmn:ExclusiveGateway', x: 400, businessObject: { $type: 'bpmn:ExclusiveGateway' } },
  { id: 'draft', type: 'bpmn:UserTask', x: 100, businessObject: { $type: 'bpmn:UserTask', name: '草稿' } },
  { id: 'start_label', type: 'label', x: 0, labelTarget: {}, businessObject: { $type: 'bpmn:StartEvent' } },
];

test('the drawing in words: nodes from left to right with their state, no lines, labels or nameless gateways', () => {
  const words = nodesInWords(drawn, { active: ['review'], done: ['start', 'draft'], taken: ['f1'] });
  expect(words.map(({ name, state }) => [name, state])).toEqual([
    ['开始', 'done'],
    ['草稿', 'done'],
    ['审核', 'active'],
  ]);
});

test('a node that a return made active again is active, not done', () => {
  expect(nodesInWords(drawn, { active: ['draft'], done: ['draft'], taken: [] })[1]).toMatchObject({ state: 'active' });
});
