// `npm run test:nightly`: the properties of `npm test`, some thirty times as long, on a seed that is printed.
import { run } from './run.mjs';

const seed = process.env.PROPERTY_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const factor = process.env.PROPERTY_FACTOR ?? '30';
console.log(`PROPERTY_SEED=${seed} PROPERTY_FACTOR=${factor} npm run test:nightly runs exactly this again`);

const code = await run(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--testTimeout=3600000',
    'test/properties',
    'libs/domain/src/bpmn/read-bpmn',
    'test/api/platform/overview-agrees-with-light',
    'test/api/platform/access-sql',
    ...process.argv.slice(2),
  ],
  { PROPERTY_SEED: seed, PROPERTY_FACTOR: factor },
);
console.log(`seed ${seed}: ${code === 0 ? 'every property held' : 'a property failed, see above'}`);
process.exit(code);
