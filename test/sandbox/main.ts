/**
 * `npm run sandbox -- [--port N] [--profiles N]`: starts the sandbox, prints one JSON object (SandboxAddress) as its
 * first line, and serves until SIGINT or SIGTERM.
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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, profiles: { type: 'string' } } });
  const port = number('port', values.port, 65_533);
  const profiles = number('profiles', values.profiles, 1_000_000);
  const sandbox = await startSandbox({
    ...(port === undefined ? {} : { port }),
    ...(profiles === undefined ? {} : { profiles }),
  });
  process.stdout.write(`${JSON.stringify(sandbox.address)}\n`);

  const stop = (): void => {
    void sandbox.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
