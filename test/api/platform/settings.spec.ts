import { readSettings } from '../../../apps/api/src/config/read-settings.js';

test('with nothing set one city runs on one machine', () => {
  expect(readSettings({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATABASE_URL: undefined,
    DATA_DIR: './data',
    MAX_UPLOAD_MB: 200,
    SESSION_IDLE_HOURS: 2,
    SESSION_MAX_HOURS: 12,
    COOKIE_SECURE: false,
    DEFAULT_TENANT: 'taishan',
  });
});

test('texts of the environment become numbers and truths; what is empty counts as not set', () => {
  const given = { PORT: '8080', COOKIE_SECURE: 'true', DATABASE_URL: '', SESSION_IDLE_HOURS: '0.5', HOST: '  ' };
  expect(readSettings(given)).toMatchObject({
    PORT: 8080,
    COOKIE_SECURE: true,
    SESSION_IDLE_HOURS: 0.5,
    HOST: '127.0.0.1',
  });
});

test('all that is wrong is said at once, in Chinese, with the name of the variable', () => {
  const given = { PORT: '99999', MAX_UPLOAD_MB: 'many', DATABASE_URL: 'mysql://x', COOKIE_SECURE: 'maybe' };
  expect(() => readSettings(given)).toThrow(/环境设置有误[^]*PORT[^]*DATABASE_URL[^]*MAX_UPLOAD_MB[^]*COOKIE_SECURE/);
});

test.each(['0', '-1', '1.5', 'x', '1e9'])('an upload limit of %s is refused', (value) => {
  expect(() => readSettings({ MAX_UPLOAD_MB: value })).toThrow('MAX_UPLOAD_MB');
});
