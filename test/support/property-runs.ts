/** How much longer properties run than in `npm test`; `npm run test:nightly` sets it. */
const factor = Math.max(1, Number(process.env['PROPERTY_FACTOR'] ?? 1));

/** @param ordinary number of runs in `npm test` */
export const propertyRuns = (ordinary: number): number => ordinary * factor;
