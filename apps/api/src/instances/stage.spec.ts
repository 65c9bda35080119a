import type { Marking } from '@chengban/domain';
import { stageOf } from './stage.js';

const flow = {
  nodes: {
    draft: { kind: 'userTask', purpose: 'draft', name: '', scope: 'p', outgoing: [] },
    tell: { kind: 'serviceTask', name: '', scope: 'p', outgoing: [] },
  },
} as const;

const at = (node: string, variables: Marking['variables'] = {}): Marking => ({
  format: 2,
  behaviour: 1,
  definition: '',
  status: 'running',
  active: [node],
  tokens: [{ id: 1, at: node }],
  visited: [],
  variables,
  outcome: null,
  seq: 1,
});

test.each([
  ['at a draft it is being drafted', at('draft'), 'drafting'],
  ['at a draft after a return it is returned', at('draft', { round: 1, verdict: 'return' }), 'returned'],
  ['elsewhere, after a round, it is submitted', at('tell', { round: 1 }), 'submitted'],
  ['elsewhere, before anything was handed in, it is not submitted', at('tell'), 'drafting'],
  ['at its end it is closed', { ...at('tell'), status: 'completed' as const }, 'closed'],
])('%s', (_, marking, stage) => {
  expect(stageOf(flow, marking)).toBe(stage);
});
