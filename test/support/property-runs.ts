/** How much longer properties run than in `npm test`; `npm run test:nightly` sets it. */
const factor = Math.max(1, Number(process.env['PROPERTY_FACTOR'] ?? 1));

/** `PROPERTY_SHARD=2/4`: the second of four parts of the nightly run, each on a seed of its own (property-setup.ts). */
const shards = Math.max(1, Number((process.env['PROPERTY_SHARD'] ?? '1/1').split('/')[1]));

/** @param ordinary number of runs in `npm test` */
export const propertyRuns = (ordinary: number): number => Math.ceil((ordinary * factor) / shards);
