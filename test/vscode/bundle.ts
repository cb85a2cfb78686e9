import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './paths';

const suites = path.join(root, 'test', 'integration');
/** Inside the extension's folder: there, and only there, suites share the extension's own `vscode` object. */
export const bundledSuites = path.join(root, 'out', 'integration', 'index.js');

/** Bundles all integration suites and their `run()` into one file that any extension host can load. */
export async function bundleSuites(): Promise<void> {
  const files = readdirSync(suites, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const entry = [
    "import { runSuites } from './index';",
    `export const run = () => runSuites([${files.map((name) => `() => import('./${name}')`).join(', ')}]);`,
  ];
  await build({
    stdin: { contents: entry.join('\n'), resolveDir: suites, sourcefile: 'suites.ts', loader: 'ts' },
    outfile: bundledSuites,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
