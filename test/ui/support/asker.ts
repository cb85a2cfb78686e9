import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../../vscode/until';
import type { VsCodeOptions } from './vscode';

/** Another extension beside ours, which does what a test tells it. */
export class Asker {
  /** Where it writes the port that it listens on, at each start of its extension host. */
  private readonly portFile: string;

  constructor(suite: string) {
    this.portFile = path.join(os.tmpdir(), `appcircle-asker-${suite}-${process.pid}`);
  }

  /** What a VS Code needs to have it. */
  get options(): Pick<VsCodeOptions, 'helperExtensions' | 'environment'> {
    return {
      helperExtensions: [path.join(__dirname, 'asker')],
      environment: { ASKER_PORT_FILE: this.portFile },
    };
  }

  /** Runs the body of an async function that has `vscode` in scope, and answers what it returns. */
  async run<T>(code: string): Promise<T> {
    const answer = await until('the other extension', () =>
      fetch(`http://127.0.0.1:${readFileSync(this.portFile, 'utf8')}`, { method: 'POST', body: code }),
    );
    const { value, error } = (await answer.json()) as { value: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
}
