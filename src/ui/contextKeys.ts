import * as vscode from 'vscode';
import type { ContextKey, ContextKeys } from '../contributions';

/** Sets a context key when its value changed, and only then. */
export function contextKey<K extends ContextKey>(key: K): (value: ContextKeys[K]) => void {
  let last: ContextKeys[K] | undefined;
  return (value) => {
    if (value !== last) {
      last = value;
      void vscode.commands.executeCommand('setContext', key, value);
    }
  };
}
