import { strict as assert } from 'node:assert';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundledPackages, licenseText, noticesFile } from '../../vscode/packageContents';
import { BuiltBundle } from './builtBundle';
import { read } from './files';

describe('the bundle', () => {
  let bundle: BuiltBundle;

  before(async function () {
    this.timeout(60_000);
    bundle = await BuiltBundle.use();
  });

  const contents = (name: string): Buffer => bundle.contents(name);
  const inputs = (): string[] => Object.keys(bundle.metafile.inputs);
  const outputs = (): string[] => bundle.outputs;
  const atStart = (): Set<string> => bundle.loadedWith(bundle.file('extension'));
  const signedIn = (): Set<string> => bundle.loadedWith(bundle.file('axios'), atStart());

  it('R30: the entry, with every file that it loads at once, has at most 80,000 bytes', () => {
    const bytes = bundle.bytes(atStart());
    assert.ok(bytes <= 80_000, `${bytes} bytes`);
  });

  it('R30: the entry loads one file at once, and no file asks for the API of the editor twice', () => {
    const [entry, one, ...more] = atStart();
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
    const names = signedIn();
    const files = [...names].map(contents);
    const whole = files.reduce((sum, { length }) => sum + length, 0);
    const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    assert.ok(whole <= 250_000, `${whole} bytes`);
    assert.ok(packed <= 85_000, `${packed} bytes packed`);
  });

  /** With what the view loads when somebody opens a log, starts a build and the like. */
  it('R30: what is loaded when the Builds view is looked at has at most 120,000 bytes, with its rooms 215,000', () => {
    const view = bundle.file('buildsView');
    const elsewhere = bundle.reachedFrom(bundle.file('extension'), new Set([view]));
    const shown = bundle.bytes([...bundle.loadedWith(view)].filter((name) => !elsewhere.has(name)));
    const all = bundle.bytes(bundle.reachedFrom(view, elsewhere));
    assert.ok(shown > 20_000 && shown <= 120_000, `${shown} bytes`);
    assert.ok(all > shown && all <= 215_000, `${all} bytes`);
  });

  it('R31: completion is loaded when somebody types, the library that knows JSON with the first body', () => {
    const completion = bundle.loadedWith(bundle.file('requestAssistance'));
    const library = bundle.file('jsonBody');
    assert.equal(completion.has(library), false);
    assert.equal(bundle.loadedWith(bundle.file('explorer')).has(bundle.file('requestAssistance')), false);
    const bytes = contents(library).length;
    assert.ok(bytes > 50_000 && bytes <= 130_000, `${bytes} bytes`);
    // It could ask servers for texts and schemas.
    assert.doesNotMatch(contents(library).toString(), /\bfetch\(|node:(?:fs|http)|require\("(?:fs|http)/);
  });

  // What the entry no longer loads at once counts here, and so do the 98,000 bytes of the library that reads YAML, which
  // nobody needs but who looks at an API that is described in it, the 55,000 of the one that reads JSONPath, and the Builds
  // view, which has a budget of its own.
  it('R30: all that is loaded later than a signed-in tree, axios with it, has at most 1,538,000 bytes', () => {
    const atOnce = signedIn();
    const bytes = bundle.bytes(outputs().filter((name) => !atOnce.has(name)));
    assert.ok(bytes <= 1_538_000, `${bytes} bytes`);
  });

  it('R30: axios, the dialogs, the API Explorer and what fewer windows need are loaded on first use', () => {
    const sources = [...atStart()].flatMap((name) =>
      Object.keys(bundle.metafile.outputs[name]?.inputs ?? {}),
    );
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
    const outside = Object.values(bundle.metafile.outputs)
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
    const packages = bundledPackages(bundle.metafile);
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
