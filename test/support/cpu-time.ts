/** Milliseconds of CPU that this process has used since; other work on the machine does not count. */
export function cpuSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
