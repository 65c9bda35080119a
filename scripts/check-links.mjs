// Every relative link and picture of the documentation leads somewhere.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && existsSync(page));
let broken = 0;
for (const page of pages) {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '');
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)) {
    if (target === undefined || /^([a-z]+:|#)/.test(target)) continue;
    const file = path.join(path.dirname(page), decodeURI(target.split('#')[0] ?? ''));
    if (existsSync(file)) continue;
    broken += 1;
    console.error(`${page}: the link ${target} leads nowhere`);
  }
}
console.log(`links: ${pages.length} pages, ${broken} broken`);
process.exit(broken === 0 && pages.length > 0 ? 0 : 1);
