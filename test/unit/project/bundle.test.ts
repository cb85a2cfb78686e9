import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { bundledPackages, licenseText, noticesFile } from '../../vscode/packageContents';
import { read } from './files';

interface Build {
  options: (wanted: { production: boolean; outdir: string }) => BuildOptions;
}

describe('the bundle', () => {
  let metafile: Metafile;
  let folder: string;

  before(async function () {
    this.timeout(60_000);
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

  /** A file and all that it loads sooner or later, without what is seen already. */
  function reachedFrom(name: string, seen: ReadonlySet<string>): Set<string> {
    const reached = new Set<string>();
    const follow = (one: string): void => {
      reached.add(one);
      for (const { path: imported, external } of metafile.outputs[one]?.imports ?? []) {
        if (!external && !seen.has(imported) && !reached.has(imported)) follow(imported);
      }
    };
    follow(name);
    return reached;
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

  /** With what the view loads when somebody opens a log, starts a build and the like. */
  it('R30: what is loaded when the Builds view is looked at has at most 120,000 bytes, with its rooms 205,000', () => {
    const entry = called(/^extension\.js$/);
    const view = called(/^buildsView-/);
    const elsewhere = new Set(reachedFrom(entry, new Set([view])));
    const sizeOf = (names: Iterable<string>) =>
      [...names].reduce((sum, name) => sum + (elsewhere.has(name) ? 0 : contents(name).length), 0);
    const shown = sizeOf(loadedWith(view));
    const all = sizeOf(reachedFrom(view, elsewhere));
    assert.ok(shown > 20_000 && shown <= 120_000, `${shown} bytes`);
    assert.ok(all > shown && all <= 205_000, `${all} bytes`);
  });

  it('R31: completion is loaded when somebody types, the library that knows JSON with the first body', () => {
    const completion = loadedWith(called(/^requestAssistance-/));
    const library = called(/^jsonBody-/);
    assert.equal(completion.has(library), false);
    assert.equal(loadedWith(called(/^explorer-/)).has(called(/^requestAssistance-/)), false);
    const bytes = contents(library).length;
    assert.ok(bytes > 50_000 && bytes <= 130_000, `${bytes} bytes`);
    // It could ask servers for texts and schemas.
    assert.doesNotMatch(contents(library).toString(), /\bfetch\(|node:(?:fs|http)|require\("(?:fs|http)/);
  });

  // What the entry no longer loads at once counts here, and so do the 98,000 bytes of the library that reads YAML, which
  // nobody needs but who looks at an API that is described in it, the 55,000 of the one that reads JSONPath, and the Builds
  // view, which has a budget of its own.
  it('R30: all that is loaded later than a signed-in tree, axios with it, has at most 1,210,000 bytes', () => {
    const atOnce = loadedWith(called(/^axios-/), loadedWith(called(/^extension\.js$/)));
    const late = outputs().filter((name) => !atOnce.has(name));
    const bytes = late.reduce((sum, name) => sum + contents(name).length, 0);
    assert.ok(bytes <= 1_210_000, `${bytes} bytes`);
  });

  it('R30: axios, the dialogs, the API Explorer and what fewer windows need are loaded on first use', () => {
    const atOnce = [...loadedWith(called(/^extension\.js$/))];
    const sources = atOnce.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
    assert.deepEqual(
      sources.filter((name) =>
        /node_modules|signIn\/dialog|accounts\/showAccount|apiExplorer\/explorer|ui\/failures|ui\/documents\/(openJson|accountDocuments)|RowMeanings|authentication\/sessionProvider|tokenTerminals|mcpDefinitions|recovery|src\/api\/(openapi|request|response)\//.test(
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

  it('of packages it holds axios, what reads YAML and Markdown, and nothing that they do not need', () => {
    assert.deepEqual(
      inputs().filter((name) => /mime-db|form-data|mime-types/.test(name) && name.includes('node_modules')),
      [],
    );
    const packages = new Set(
      inputs().flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []),
    );
    for (const library of ['axios', 'yaml', 'markdown-it']) {
      assert.ok(packages.has(library));
    }
    for (const foreign of ['linkify-it', 'argparse', 'fastify', 'sinon', 'mocha', 'jose', 'vscode']) {
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
    const libraries = /^(axios|readYaml|jsonBody)-/;
    for (const name of outputs().filter((output) => !libraries.test(path.basename(output)))) {
      // What a copied snippet prints is the business of whoever runs it.
      const code = contents(name)
        .toString()
        .replace('console.log(response.status, await response.text());', '');
      assert.doesNotMatch(code, /\bconsole\.(log|debug|info|error)\(/);
    }
  });

  it('has code only of packages whose license lets it be shipped, with its text', () => {
    const packages = bundledPackages(metafile);
    assert.ok(packages.some(({ name }) => name === 'axios'));
    for (const { name, folder: packageFolder, license } of packages) {
      assert.match(
        license,
        /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|\(?Apache-2\.0 AND BSD-3-Clause\)?)$/,
        name,
      );
      assert.ok(licenseText({ name, folder: packageFolder }).length > 100, name);
    }
    assert.ok(read('.vscodeignore').includes(`!${noticesFile.replaceAll(path.sep, '/')}`));
  });
});
