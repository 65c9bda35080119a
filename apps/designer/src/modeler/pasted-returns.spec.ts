import EventBus from 'diagram-js/lib/core/EventBus.js';
import { BpmnModdle } from 'bpmn-moddle';
import { chengbanModdle } from '@chengban/domain';
import type { Moddle } from './moddle.js';
import { PastedReturns } from './pasted-returns.js';

const moddle = new BpmnModdle({ chengban: chengbanModdle });
const task = (id: string, returnTo?: string): Moddle =>
  moddle.create(
    'bpmn:UserTask' as never,
    { id, ...(returnTo && { 'chengban:returnTo': returnTo }) } as never,
  ) as unknown as Moddle;

/** Pastes copies, each under its new id, in one go; bpmn-js tells of each by this event. */
function paste(...copies: readonly (readonly [from: string, copy: Moddle])[]): void {
  const eventBus = new EventBus();
  new PastedReturns(eventBus);
  const cache = {};
  for (const [id, businessObject] of copies)
    eventBus.fire('copyPaste.pasteElement', { cache, descriptor: { id, businessObject } });
}

test('a return among steps that are pasted together leads to the pasted one, whichever comes first', () => {
  const [draft, review, early] = [task('draft-2'), task('review-2', 'draft'), task('early-2', 'review')];
  paste(['early', early], ['draft', draft], ['review', review]);
  expect([early.get('chengban:returnTo'), review.get('chengban:returnTo')]).toEqual(['review-2', 'draft-2']);
});

test('one that leads elsewhere, or nowhere, stays as it is', () => {
  const [alone, plain] = [task('a-2', 'draft'), task('b-2')];
  paste(['a', alone], ['b', plain]);
  expect([alone.get('chengban:returnTo'), plain.get('chengban:returnTo')]).toEqual(['draft', undefined]);
});

test('what is pasted twice leads each time to its own', () => {
  for (const at of [2, 3]) {
    const review = task(`review-${at}`, 'draft');
    paste(['draft', task(`draft-${at}`)], ['review', review]);
    expect(review.get('chengban:returnTo')).toBe(`draft-${at}`);
  }
});
