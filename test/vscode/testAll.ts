import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium';
import { root, runFolder } from './paths';
import { summaryLine } from './report';
import { runSection, unfinished, type Outcome, type Section } from './section';

const runner = path.join(root, 'test', 'run.mjs');

/**
 * `npm test`: every section, also after one that failed, and in the end one line that adds up what the tests counted.
 * What waits for a window and what computes run side by side; of windows there is one at a time, as two keep each other
 * waiting for so long that a person would not call it working.
 */
export async function runAll(): Promise<boolean> {
  const folder = runFolder('all');
  const outcomes: Outcome[] = [];
  const run = async (section: Section, environment?: Record<string, string>): Promise<boolean> => {
    const outcome = await runSection(section, folder, environment);
    outcomes.push(outcome);
    process.stdout.write(outcome.output);
    return outcome.good;
  };
  // Types too.
  const lint: Section = { title: 'lint', command: ['npm', 'run', '--silent', 'lint'], yields: true };
  const part = (title: string, yields = false): Section => ({
    title,
    command: [process.execPath, runner, title],
    tests: true,
    yields,
  });
  const test = async (): Promise<void> => {
    await findChromium();
    // Before the others: the integration tests build into the folder that is packed.
    if (await run({ title: 'package', command: [process.execPath, runner, 'package', folder] })) {
      await run(part('ui'), { APPCIRCLE_TEST_VSIX: packed(folder), APPCIRCLE_TEST_PICTURES: 'none' });
    }
    await run(part('integration'));
  };
  process.stdout.write('Each section is shown when it has ended.\n');
  process.once('exit', () => process.stdout.write(unfinished().join('')));
  // What computes gets what windows leave, one after the other: both at once would be through while there are windows.
  const compute = async (): Promise<void> => {
    await run(part('unit', true));
    await run(lint);
  };
  await Promise.all([compute(), test()]);
  rmSync(folder, { recursive: true, force: true });
  const reports = outcomes.map(({ report }) => report);
  // Once more, at the end: of what was printed in all, a server that runs this may keep the last part only.
  for (const failure of reports.flatMap(({ failures }) => failures)) process.stdout.write(`\n✗ ${failure}\n`);
  const lines = outcomes.map(({ line }) => line).join('\n');
  process.stdout.write(`\n${lines}\n\n${summaryLine(reports)}\n`);
  return outcomes.every(({ good }) => good);
}

function packed(folder: string): string {
  return path.join(folder, readdirSync(folder).find((name) => name.endsWith('.vsix')) ?? '');
}
