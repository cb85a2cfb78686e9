import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';

interface Build {
  options: (wanted: { production: boolean; outdir: string }) => BuildOptions;
}

const fromHere = createRequire(__filename);

/** The files that are shipped, and which of them loads which. */
export class BuiltBundle {
  private static built: Promise<BuiltBundle> | undefined;

  private constructor(
    /** Where an installed extension would be: the files are in `dist` there. */
    readonly root: string,
    readonly metafile: Metafile,
  ) {}

  /** Builds them once for all suites, which only read them; they are gone with the process. */
  static use(): Promise<BuiltBundle> {
    this.built ??= this.build();
    return this.built;
  }

  private static async build(): Promise<BuiltBundle> {
    const root = mkdtempSync(path.join(tmpdir(), 'appcircle-bundle-'));
    process.once('exit', () => {
      rmSync(root, { recursive: true, force: true });
    });
    const outdir = path.join(root, 'dist');
    const { options } = fromHere('../../../esbuild.js') as Build;
    await build({ ...options({ production: true, outdir }), logLevel: 'silent' });
    const metafile = JSON.parse(readFileSync(path.join(outdir, 'meta.json'), 'utf8')) as Metafile;
    return new BuiltBundle(root, metafile);
  }

  get folder(): string {
    return path.join(this.root, 'dist');
  }

  /** Names of all files. */
  get outputs(): string[] {
    return Object.keys(this.metafile.outputs);
  }

  contents(name: string): Buffer {
    return readFileSync(path.join(this.folder, path.basename(name)));
  }

  bytes(names: Iterable<string>): number {
    return [...names].reduce((sum, name) => sum + this.contents(name).length, 0);
  }

  /** The entry, or the file that is loaded late for the module of this name. */
  file(name: string): string {
    const pattern = name === 'extension' ? /^extension\.js$/ : new RegExp(`^${name}-[A-Z0-9]{8}\\.js$`);
    const [found, ...more] = this.outputs.filter((output) => pattern.test(path.basename(output)));
    assert.ok(found !== undefined && more.length === 0, name);
    return found;
  }

  /** A file and all that it loads at once; what it loads by `import()` comes later and does not count. */
  loadedWith(name: string, seen = new Set<string>()): Set<string> {
    seen.add(name);
    for (const { path: imported, kind, external } of this.metafile.outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && !external && !seen.has(imported)) this.loadedWith(imported, seen);
    }
    return seen;
  }

  /** A file and all that it loads sooner or later, without what is seen already. */
  reachedFrom(name: string, seen: ReadonlySet<string>): Set<string> {
    const reached = new Set<string>();
    const follow = (one: string): void => {
      reached.add(one);
      for (const { path: imported, external } of this.metafile.outputs[one]?.imports ?? []) {
        if (!external && !seen.has(imported) && !reached.has(imported)) follow(imported);
      }
    };
    follow(name);
    return reached;
  }
}
