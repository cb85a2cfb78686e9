import { createRequire } from 'node:module';
import { FakeVscode } from '../extension/fakeVscode';

const load = createRequire(__filename);
/** A module is loaded once: whoever asks for it again gets the editor that it is in. */
const loaded = new Map<string, InEditor>();

interface InEditor {
  module: unknown;
  editor: FakeVscode;
}

/**
 * A module of `src/features`, loaded over a fake editor while a test file is being read. The services that it is
 * given then come of the same copy of `src` as the ones in the house, so that failures are told by their class.
 */
export function inEditor(module: string): InEditor {
  const earlier = loaded.get(module);
  if (earlier) {
    return earlier;
  }
  const editor = new FakeVscode();
  const leave = editor.install();
  try {
    const found = { module: load(`../../../src/features/${module}`) as unknown, editor };
    loaded.set(module, found);
    return found;
  } finally {
    leave();
  }
}
