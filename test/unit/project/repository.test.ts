import { strict as assert } from 'node:assert';
import path from 'node:path';
import { importsOf, read, sources, tracked } from './files';

const layer = (file: string): string => file.split('/')[1] ?? '';
const feature = (file: string): string | undefined => /^src\/features\/([^/]+)\//.exec(file)?.[1];

/** Every import of ours by one of our files: who imports what. */
const edges = sources().flatMap((from) =>
  importsOf(from)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from, to: path.posix.normalize(path.posix.join(path.posix.dirname(from), name)) })),
);

describe('the house', () => {
  it('nothing flows back: account, api and support know nothing of what is above them', () => {
    const above: Record<string, string[]> = {
      account: ['ui', 'features', 'extension', 'contributions'],
      api: ['ui', 'features', 'extension', 'contributions', 'account'],
      support: ['ui', 'features', 'extension', 'contributions', 'account', 'api'],
      ui: ['features', 'extension'],
      features: ['extension'],
    };
    assert.ok(edges.length > 50);
    assert.deepEqual(
      edges.filter(({ from, to }) => above[layer(from)]?.includes(layer(to).replace('.ts', ''))),
      [],
    );
  });

  it('features never import each other', () => {
    assert.deepEqual(
      edges.filter(({ from, to }) => feature(from) && feature(to) && feature(from) !== feature(to)),
      [],
    );
  });

  it('T3: nothing of the extension reaches out of src', () => {
    assert.deepEqual(
      edges.filter(({ to }) => !to.startsWith('src/')),
      [],
    );
  });

  it('T17: modules are ours, of Node, of the editor, each library in one file; none is internal to the editor', () => {
    const foreign = sources().flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map((name) => ({ file, name })),
    );
    const libraries = [
      'vscode',
      'axios',
      'yaml',
      'markdown-it',
      'vscode-json-languageservice',
      'json-p3',
      'uqr',
      'http',
      'https',
    ];
    assert.deepEqual(new Set(foreign.map(({ name }) => name)), new Set(libraries));
    const importing = (library: string) =>
      foreign.filter(({ name }) => name === library).map(({ file }) => file);
    assert.deepEqual(new Set(importing('axios')), new Set(['src/api/transport/transport.ts']));
    // By these names the editor gives its own (R18).
    assert.deepEqual(new Set(importing('http')), new Set(['src/api/transport/httpAdapter.ts']));
    assert.deepEqual(new Set(importing('https')), new Set(['src/api/transport/httpAdapter.ts']));
    assert.deepEqual(new Set(importing('json-p3')), new Set(['src/api/response/jsonPath.ts']));
    assert.deepEqual(
      new Set(importing('uqr')),
      new Set(['src/features/distribution/installPage/qrPicture.ts']),
    );
    assert.deepEqual(new Set(importing('yaml')), new Set(['src/api/openapi/read/readYaml.ts']));
    assert.deepEqual(
      new Set(importing('markdown-it')),
      new Set(['src/ui/documents/markdown/parseMarkdown.ts']),
    );
    assert.deepEqual(
      new Set(importing('vscode-json-languageservice')),
      new Set(['src/api/request/json/jsonLibrary.ts']),
    );
    for (const file of sources()) {
      assert.doesNotMatch(
        read(file),
        /require\.main|mainModule|vscode-proxy-agent|vscode\.asar|_VSCODE/,
        file,
      );
    }
  });

  it('account, api and support run without the editor', () => {
    const lower = sources().filter((file) => ['account', 'api', 'support'].includes(layer(file)));
    assert.deepEqual(
      lower.filter((file) => importsOf(file).includes('vscode')),
      [],
    );
  });

  it('extension.ts builds and wires: under 120 lines', () => {
    assert.ok(read('src/extension.ts').split('\n').length < 120);
  });

  it('R6: nothing below a feature opens a dialog, T4', () => {
    for (const file of sources().filter((name) => ['account', 'api', 'support'].includes(layer(name)))) {
      assert.doesNotMatch(
        read(file),
        /\bshow(Information|Warning|Error)Message|showQuickPick|createInputBox/,
        file,
      );
    }
  });
});

describe('the repository', () => {
  it('T15: no two files differ by case alone', () => {
    const files = tracked();
    assert.ok(files.length > 100);
    assert.equal(new Set(files.map((file) => file.toLowerCase())).size, files.length);
  });

  it('npm runs no scripts of packages, and no lockfile says where they came from', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
    const locks = tracked().filter((file) => /(package-lock|npm-shrinkwrap)\.json$/.test(file));
    assert.ok(locks.includes('package-lock.json'));
    for (const lock of locks) {
      assert.doesNotMatch(read(lock), /"resolved"/, lock);
    }
  });

  it('no file names a registry', () => {
    const own = process.env['npm_config_registry'];
    const hosts = [
      'registry.' + 'npmjs.org',
      'registry.' + 'yarnpkg.com',
      ...(own ? [new URL(own).host] : []),
    ];
    const named = tracked()
      .filter((file) => !/\.(png|svg|vsix|webp|woff2?)$/.test(file))
      .filter((file) => {
        const text = read(file);
        return hosts.some((host) => text.includes(host)) || /^\s*(@[\w-]+:)?registry\s*=/m.test(text);
      });
    assert.deepEqual(named, []);
  });

  it('R5: nobody committed anything that is shaped like a key or a token', () => {
    const shaped =
      /\beyJ[\w-]{20,}\.eyJ[\w-]{40,}\.[\w-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\w+/]{40}/;
    assert.deepEqual(
      tracked().filter((file) => !/\.(png|webp|woff2?)$/.test(file) && shaped.test(read(file))),
      [],
    );
  });
});
