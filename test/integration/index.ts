import ProjectReporter from '../vscode/reporter';
import { hideBuilds } from './support/buildsView';

/**
 * What the host calls in its extension host: runs every suite and rejects when one failed. Which host that is, a desktop
 * VS Code or the one from npm, is not to be seen from here.
 */
export async function runSuites(suites: readonly (() => Promise<unknown>)[]): Promise<void> {
  process.setSourceMapsEnabled(true);
  // mocha is an ES module, which a bundled `require` in every supported host cannot be trusted to load.
  const { default: Mocha } = await import('mocha');
  const { APPCIRCLE_TEST_GREP: grep } = process.env;
  // What a test waits for has a limit of its own (`until`): this one is for what hangs, also on a busy machine.
  const mocha = new Mocha({ timeout: 60_000, forbidOnly: true, ...(grep ? { grep } : {}) });
  // Its types ask for a subclass of their own base reporter; any class that takes the runner will do.
  mocha.reporter(ProjectReporter as unknown as Mocha.ReporterConstructor);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.beforeAll('without the Builds view', hideBuilds);
  for (const load of suites) await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} integration tests failed.`);
}
