import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './paths';
import { exitOf, lifeline, spawnOwned } from './processes';

const resolve = createRequire(path.join(root, 'package.json')).resolve;

/** The program behind a package's command, to be run by this Node without a shell between. */
export function program(name: string, file: string): string {
  return path.join(path.dirname(resolve(`${name}/package.json`)), file);
}

/** Every line of src counts, also those of files that no unit test loads: views and dialogs have their tests elsewhere. */
const covered = ['--all', '--src', 'src', '--include', 'src/**', '--exclude', '**/*.d.ts'];
/** Per cent of lines; a little below what there is, so that a change that is tested elsewhere may come in. */
const leastCoverage = '92';

/** Plain mocha over test/unit and the harness's own tests; with `--coverage` of src by c8, which takes a quarter more. */
export async function runUnit(args: readonly string[]): Promise<boolean> {
  const isCovered = args.includes('--coverage');
  const chosen = args.filter((argument) => argument !== '--coverage');
  // Some of the tests cover less, and that is no failure.
  const threshold = chosen.length === 0 ? ['--check-coverage', '--lines', leastCoverage] : [];
  const reports = ['--reporter', 'text-summary', '--reporter', 'lcovonly', '--clean'];
  const coverage = [program('c8', 'bin/c8.js'), ...covered, ...threshold, ...reports, process.execPath];
  const mocha = [program('mocha', 'bin/mocha.js'), '--reporter', path.join(__dirname, 'reporter.ts')];
  const command = [...(isCovered ? coverage : []), ...mocha];
  // .mocharc.json names test/unit; a pattern given here is added to it.
  const child = spawnOwned(
    process.execPath,
    [...lifeline, ...command, ...chosen, 'test/vscode/**/*.test.ts'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  return (await exitOf(child)) === 0;
}
