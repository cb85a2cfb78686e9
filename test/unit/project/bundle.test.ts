import { strict as assert } from 'node:assert';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { root } from './files';

describe('the bundle', () => {
  let metafile: Metafile;
  const files = new Map<string, OutputFile>();

  before(async function () {
    this.timeout(30_000);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is plain CommonJS
    const { options } = require('../../../esbuild.js') as { options: BuildOptions };
    const result = await build({
      ...options,
      absWorkingDir: root,
      minify: true,
      sourcemap: false,
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    metafile = result.metafile;
    for (const file of result.outputFiles) {
      files.set(path.basename(file.path), file);
    }
  });

  const bytes = (name: string): Uint8Array => {
    const file = files.get(name);
    assert.ok(file, name);
    return file.contents;
  };
  const inputs = (): string[] => Object.keys(metafile.inputs);

  it('R30: the entry file has at most 80,000 bytes', () => {
    assert.ok(bytes('extension.js').length <= 80_000, `${bytes('extension.js').length} bytes`);
  });

  it('R30: all that a signed-in tree loads has at most 250,000 bytes, 85,000 packed', () => {
    const all = [...files.values()].map(({ contents }) => contents);
    const whole = all.reduce((sum, { length }) => sum + length, 0);
    const packed = all.reduce((sum, contents) => sum + gzipSync(contents).length, 0);
    assert.ok(whole <= 250_000, `${whole} bytes`);
    assert.ok(packed <= 85_000, `${packed} bytes packed`);
  });

  it('R30: axios is a file of its own, which the entry loads on first use', () => {
    assert.deepEqual([...files.keys()].sort(), ['axios.js', 'extension.js']);
    const entry = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === 'src/extension.ts');
    assert.ok(entry);
    assert.deepEqual(
      entry.imports.filter(({ path: name }) => name.includes('axios')).map(({ kind }) => kind),
      ['dynamic-import'],
    );
    assert.deepEqual(
      Object.keys(entry.inputs).filter((name) => name.includes('node_modules')),
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

  it('holds every file of src, and of packages axios with what it needs alone', () => {
    assert.deepEqual(
      inputs().filter((name) => /mime-db|form-data|mime-types/.test(name) && name.includes('node_modules')),
      [],
    );
    const packages = new Set(
      inputs().flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []),
    );
    for (const library of ['axios']) {
      assert.ok(packages.has(library));
    }
    for (const foreign of ['fastify', 'sinon', 'mocha', 'jose', 'yaml', 'vscode']) {
      assert.equal(packages.has(foreign), false, foreign);
    }
  });

  it('needs nothing at run time but Node and the editor', () => {
    const outside = Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .map(({ path: name }) => name.replace(/^node:/, ''))
      .filter((name) => name !== 'vscode' && name !== './axios.js' && !builtinModules.includes(name));
    assert.deepEqual([...new Set(outside)], []);
  });

  it('T2: writes to no console of its own', () => {
    assert.doesNotMatch(Buffer.from(bytes('extension.js')).toString(), /\bconsole\.(log|debug|info|error)\(/);
  });
});
