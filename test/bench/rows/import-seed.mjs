// The task list from the uploaded file to all obligations stored, over HTTP: read, confirmed, generated.
import { readFileSync } from 'node:fs';
import { dataFolder, removeFolder, startServer } from '../support/server.mjs';
import { signIn } from '../support/client.mjs';

const BUDGET = 2;

async function measure() {
  const folder = dataFolder();
  const server = await startServer(folder);
  try {
    const call = await signIn(server.url, 'sifa-jingban', server.password('sifa-jingban'));
    const file = new File([readFileSync('seeds/taishan/tasklist.txt')], 'tasklist.txt', { type: 'text/plain' });
    const body = new FormData();
    body.set('file', file);
    const began = performance.now();
    const draft = await call('POST', '/plan-drafts', body);
    const made = await call('POST', `/plan-drafts/${draft.id}/confirm`, {
      title: '导入计时',
      code: '计时',
      periodFrom: '2024-01-01',
      periodTo: '2025-12-31',
    });
    const seconds = (performance.now() - began) / 1000;
    return [
      {
        row: 'import.seed',
        value: seconds,
        unit: `s for ${made.obligationCount} obligations`,
        against: `${BUDGET} s`,
        ratio: seconds / BUDGET,
      },
    ];
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}

export default { names: ['import.seed'], measure };
