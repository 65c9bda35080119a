import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { endOfDayInShanghai } from '../shared/instant.js';
import { light } from './light.js';
import type { ObligationFacts, ObligationStatus } from './light.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const facts = (more: Partial<ObligationFacts> = {}): ObligationFacts => ({
  dueOn: '2024-10-16',
  status: 'pending',
  ...more,
});
const colour = (f: ObligationFacts, now: string) => light(f, at(now)).colour;

describe('the light of an obligation', () => {
  it('is green while more than seven working days are left, holidays not counted', () => {
    // 8–12 October are five days of work (Saturday the 12th in exchange), then 14, 15, 16
    expect(light(facts(), at('2024-09-30T12:00:00'))).toEqual({
      colour: 'green',
      word: '正常',
      reason: '完成时限2024年10月16日，剩余时间在7个工作日以上，尚未开始填报。',
    });
  });

  it('turns yellow at seven working days and says how many are left', () => {
    expect(colour(facts(), '2024-10-07T23:59:59')).toBe('green');
    expect(light(facts(), at('2024-10-08T00:00:00'))).toEqual({
      colour: 'yellow',
      word: '临期',
      reason: '完成时限2024年10月16日，还剩7个工作日，尚未开始填报。',
    });
  });

  it('is yellow to the last second of the due day in Shanghai, then red', () => {
    expect(colour(facts({ status: 'drafting' }), '2024-10-16T23:59:59')).toBe('yellow');
    expect(light(facts({ status: 'drafting' }), at('2024-10-17T00:00:00'))).toEqual({
      colour: 'red',
      word: '逾期',
      reason: '完成时限2024年10月16日已过，正在填报。',
    });
  });

  it('is yellow when returned, however early, and red when it is late besides', () => {
    const returned = facts({ status: 'returned', returnedAt: at('2024-07-01T09:00:00') });
    expect(light(returned, at('2024-07-02T09:00:00'))).toMatchObject({ colour: 'yellow', word: '退回' });
    expect(light(returned, at('2024-07-02T09:00:00')).reason).toContain('2024年7月1日被退回');
    expect(colour(returned, '2024-10-17T00:00:00')).toBe('red');
  });

  it('is not red while a result handed in on time waits for its review', () => {
    const submitted = facts({ status: 'submitted', submittedAt: at('2024-10-16T20:00:00') });
    expect(light(submitted, at('2024-10-20T09:00:00'))).toMatchObject({ colour: 'yellow', word: '审核中' });
    const late = facts({ status: 'submitted', submittedAt: at('2024-10-17T00:00:00') });
    expect(colour(late, '2024-10-20T09:00:00')).toBe('red');
  });

  it('is grey when closed on time, also when the review took longer', () => {
    const closed = facts({
      status: 'closed',
      submittedAt: at('2024-10-16T20:00:00'),
      closedAt: at('2024-10-20T09:00:00'),
    });
    expect(light(closed, at('2025-01-01T00:00:00'))).toEqual({
      colour: 'grey',
      word: '办结',
      reason: '已于2024年10月20日办结，未超过完成时限2024年10月16日。',
    });
    expect(colour(facts({ status: 'closed', closedAt: at('2024-10-01T09:00:00') }), '2025-01-01T00:00:00')).toBe(
      'grey',
    );
  });

  it('stays yellow when it was closed late', () => {
    const closed = facts({
      status: 'closed',
      submittedAt: at('2024-10-18T20:00:00'),
      closedAt: at('2024-10-20T09:00:00'),
    });
    expect(light(closed, at('2025-01-01T00:00:00'))).toMatchObject({ colour: 'yellow', word: '逾期办结' });
    expect(colour(facts({ status: 'closed', closedAt: at('2024-10-17T00:00:00') }), '2025-01-01T00:00:00')).toBe(
      'yellow',
    );
  });

  it('says so when the holidays of the year are not known', () => {
    expect(light(facts({ dueOn: '2040-10-10' }), at('2040-10-08T09:00:00')).reason).toContain(
      '2040年放假安排不在日历中',
    );
  });

  const open = fc.constantFrom<ObligationStatus>('pending', 'drafting', 'returned');
  const hours = fc.integer({ min: 0, max: 24 * 400 });
  const start = at('2024-01-01T00:00:00');

  it('never gets better by waiting', () => {
    const rank = { green: 0, grey: 0, yellow: 1, red: 2 };
    fc.assert(
      fc.property(open, fc.integer({ min: 0, max: 400 }), hours, hours, (status, days, a, b) => {
        const f = facts({ status, dueOn: addDays('2024-01-01', days) });
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((h) => light(f, start + h * 3_600_000));
        expect(rank[later!.colour]).toBeGreaterThanOrEqual(rank[earlier!.colour]);
      }),
    );
  });

  it('is red exactly when an open obligation is past 24:00 of its day, and always explains itself', () => {
    fc.assert(
      fc.property(open, fc.integer({ min: 0, max: 400 }), hours, (status, days, h) => {
        const f = facts({ status, dueOn: addDays('2024-01-01', days) });
        const now = start + h * 3_600_000;
        const shown = light(f, now);
        expect(shown.colour === 'red').toBe(now >= endOfDayInShanghai(f.dueOn));
        expect(shown.reason).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/u);
      }),
    );
  });

  it('is never green or grey for what was handed in late', () => {
    fc.assert(
      fc.property(hours, hours, (late, after) => {
        const submittedAt = endOfDayInShanghai('2024-10-16') + late * 3_600_000;
        const now = submittedAt + after * 3_600_000;
        for (const status of ['submitted', 'closed'] as const)
          expect(['yellow', 'red']).toContain(light(facts({ status, submittedAt, closedAt: now }), now).colour);
      }),
    );
  });
});
