import fc from 'fast-check';

// one seed for the whole nightly run, printed there, so that what failed can be run again
const seed = process.env['PROPERTY_SEED'];
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
