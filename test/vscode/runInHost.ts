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
  /** A host that never comes up never reports: milliseconds after which the wait for it ends. */
  readonly limit: number;
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
  let expire: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    const started = page.exposeFunction('codeAutomationExit', resolve);
    started.catch(reject);
    expire = setTimeout(() => {
      reject(new Error(`The tests in the extension host did not end within ${run.limit / 1000} s.`));
    }, run.limit);
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
    await page.goto(workbenchAddress(`http://127.0.0.1:${run.port}`, run.workspace, { payload }));
    return await ended;
  } finally {
    clearTimeout(expire);
    await page.close();
  }
}
