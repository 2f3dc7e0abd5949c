/** Seconds of processor time that `run` takes: unlike the clock's, they do not grow when other suites share the machine. */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
