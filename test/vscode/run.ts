import { randomInt } from 'node:crypto';
import { runPictures } from '../pictures/run';
import { runDesktop } from './desktop';
import { runIntegration } from './integration';
import { runPackage } from './package';
import { runAll } from './testAll';
import { runUi } from './ui';
import { runUnit } from './unit';

/** The parts of `node test/run.mjs <part>`; each answers whether it went well. */
const parts: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  all: runAll,
  unit: runUnit,
  integration: runIntegration,
  ui: (args) => runUi(args, 'test/ui'),
  long: runLong,
  desktop: runDesktop,
  package: runPackage,
  pictures: runPictures,
};

export async function runPart(name: string, args: readonly string[]): Promise<void> {
  const succeeded = await parts[name]?.(args);
  process.exitCode = succeeded ? 0 : 1;
}

/** What is too slow for `npm test`; and the unit tests with their coverage, properties over values of this run alone. */
async function runLong(args: readonly string[]): Promise<boolean> {
  const isWell = await runUi(args, 'test/long');
  if (args.length > 0) return isWell;
  const seed = String(randomInt(2 ** 31));
  process.env['TEST_SEED'] = seed;
  process.stdout.write(`Properties run with TEST_SEED=${seed}\n`);
  return (await runUnit(['--coverage'])) && isWell;
}
