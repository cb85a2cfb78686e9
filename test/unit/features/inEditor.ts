import { createRequire } from 'node:module';
import { FakeVscode } from '../extension/fakeVscode';

const load = createRequire(__filename);

/**
 * A module of `src/features`, loaded over a fake editor while a test file is being read. The services that it is
 * given then come of the same copy of `src` as the ones in the house, so that failures are told by their class.
 */
export function inEditor(module: string): { module: unknown; editor: FakeVscode } {
  const editor = new FakeVscode();
  const leave = editor.install();
  try {
    return { module: load(`../../../src/features/${module}`) as unknown, editor };
  } finally {
    leave();
  }
}
