'use strict';

const esbuild = require('esbuild');
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');

/**
 * Of axios without what no request of ours needs: it is sent by an adapter of our own (`httpAdapter.ts`) and never as a
 * form of several parts. Left in, its adapters take most of the time that the first request waits for code (R30); they
 * and the mere look at `FormData` also wake Node's `undici`. Each change fails when axios no longer reads as it does now.
 */
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    const changes = new Map([
      ['adapters/http.js', [/[^]*\bexport default isHttpAdapterSupported &&[^]*/, 'export default null;']],
      ['adapters/xhr.js', [/[^]*\bexport default isXHRAdapterSupported &&[^]*/, 'export default null;']],
      ['adapters/fetch.js', [/[^]*\bexport const getFetch = [^]*/, 'export const getFetch = null;']],
      ['utils.js', ["typeof G.FormData !== 'undefined' ? G.FormData : undefined", 'undefined']],
    ]);
    const left = new Set(changes.keys());
    build.onLoad({ filter: /[\\/]axios[\\/]lib[\\/].*\.js$/ }, ({ path: file }) => {
      const name = file
        .split(path.sep)
        .join('/')
        .replace(/.*\/axios\/lib\//, '');
      const [pattern, replacement] = changes.get(name) ?? [];
      if (pattern === undefined) {
        return undefined;
      }
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(pattern, replacement);
      if (contents === text) {
        throw new Error(`${name} of axios is not what it was: see esbuild.js.`);
      }
      left.delete(name);
      return { contents };
    });
    build.onResolve({ filter: /^form-data$/ }, () => ({ path: 'form-data', namespace: 'absent' }));
    // markdown-it makes one at once and asks it only for addresses that are no links, which are not wanted.
    build.onResolve({ filter: /^linkify-it$/ }, () => ({ path: 'linkify-it', namespace: 'absent' }));
    const absent = { 'form-data': 'module.exports = null;', 'linkify-it': 'export class LinkifyIt {}' };
    build.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path: name }) => ({ contents: absent[name] }));
    build.onEnd(({ errors }) => {
      if (errors.length === 0 && left.size > 0) {
        throw new Error(`axios no longer has ${[...left].join(', ')}: see esbuild.js.`);
      }
    });
  },
};

/**
 * Whatever the entry loads at once becomes one file. In the extension host each file and each `require` of one costs
 * several times what it does in Node: the editor looks at all of them. esbuild puts into one file what the same entries
 * need, and whatever is loaded by `import()` is an entry to it: so all of those are made to need all of the first.
 */
const oneFileAtOnce = {
  name: 'one-file-at-once',
  setup(build) {
    const first = path.join(__dirname, 'src', 'extension.ts');
    const itself = 'itself';
    build.onResolve({ filter: /.*/ }, async ({ path: name, kind, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === itself) {
        return undefined;
      }
      const resolved = await build.resolve(name, { ...from, kind, pluginData: itself });
      return { ...resolved, namespace: resolved.external ? resolved.namespace : 'late' };
    });
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path: file }) => {
      const exported = [`export * from ${JSON.stringify(file)};`];
      if (file.includes('node_modules')) exported.push(`export { default } from ${JSON.stringify(file)};`);
      return {
        contents: [`import ${JSON.stringify(first)};`, ...exported].join('\n'),
        resolveDir: path.dirname(file),
      };
    });
  },
};

/**
 * What every file that esbuild turns into CommonJS begins with, 500 bytes or more: how names are exported and how a
 * module is imported. Twenty files have it from one instead.
 */
const HELPERS = 'helpers.js';
const helpers = `
const define = Object.defineProperty;
const copy = (to, from, except) => {
  if (from && (typeof from === 'object' || typeof from === 'function')) {
    for (const name of Object.getOwnPropertyNames(from)) {
      if (!Object.hasOwn(to, name) && name !== except) {
        const { enumerable = true } = Object.getOwnPropertyDescriptor(from, name) ?? {};
        define(to, name, { get: () => from[name], enumerable });
      }
    }
  }
  return to;
};
exports.__export = (target, all) => {
  for (const name in all) define(target, name, { get: all[name], enumerable: true });
};
exports.__toCommonJS = (module) => copy(define({}, '__esModule', { value: true }), module);
exports.__toESM = (module) =>
  copy(define(Object.create(Object.getPrototypeOf(module)), 'default', { value: module, enumerable: true }), module);
`;

/**
 * `import * as vscode` in each of many sources would be as many copies of all names of the editor's API, at the start.
 * One `require` for them all gives what they need: none imports a default.
 */
function withOneEditor(code) {
  let first;
  return code.replace(/^var ([\w$]+) = (?:__toESM\()?require\("vscode"\)\)?;$/gm, (_, name) => {
    const statement = `var ${name} = ${first ?? 'require("vscode")'};`;
    first ??= name;
    return statement;
  });
}

function withSharedHelpers(code) {
  const exported = /^var \w+_exports = \{\};$/m.exec(code);
  const head = code.slice(0, exported?.index ?? 0);
  const ours =
    /^var __(create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp|export|copyProps|toESM|toCommonJS) = /;
  const names = head.split('\n').filter((line) => line.startsWith('var '));
  return names.length > 0 && names.every((line) => ours.test(line))
    ? `var { __export, __toCommonJS, __toESM } = require("./${HELPERS}");\n${code.slice(head.length)}`
    : code;
}

/**
 * What is known of Appcircle's API, for the API Explorer where a server does not publish it. Without the exchanges of
 * credentials: those are on another host, and no request to write by hand.
 */
function ownDescription() {
  const text = readFileSync(path.join(__dirname, 'src', 'api', 'appcircle.openapi.yaml'), 'utf8');
  const description = parse(text, { maxAliasCount: 10_000 });
  for (const name of Object.keys(description.paths)) {
    if (name.startsWith('/auth/')) {
      delete description.paths[name];
    }
  }
  // Where each fact was read, and what is not known, is for whoever works on the file.
  return JSON.stringify(description, (name, value) =>
    /^x-(evidence|source|note)$/.test(name) ? undefined : value,
  );
}

/**
 * Whatever the code loads by `import()` becomes a file of its own, loaded on first use. esbuild splits ES modules
 * alone, while the extension host's proxy and certificate handling reaches only what is loaded by `require` (R18):
 * so the split files are turned into CommonJS one by one.
 */
const commonJsFiles = ({ minify, sourcemap, outdir }) => ({
  name: 'commonjs-files',
  setup(build) {
    build.onEnd(async ({ errors, outputFiles = [], metafile }) => {
      if (errors.length > 0) {
        return;
      }
      rmSync(outdir, { recursive: true, force: true });
      mkdirSync(outdir, { recursive: true });
      const common = { platform: 'node', target: 'node22', supported: { 'dynamic-import': false } };
      for (const file of outputFiles) {
        const transformed = await esbuild.transform(file.text, {
          ...common,
          format: 'cjs',
          sourcemap: sourcemap ? 'inline' : false,
          sourcefile: path.basename(file.path),
        });
        const code = withOneEditor(transformed.code);
        const small =
          minify && (await esbuild.transform(withSharedHelpers(code), { ...common, format: 'cjs', minify }));
        writeFileSync(path.join(outdir, path.basename(file.path)), small ? small.code : code);
      }
      if (minify) {
        const { code } = await esbuild.transform(helpers, { ...common, format: 'cjs', minify });
        writeFileSync(path.join(outdir, HELPERS), code);
      }
      writeFileSync(path.join(outdir, 'appcircle.openapi.json'), ownDescription());
      writeFileSync(path.join(outdir, 'meta.json'), JSON.stringify(metafile));
    });
  },
});

/**
 * Of the library that reads JSON without what nobody here needs: texts in other languages, which it could load from
 * files and servers, and the schemas of schemas, which bodies are none of.
 */
const plainJsonLibrary = {
  name: 'plain-json-library',
  setup(build) {
    const texts =
      'export const t = (text, ...values) => text.replace(/{(\\d+)}/g, (_, nth) => String(values[nth]));';
    build.onResolve({ filter: /^@vscode\/l10n$/ }, () => ({ path: 'l10n', namespace: 'plain-texts' }));
    build.onLoad({ filter: /.*/, namespace: 'plain-texts' }, () => ({ contents: texts }));
    build.onLoad(
      { filter: /vscode-json-languageservice[\\/]lib[\\/]esm[\\/]services[\\/]configuration\.js$/ },
      () => ({
        contents: 'export const schemaContributions = {};',
      }),
    );
  },
};

/**
 * Libraries whose `main` is not to be bundled: of `yaml` only what reads is taken, Node would be given the whole, in
 * CommonJS; what reads JSON for people asks at run time for files that are in no bundle.
 */
const esModules = Object.fromEntries(
  [
    ['yaml', 'browser/index.js'],
    ['vscode-json-languageservice', 'lib/esm/jsonLanguageService.js'],
    ['jsonc-parser', 'lib/esm/main.js'],
    ['vscode-languageserver-types', 'lib/esm/main.js'],
    ['vscode-languageserver-textdocument', 'lib/esm/main.js'],
    ['vscode-uri', 'lib/esm/index.mjs'],
  ].map(([name, file]) => [name, path.join(__dirname, 'node_modules', name, ...file.split('/'))]),
);

/**
 * @param {{ production?: boolean, outdir?: string, more?: Record<string, string> }} wanted `more` are entry files
 *   beside the extension's own, for what measures it.
 * @returns {esbuild.BuildOptions}
 */
function options({ production = false, outdir = path.join(__dirname, 'dist'), more = {} } = {}) {
  const sourcemap = production ? false : 'inline';
  return {
    absWorkingDir: __dirname,
    entryPoints: { extension: 'src/extension.ts', ...more },
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    alias: esModules,
    minify: production,
    sourcemap,
    metafile: true,
    write: false,
    logLevel: 'info',
    plugins: [
      withoutUnused,
      plainJsonLibrary,
      oneFileAtOnce,
      commonJsFiles({ minify: production, sourcemap, outdir }),
    ],
  };
}

async function main() {
  const production = process.argv.includes('--production');
  if (process.argv.includes('--watch')) {
    const context = await esbuild.context(options({ production }));
    await context.watch();
  } else {
    await esbuild.build(options({ production }));
  }
}

module.exports = { options };

if (require.main === module) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
