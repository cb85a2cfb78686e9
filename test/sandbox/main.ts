/**
 * `npm run sandbox -- [--port N] [--profiles N] [--build-profiles N] [--branches N] [--strange-names]`: starts the
 * sandbox, prints one JSON object (SandboxAddress) as its first line, and serves until SIGINT or SIGTERM.
 */
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox';

function number(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new RangeError(`--${name} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
}

/** Read at once: after the first line is out, the parent may be gone at any moment. */
const parent = process.ppid;

/**
 * npm passes a signal on to the shell that it started, and the shell dies of it without telling its child. So under
 * `npm run sandbox` the end of the parent is the end of the sandbox too.
 */
function whenOrphaned(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] !== 'sandbox') {
    return;
  }
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      stop();
    }
  }, 250);
  timer.unref();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      profiles: { type: 'string' },
      'build-profiles': { type: 'string' },
      branches: { type: 'string' },
      'strange-names': { type: 'boolean', default: false },
    },
  });
  const port = number('port', values.port, 65_530);
  const profiles = number('profiles', values.profiles, 1_000_000);
  const buildProfiles = number('build-profiles', values['build-profiles'], 10_000);
  const branches = number('branches', values.branches, 1000);
  const isStrange = values['strange-names'];
  const sandbox = await startSandbox({
    names: isStrange ? 'strange' : 'friendly',
    // People find something going on, and something that is gone.
    ...(!isStrange && { mode: { othersUnderWay: true, retentionDays: 14 } }),
    ...(port === undefined ? {} : { port }),
    ...(profiles === undefined ? {} : { profiles }),
    builds: {
      ...(buildProfiles !== undefined && { profiles: buildProfiles }),
      ...(branches !== undefined && { branches }),
    },
  });
  const stop = (): void => {
    void sandbox.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  whenOrphaned(stop);

  process.stdout.write(`${JSON.stringify(sandbox.address)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
