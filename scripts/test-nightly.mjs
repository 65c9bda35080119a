// `npm run test:nightly`: the properties of `npm test`, some forty times as long, on a seed that is printed.
// `PROPERTY_SHARD=1/4 PROPERTY_SEED=…` runs one of four parts, so that several cores or machines share the night.
import { run } from './run.mjs';

const seed = process.env.PROPERTY_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const factor = process.env.PROPERTY_FACTOR ?? '40';
const shard = process.env.PROPERTY_SHARD ?? '1/1';
const began = Date.now();
console.log(
  `PROPERTY_SEED=${seed} PROPERTY_FACTOR=${factor} PROPERTY_SHARD=${shard} npm run test:nightly runs exactly this again`,
);

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
    'test/api/work/pairs',
    'test/api/work/random-verbs',
    ...process.argv.slice(2),
  ],
  { PROPERTY_SEED: seed, PROPERTY_FACTOR: factor, PROPERTY_SHARD: shard },
);
const minutes = ((Date.now() - began) / 60_000).toFixed(1);
console.log(`seed ${seed}, ${minutes} min: ${code === 0 ? 'every property held' : 'a property failed, see above'}`);
process.exit(code);
