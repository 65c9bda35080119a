import { existsSync } from 'node:fs';

/** @returns {string | undefined} where a Chromium is installed; CHROMIUM=/path overrides the usual places */
export function chromiumPath() {
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return [process.env.CHROMIUM, ...usual].find((place) => place !== undefined && place !== '' && existsSync(place));
}
