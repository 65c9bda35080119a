import { spawnSync } from 'node:child_process';

/** What the package says about every day of two years, asked as `workdays.ts` asks; weekday names are left out. */
const NOTICES = `
  const { getDayDetail } = require('chinese-days');
  const said = [];
  for (let ms = Date.UTC(2024, 0, 1); ms < Date.UTC(2026, 0, 1); ms += 86400000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    const { name, work } = getDayDetail(day);
    if (name.includes(',')) said.push(day + work);
  }
  process.stdout.write(said.join());`;

// A process has one time zone from its start, so another zone needs another process.
const noticesIn = (zone: string): string =>
  spawnSync(process.execPath, ['-e', NOTICES], { env: { PATH: process.env['PATH'], TZ: zone }, encoding: 'utf8' })
    .stdout;

describe('holidays and exchanged weekends', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'are the same days on a machine in %s',
    (zone) => {
      const notices = noticesIn(zone);
      expect(notices).toBe(noticesIn('UTC'));
      expect(notices).toContain('2024-10-01false');
      expect(notices).toContain('2024-10-12true');
    },
  );
});
