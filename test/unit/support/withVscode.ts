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
 * everything in `src` that knows the editor, so that no test sees what another left. The rest keeps no state, and
 * there is one copy of it: a failure is told by its class, wherever it comes from.
 */
export function withVscode(module: string): Loaded<unknown> {
  const editor = new FakeVscode();
  const leave = editor.install();
  forgetEditorModules();
  return { module: load(`../../../src/${module}`) as unknown, editor, leave };
}

/** Whatever of `src` knows the editor is loaded anew from here on. */
export function forgetEditorModules(): void {
  for (const loaded of Object.keys(require.cache)) {
    if (/[\\/]src[\\/](ui[\\/]|features[\\/]|extension\.)/.test(loaded)) {
      Reflect.deleteProperty(require.cache, loaded);
    }
  }
}
