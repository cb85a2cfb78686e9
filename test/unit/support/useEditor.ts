import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { FakeVscode } from '../extension/fakeVscode';
import { loadLateModulesOver } from './requireLateModules';

const require_ = createRequire(__filename);

/** The last is the one that is in. */
const entered: LoadedEditor[] = [];
loadLateModulesOver(() => {
  const editor = entered.at(-1);
  return () => editor?.enter() ?? (() => undefined);
});

interface Disposable {
  dispose: () => void;
}

/**
 * A fake editor with modules of `src` loaded over it. It has its own copy of everything in `src` that knows the
 * editor, so that nothing is said to another one. The rest keeps no state, and there is one copy of it: a failure is
 * told by its class, wherever it comes from.
 */
export class LoadedEditor extends FakeVscode {
  private loaded: NodeJS.Dict<NodeJS.Module> = {};
  private entered = false;
  private readonly owned: Disposable[] = [];

  constructor(private readonly path: string) {
    super();
  }

  /** The module that it was made for. */
  get module(): unknown {
    return this.load(this.path);
  }

  /** Another module of `src`. */
  load(path: string): unknown {
    const leave = this.enter();
    try {
      return require_(`../../../src/${path}`) as unknown;
    } finally {
      leave();
    }
  }

  /** Whatever is loaded from here on, a test's own imports included, comes over this editor, until the result is called. */
  enter(): () => void {
    if (this.entered) return () => undefined;
    this.entered = true;
    entered.push(this);
    const others = takeEditorModules();
    Object.assign(require.cache, this.loaded);
    const uninstall = this.install();
    return () => {
      uninstall();
      this.loaded = takeEditorModules();
      Object.assign(require.cache, others);
      this.entered = false;
      entered.pop();
    };
  }

  /** Disposes this when the test has ended. */
  own<T extends Disposable>(thing: T): T {
    this.owned.push(thing);
    return thing;
  }

  /** Disposes what is owned, and fails where anything is registered after that. */
  close(): void {
    for (const thing of this.owned.splice(0).reverse()) thing.dispose();
    assert.deepEqual(this.live, []);
  }
}

/** The same, with the type of its module. */
export type EditorWith<M> = LoadedEditor & { readonly module: M };

/**
 * Gives the suite that it is called in a fake editor with a module of `src` loaded over it. Each test begins with an
 * editor that nobody has used; what the test owns is disposed after it, and nothing may be registered then.
 */
export function useEditor(module: string, { answersPicks = false } = {}): LoadedEditor {
  const editor = new LoadedEditor(module);
  editor.answersPicks = answersPicks;
  let leave: () => void;
  before(() => {
    leave = editor.enter();
    // Once, before the tests: what it takes to load it is no part of any of them.
    editor.load(module);
  });
  beforeEach(() => {
    editor.reset();
  });
  afterEach(() => {
    editor.close();
  });
  after(() => {
    leave();
  });
  return editor;
}

/** Takes whatever of `src` knows the editor out of what is loaded. */
function takeEditorModules(): NodeJS.Dict<NodeJS.Module> {
  const taken: NodeJS.Dict<NodeJS.Module> = {};
  for (const [file, loaded] of Object.entries(require.cache)) {
    if (/[\\/]src[\\/](ui[\\/]|features[\\/]|extension\.)/.test(file)) {
      taken[file] = loaded;
      Reflect.deleteProperty(require.cache, file);
    }
  }
  return taken;
}
