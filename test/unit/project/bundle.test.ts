import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile } from 'esbuild';

interface Build {
  options: (wanted: { production: boolean; outdir: string }) => BuildOptions;
}

describe('the bundle', () => {
  let metafile: Metafile;
  let folder: string;

  before(async function () {
    this.timeout(30_000);
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-bundle-'));
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is plain CommonJS
    const { options } = require('../../../esbuild.js') as Build;
    await build({ ...options({ production: true, outdir: folder }), logLevel: 'silent' });
    metafile = JSON.parse(readFileSync(path.join(folder, 'meta.json'), 'utf8')) as Metafile;
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const contents = (name: string): Buffer => readFileSync(path.join(folder, path.basename(name)));
  const inputs = (): string[] => Object.keys(metafile.inputs);
  const outputs = (): string[] => Object.keys(metafile.outputs);
  const called = (pattern: RegExp): string => {
    const name = outputs().find((output) => pattern.test(path.basename(output)));
    assert.ok(name, String(pattern));
    return name;
  };

  /** A file and all that it loads at once; what it loads by `import()` comes later and does not count. */
  function loadedWith(name: string, seen = new Set<string>()): Set<string> {
    seen.add(name);
    for (const { path: imported, kind, external } of metafile.outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && !external && !seen.has(imported)) loadedWith(imported, seen);
    }
    return seen;
  }

  it('R30: the entry, with every file that it loads at once, has at most 80,000 bytes', () => {
    const bytes = [...loadedWith(called(/^extension\.js$/))].reduce(
      (sum, name) => sum + contents(name).length,
      0,
    );
    assert.ok(bytes <= 80_000, `${bytes} bytes`);
  });

  it('R30: the entry loads one file at once, and no file asks for the API of the editor twice', () => {
    const [entry, one, ...more] = loadedWith(called(/^extension\.js$/));
    assert.ok(entry !== undefined && one !== undefined);
    assert.deepEqual(more, []);
    for (const name of outputs()) {
      const asked =
        contents(name)
          .toString()
          .match(/require\("vscode"\)/g) ?? [];
      assert.ok(asked.length <= 1, `${name} asks ${asked.length} times`);
      assert.doesNotMatch(contents(name).toString(), /\(require\("vscode"\)\)/, `${name} copies it`);
    }
  });

  it('R30: all that a signed-in tree loads has at most 250,000 bytes, 85,000 packed', () => {
    const names = loadedWith(called(/^axios-/), loadedWith(called(/^extension\.js$/)));
    const files = [...names].map(contents);
    const whole = files.reduce((sum, { length }) => sum + length, 0);
    const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    assert.ok(whole <= 250_000, `${whole} bytes`);
    assert.ok(packed <= 85_000, `${packed} bytes packed`);
  });

  it('R30: all that is loaded later than a signed-in tree, axios with it, has at most 400,000 bytes', () => {
    const atOnce = loadedWith(called(/^axios-/), loadedWith(called(/^extension\.js$/)));
    const late = outputs().filter((name) => !atOnce.has(name));
    const bytes = late.reduce((sum, name) => sum + contents(name).length, 0);
    assert.ok(bytes <= 400_000, `${bytes} bytes`);
  });

  it('R30: axios, the dialogs and the API Explorer are loaded on first use', () => {
    const atOnce = [...loadedWith(called(/^extension\.js$/))];
    const sources = atOnce.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
    assert.deepEqual(
      sources.filter((name) =>
        /node_modules|signIn\/dialog|accounts\/showAccount|apiExplorer\/explorer|src\/api\/(openapi|request|response)\//.test(
          name,
        ),
      ),
      [],
    );
  });

  it('T3: holds nothing of test, and no mock or fixture', () => {
    assert.ok(inputs().includes('src/extension.ts'));
    assert.deepEqual(
      inputs().filter((name) => /(^|\/)(test|tests|fixtures|mocks?|bench)\//.test(name)),
      [],
    );
  });

  it('of packages it holds axios and what reads YAML, and nothing that they do not need', () => {
    assert.deepEqual(
      inputs().filter((name) => /mime-db|form-data|mime-types/.test(name) && name.includes('node_modules')),
      [],
    );
    const packages = new Set(
      inputs().flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []),
    );
    for (const library of ['axios', 'yaml']) {
      assert.ok(packages.has(library));
    }
    for (const foreign of ['fastify', 'sinon', 'mocha', 'jose', 'vscode']) {
      assert.equal(packages.has(foreign), false, foreign);
    }
  });

  it('needs nothing at run time but Node and the editor', () => {
    const outside = Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external }) => external)
      .map(({ path: name }) => name.replace(/^node:/, ''))
      .filter((name) => name !== 'vscode' && !builtinModules.includes(name));
    assert.deepEqual([...new Set(outside)], []);
  });

  it('T2: writes to no console of its own', () => {
    const libraries = /^(axios|readYaml)-/;
    for (const name of outputs().filter((output) => !libraries.test(path.basename(output)))) {
      // What a copied snippet prints is the business of whoever runs it.
      const code = contents(name)
        .toString()
        .replace('console.log(response.status, await response.text());', '');
      assert.doesNotMatch(code, /\bconsole\.(log|debug|info|error)\(/);
    }
  });
});
