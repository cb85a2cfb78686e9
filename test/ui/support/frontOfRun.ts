import { startFront, type Front } from '../../vscode/front';

let front: Promise<Front> | undefined;

/**
 * The front server of all suites of a run, which come one after another. Their windows then have one origin, for which
 * the browser compiles the workbench once; it lends each suite a key of its own.
 */
export async function frontOfRun(keyFile: string): Promise<Front> {
  front ??= startFront({ keyFile });
  const running = await front;
  running.lendKey(keyFile);
  return running;
}
