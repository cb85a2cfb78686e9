'use strict';

const esbuild = require('esbuild');
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const outdir = path.join(__dirname, 'dist');

/** Libraries that are loaded on first use: each becomes a file of its own beside the entry file. */
const loadedLate = ['axios'];

/** Sends `import('axios')` of our code to the file that holds it, instead of bundling it into the entry. */
const lateLibraries = {
  name: 'late-libraries',
  setup(build) {
    for (const library of loadedLate) {
      build.onResolve({ filter: new RegExp(`^${library}$`) }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: `./${library}.js`, external: true },
      );
    }
  },
};

/** axios reaches for form-data (and its 137 kB list of MIME types) only to send multipart bodies; ours never do. */
const withoutFormData = {
  name: 'without-form-data',
  setup(build) {
    build.onResolve({ filter: /^form-data$/ }, () => ({ path: 'form-data', namespace: 'absent' }));
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'module.exports = globalThis.FormData;',
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const options = {
  entryPoints: {
    extension: 'src/extension.ts',
    ...Object.fromEntries(loadedLate.map((name) => [name, name])),
  },
  outdir,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'info',
  plugins: [lateLibraries, withoutFormData],
};

async function main() {
  rmSync(outdir, { recursive: true, force: true });
  if (watch) {
    const context = await esbuild.context(options);
    await context.watch();
    return;
  }
  const result = await esbuild.build(options);
  mkdirSync(outdir, { recursive: true });
  writeFileSync(path.join(outdir, 'meta.json'), JSON.stringify(result.metafile));
}

if (require.main === module) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}

/** For the test that measures the bundle. */
module.exports = { options };
