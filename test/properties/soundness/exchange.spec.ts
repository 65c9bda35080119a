import fc from 'fast-check';
import type { FlowModel } from '../../../libs/domain/src/bpmn/model.js';
import { soundness } from '../../../libs/domain/src/checks/soundness/soundness.js';
import { propertyRuns } from '../../support/property-runs.js';
import { NaiveExchange } from './naive-exchange.js';
import { exchanges } from './random-exchange.js';

/** What the runs met, so that a property about nothing is noticed. */
const met = { sound: 0, stuck: 0, left: 0 };

function compare(model: FlowModel): void {
  if (model.messageFlows.length === 0) return;
  const naive = new NaiveExchange(model).judge();
  if (!naive.complete) return;
  const { scopes, leftMessages, verdict } = soundness(model);
  expect(scopes.map(({ properties }) => properties.optionToComplete)).toEqual(naive.stuck.map((stuck) => !stuck));
  expect(leftMessages).not.toBeNull();
  expect((leftMessages ?? []).length > 0).toBe(naive.left);
  if (naive.left) met.left++;
  if (naive.stuck.includes(true)) {
    met.stuck++;
    return;
  }
  const starts = [model.root, ...model.others.map(({ root }) => root)].map(({ nodes }) => nodes[0]?.id);
  const dead = scopes.flatMap(({ deadNodes }) => deadNodes).filter((id) => !starts.includes(id));
  expect([...dead].sort()).toEqual([...naive.dead].sort());
  if (verdict === 'sound') met.sound++;
}

test('processes that send each other messages are judged as a game does that plays every run token by token', () => {
  fc.assert(fc.property(exchanges, compare), { numRuns: propertyRuns(400) });
  for (const [what, count] of Object.entries(met)) expect([what, count > 0]).toEqual([what, true]);
}, 120_000);
