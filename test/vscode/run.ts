import { runDesktop } from './desktop';
import { runIntegration } from './integration';
import { packageExtension } from './package';
import { root } from './paths';
import { runAll } from './testAll';
import { runUi } from './ui';
import { runUnit } from './unit';

/** The parts of `node test/run.mjs <part>`; each answers whether it went well. */
const parts: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  all: runAll,
  unit: runUnit,
  integration: runIntegration,
  ui: (args) => runUi(args, 'test/ui'),
  long: (args) => runUi(args, 'test/long'),
  desktop: runDesktop,
  package: async ([folder = root]) => {
    process.stdout.write(`${await packageExtension(folder)}\n`);
    return true;
  },
};

export async function runPart(name: string, args: readonly string[]): Promise<void> {
  const succeeded = await parts[name]?.(args);
  process.exitCode = succeeded ? 0 : 1;
}
