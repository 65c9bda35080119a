import { light, noticeCalendar, type ObligationStatus } from '@chengban/domain';
import fc from 'fast-check';
import { obligationsDueSoon, overdueObligations } from '../../../apps/api/src/plans/obligation-sql.js';
import { SqlParameters } from '../../../apps/api/src/access/sql-for.js';
import { testApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const DAY = 86_400_000;
const BASE = Date.parse('2024-11-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => BASE + hours * 3_600_000);
const obligation = fc.record({
  dueOn: fc.integer({ min: 0, max: 60 }).map((days) => new Date(BASE + days * DAY).toISOString().slice(0, 10)),
  status: fc.constantFrom<ObligationStatus>('pending', 'drafting', 'submitted', 'returned', 'closed'),
  submittedAt: fc.option(instant),
});

test('what the overview counts as overdue and due soon is what the lights show', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(obligation, { minLength: 1, maxLength: 30 }), instant, async (rows, now) => {
      const parameters = new SqlParameters();
      const [overdue, dueSoon] = [
        overdueObligations(now, parameters),
        obligationsDueSoon(now, noticeCalendar(), parameters),
      ];
      const given = parameters.bind(
        JSON.stringify(
          rows.map((row, i) => ({ ...row, i, submittedAt: row.submittedAt && new Date(row.submittedAt) })),
        ),
      );
      const found = await app.sql<{ overdue: boolean; dueSoon: boolean }>(
        `SELECT ${overdue} AS overdue, ${dueSoon} AS "dueSoon"
         FROM (SELECT i, status, "dueOn" AS due_on, "submittedAt" AS submitted_at
               FROM json_to_recordset(${given}) AS r (i int, status text, "dueOn" date, "submittedAt" timestamptz)) o
         ORDER BY i`,
        parameters.values,
      );
      const shown = rows.map((row) => light(row, now));
      expect(found.map((row) => row.overdue)).toEqual(shown.map((one) => one.colour === 'red'));
      // 退回 and 审核中 hide the word 临期, never the days: what is soon by its date must not be called 正常
      rows.forEach((row, i) => {
        if (shown[i]!.word === '临期') expect(found[i]!.dueSoon).toBe(true);
        if (shown[i]!.word === '正常' || row.status === 'closed') expect(found[i]!.dueSoon).toBe(false);
      });
    }),
    { numRuns: 60 },
  );
});
