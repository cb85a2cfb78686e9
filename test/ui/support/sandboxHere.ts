import { startSandbox } from '../../sandbox/sandbox';
import { controlOf, type Sandbox } from '../../vscode/sandbox';

/** Starts a sandbox with strange names in this process: suites come one after another, and load it once so. */
export async function startSandboxHere(profiles = 40): Promise<Sandbox> {
  const sandbox = await startSandbox({ profiles, names: 'strange' });
  const info = sandbox.address;
  return { info, control: controlOf(info), stop: () => sandbox.close() };
}
