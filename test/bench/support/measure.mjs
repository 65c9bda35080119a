/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Microseconds of CPU time per call: the median of several rounds after a warm-up, so that one busy moment does not count.
 * @param {() => void} work
 * @param {{ calls: number, rounds?: number }} options
 */
export function cpuMicroseconds(work, { calls, rounds = 7 }) {
  for (let i = 0; i < calls; i += 1) work();
  const figures = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (let i = 0; i < calls; i += 1) work();
    const { user, system } = process.cpuUsage(before);
    figures.push((user + system) / calls);
  }
  return median(figures);
}
