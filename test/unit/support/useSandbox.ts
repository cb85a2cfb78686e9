import { startSandbox, type Sandbox } from '../../sandbox/sandbox';

/**
 * Gives the suite that it is called in a sandbox of its own. Each test begins with one that is up, has no faults and
 * no revoked keys, and was asked nothing.
 */
export function useSandbox(options: Parameters<typeof startSandbox>[0] = {}): { readonly current: Sandbox } {
  let sandbox: Sandbox | undefined;
  const current = () => {
    if (!sandbox) throw new Error('The sandbox runs from the suite’s first test on.');
    return sandbox;
  };
  before(async () => {
    sandbox = await startSandbox(options);
  });
  beforeEach(async () => {
    await current().up();
    current().faults.clear();
    current().revokeKeys(undefined, false);
    current().clearRequests();
  });
  after(() => sandbox?.close());
  return {
    get current() {
      return current();
    },
  };
}
