import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.mjs';

const port = Number(process.env['BROWSER_TEST_PORT'] ?? 4391);

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'artifacts/browser',
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'artifacts/browser.json' }],
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    actionTimeout: 15_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // a press while something still grows lands beside it, which no hand is quick enough for
    contextOptions: { reducedMotion: 'reduce' },
    // a trace costs a fifth of the time: `playwright test NAME --trace on` where one is wanted
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath() ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
  webServer: {
    command: 'node test/browser/serve.mjs',
    url: `http://127.0.0.1:${port}/api/health/ready`,
    env: { PORT: String(port), DATA_DIR: 'artifacts/browser-data' },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
