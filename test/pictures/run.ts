import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../vscode/chromium';
import { packageExtension } from '../vscode/package';
import { root, runFolder } from '../vscode/paths';
import { encodePicture, encodeWalk } from './encode';
import { pictures } from './pictures';
import { Stage } from './stage';
import { ensureTools } from './tools';
import { walks } from './walks';

/** Where README.md has its pictures. */
const target = path.join(root, 'media', 'readme');

/** `npm run pictures`: takes all pictures of the README anew, or those that are named. */
export async function runPictures(names: readonly string[]): Promise<boolean> {
  const known = [...pictures, ...walks].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such picture: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  }
  await ensureTools();
  await findChromium();
  const folder = runFolder('pictures');
  process.env['APPCIRCLE_TEST_RUN'] = folder;
  process.env['APPCIRCLE_TEST_VSIX'] ??= await packageExtension(folder);
  mkdirSync(target, { recursive: true });
  const stage = await Stage.open(folder);
  try {
    await takeAll(stage, folder, (name) => names.length === 0 || names.includes(name));
  } catch (error) {
    await stage.vscode.screenshot('failed-pictures').catch(() => undefined);
    throw error;
  } finally {
    await stage.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return true;
}

/** Walks last: they change what is shown. */
async function takeAll(stage: Stage, folder: string, isWanted: (name: string) => boolean): Promise<void> {
  for (const { name, steps, crop } of pictures.filter((one) => isWanted(one.name))) {
    await stage.clear();
    await steps(stage);
    const png = path.join(folder, `${name}.png`);
    await stage.picture(png, crop);
    report(name, (file) => encodePicture(png, file));
  }
  for (const { name, steps } of walks.filter((one) => isWanted(one.name))) {
    await stage.clear();
    const { frames } = await steps(stage, folder);
    report(name, (file) => encodeWalk(frames, file));
    const seconds = frames.reduce((sum, { ms }) => sum + ms, 0) / 1000;
    process.stdout.write(`  ${frames.length} frames, ${seconds.toFixed(1)} s\n`);
  }
}

function report(name: string, encode: (file: string) => number): void {
  const file = path.join(target, `${name}.webp`);
  const bytes = encode(file);
  process.stdout.write(`${path.relative(root, file)}  ${(bytes / 1024).toFixed(1)} kB\n`);
}
