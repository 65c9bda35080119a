// The product on an empty database of its own, for the browser tests.
import { rmSync } from 'node:fs';

const data = process.env.DATA_DIR;
if (data === undefined) throw new Error('DATA_DIR names the folder of the test database');
rmSync(data, { recursive: true, force: true });
await import('../../dist/apps/api/src/main.js');
