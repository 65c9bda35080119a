import type { ReturnTarget } from '@chengban/web';
import { aftersOf, returnChoices } from './return-choices';

const target = (where: ReturnTarget['where'], nodeId: string, after: ReturnTarget['after'] = ['direct']) =>
  ({ where, nodeId, name: nodeId, after }) as ReturnTarget;

test('a step that may be reached in several ways is one choice, and says which they are', () => {
  const choices = returnChoices([
    target('drafter', 'draft'),
    target('previous', 'sign'),
    target('node', 'sign'),
    target('node', 'draft'),
  ]);
  expect(choices.map(({ key, target: { where }, note }) => [key, where, note])).toEqual([
    ['draft', 'drafter', '填报人'],
    ['sign', 'previous', '上一环节'],
  ]);
});

test('the drafting step that is also the one before says both', () => {
  expect(returnChoices([target('drafter', 'draft'), target('previous', 'draft')])[0]?.note).toBe('填报人、上一环节');
});

test('what the drawing draws is no choice', () => {
  expect(aftersOf(target('named', 'draft', 'drawn'))).toBe('drawn');
  expect(aftersOf(target('node', 'draft', ['replay']))).toEqual(['replay']);
});
