import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';

/** The whole environment that the shell in a terminal has, as the shell itself writes it. */
export async function environmentOf(terminal: vscode.Terminal): Promise<Map<string, string>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'appcircle-shell-'));
  const [part, file] = [path.join(folder, 'part'), path.join(folder, 'environment')];
  try {
    terminal.sendText(
      process.platform === 'win32'
        ? `cmd /c "set > ${part} && move ${part} ${file}"`
        : `env > '${part}' && mv '${part}' '${file}'`,
    );
    const text = await until('the environment of the shell', () => readIfThere(file), { timeout: 45_000 });
    return new Map(
      text.split(/\r?\n/).map((line) => {
        const [name = '', ...value] = line.split('=');
        return [name, value.join('=')];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The terminal that comes of an action. */
export async function terminalBy(action: () => PromiseLike<unknown>): Promise<vscode.Terminal> {
  const before = new Set(vscode.window.terminals);
  await action();
  return until('a new terminal', () => vscode.window.terminals.find((terminal) => !before.has(terminal)));
}

/** Whether shells start at all here: the oldest host has no native part for them. */
export async function shellsStart(): Promise<boolean> {
  const terminal = vscode.window.createTerminal({ name: 'probe', isTransient: true });
  const deadline = new Promise<undefined>((resolve) => setTimeout(resolve, 20_000, undefined));
  const id = await Promise.race([terminal.processId, deadline]);
  terminal.dispose();
  return id !== undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
