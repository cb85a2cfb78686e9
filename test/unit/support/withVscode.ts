import { createRequire } from 'node:module';
import { FakeVscode } from '../extension/fakeVscode';

const load = createRequire(__filename);

/** A loaded module, the editor that it thinks it is in, and the way out. */
export interface Loaded<T> {
  module: T;
  editor: FakeVscode;
  leave: () => void;
}

/**
 * A module of `src` that imports vscode, loaded over a fake of it. Each call has its own fake and its own copy of
 * everything in `src`, so that no test sees what another left.
 */
export function withVscode(module: string): Loaded<unknown> {
  const editor = new FakeVscode();
  const leave = editor.install();
  for (const loaded of Object.keys(require.cache)) {
    if (/[\\/]src[\\/]/.test(loaded)) Reflect.deleteProperty(require.cache, loaded);
  }
  return { module: load(`../../../src/${module}`) as unknown, editor, leave };
}
