/** Whether this is a run of all that takes its time: `npm run test:long` sets a seed of its own (`useSeed.ts`), and has all the time that it needs. */
export const isLong = process.env['TEST_SEED'] !== undefined;

/**
 * How many values, bytes or turns a test takes: in each run what shows that it is so, in `npm run test:long` what would
 * also show what is seldom, or what only much of it shows.
 */
export function briefOrLong(brief: number, long: number): number {
  return isLong ? long : brief;
}
