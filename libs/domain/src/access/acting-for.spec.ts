import { principalFor, principalsIn } from './acting-for.js';
import type { Actor, Deputyship } from './actor.js';

const actor = (...deputyFor: Deputyship[]): Actor => ({
  tenant: 'taishan',
  personId: '乙',
  name: '乙',
  memberships: [],
  deputyFor,
});
const inEveryFlow = (personId: string): Deputyship => ({ personId, name: personId, keys: null });
const inFlows = (personId: string, ...keys: string[]): Deputyship => ({ personId, name: personId, keys });

test('a candidate acts for oneself, even where one could act for somebody away', () => {
  expect(principalFor(actor(inEveryFlow('甲')), ['甲', '乙'], 'filing')).toBe('乙');
});

test('a deputy acts for the candidate who is away', () => {
  expect(principalFor(actor(inEveryFlow('甲')), ['丙', '甲'], 'filing')).toBe('甲');
});

test('a deputy for chosen flows acts in those and in no other', () => {
  const deputy = actor(inFlows('甲', 'filing', 'progress'));
  expect(principalFor(deputy, ['甲'], 'filing')).toBe('甲');
  expect(principalFor(deputy, ['甲'], 'stage-result')).toBeNull();
});

test('who is neither candidate nor deputy of one acts for nobody', () => {
  expect(principalFor(actor(inEveryFlow('甲')), ['丙'], 'filing')).toBeNull();
  expect(principalFor(actor(), [], 'filing')).toBeNull();
});

test('of several who are away the first rule decides, so that the answer does not change from page to page', () => {
  expect(principalFor(actor(inEveryFlow('丁'), inEveryFlow('甲')), ['甲', '丁'], 'filing')).toBe('丁');
});

test('somebody with a rule for two sets of flows is named once', () => {
  expect(principalsIn(actor(inFlows('甲', 'filing'), inEveryFlow('甲'), inFlows('丙', 'other')), 'filing')).toEqual([
    '甲',
  ]);
});
