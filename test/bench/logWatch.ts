import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { calm } from './calm';
import type { Measured } from './measured';

/** How finely it is looked at whether the host has a turn for anybody, in milliseconds. */
const RESOLUTION = 10;
/** A document that has so many lines has some of the log. */
const MORE_THAN_A_SENTENCE = 10;
/** So often is it looked at whether the host has done what is to be done. */
const LOOKS_AFTER = 50;

/**
 * Shows a text in an editor, and waits until all its lines are there: milliseconds to the first line and to the last, for
 * how long nobody else in the host had a turn at most, and how much more it holds then.
 */
export async function watched(show: () => PromiseLike<unknown>, lines: number): Promise<Measured> {
  await calm();
  const before = heap();
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  const began = performance.now();
  const shown = show();
  await untilLines(MORE_THAN_A_SENTENCE);
  const first = performance.now() - began;
  await untilLines(lines);
  const all = performance.now() - began;
  await shown;
  delays.disable();
  const blocked = delays.max / 1e6 - RESOLUTION;
  // It may be asked for once more.
  await calm(LOOKS_AFTER);
  return { first, all, blocked, heap: heap() - before };
}

/** Waits until the document of the active editor has so many lines. */
export async function untilLines(lines: number): Promise<void> {
  while ((vscode.window.activeTextEditor?.document.lineCount ?? 0) < lines) {
    await setTimeout(5);
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The editor keeps the text of a closed document for a moment.
  while (vscode.window.visibleTextEditors.length > 0) {
    await setTimeout(50);
  }
}

/** Bytes that are held after a collection. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
