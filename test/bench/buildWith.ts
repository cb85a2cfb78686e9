import { build, type BuildOptions } from 'esbuild';

/** The extension as it is published, and what measures it beside it, so that both load the same files. */
export async function buildWith(outdir: string, more: Record<string, string> = {}): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is plain CommonJS
  const { options } = require('../../esbuild.js') as {
    options: (wanted: { production: boolean; outdir: string; more: Record<string, string> }) => BuildOptions;
  };
  await build({ ...options({ production: true, outdir, more }), logLevel: 'warning' });
}
