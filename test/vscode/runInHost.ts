import { appendFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { workbenchAddress } from './workbenchAddress';

export interface HostRun {
  /** Of a server that obeys the payload of the address. */
  readonly port: number;
  readonly workspace: string;
  /** Folder of the extension that is under development. */
  readonly extension: string;
  /** File whose `run()` is called in the extension host. */
  readonly tests: string;
  /** A host that hangs, or never comes up, says nothing more: milliseconds of silence after which the wait for it ends. */
  readonly limit: number;
  /** When it last said anything; where that is not known, the limit is for the whole run. */
  readonly lastAt?: () => number;
  /** File for what page and host write to their consoles. */
  readonly log: string;
}

/** Opens the workbench in a new page, with tests in its payload, and waits for the code that it ends them with. */
export async function runInHost(context: BrowserContext, run: HostRun): Promise<number> {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${run.port}${file}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.tests)],
  ]);
  const page = await context.newPage();
  const started = Date.now();
  const { lastAt = () => started } = run;
  let expire: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    expire = setInterval(() => {
      if (Date.now() - lastAt() > run.limit)
        reject(new Error(`The tests in the extension host said nothing for ${run.limit / 1000} s.`));
    }, 1000);
  });
  ended.catch(() => undefined);
  const keep = (kind: string, text: string): void => {
    appendFileSync(run.log, `[${kind}] ${text}\n`);
  };
  page.on('console', (message) => {
    keep(message.type(), message.text());
  });
  await page.exposeFunction('codeAutomationLog', (kind: string, values: unknown) => {
    keep(`host ${kind}`, JSON.stringify(values));
  });
  try {
    // That it is loaded nobody has to know: what comes of it says something, or is silent for too long.
    await page.goto(workbenchAddress(`http://127.0.0.1:${run.port}`, run.workspace, { payload }), {
      waitUntil: 'commit',
      timeout: run.limit,
    });
    return await ended;
  } finally {
    clearInterval(expire);
    await page.close();
  }
}
