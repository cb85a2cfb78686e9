/** Begins to measure: the result gives the milliseconds that this process computed since, however busy the machine is. */
export function startCpuTime(): () => number {
  const begun = process.cpuUsage();
  return () => process.cpuUsage(begun).user / 1000;
}
