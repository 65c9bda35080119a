import fc from 'fast-check';

// one seed for the whole nightly run, printed there, so that what failed can be run again
const seed = process.env['PROPERTY_SEED'];
const shard = Number((process.env['PROPERTY_SHARD'] ?? '1/1').split('/')[0]);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) + shard - 1 });
