import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Bytes. What a README loads before anybody has decided to read it. */
export const MAX_PICTURE = 60 * 1024;
export const MAX_WALK = 500 * 1024;

/** One picture of a walk, and for how many milliseconds it stays. */
export interface Frame {
  readonly file: string;
  readonly ms: number;
}

/**
 * How much may be lost, from nothing on: colors are moved to neighbors that compress better, edges of letters stay as
 * they are.
 */
const losses = [
  ['-lossless'],
  ['-near_lossless', '60'],
  ['-near_lossless', '20'],
  ['-near_lossless', '0'],
] as const;

/** Makes a WebP of a PNG, losing as little as its size allows. Gives its size in bytes. */
export function encodePicture(png: string, webp: string): number {
  let bytes = 0;
  for (const loss of losses) {
    run('cwebp', ['-quiet', '-z', '9', ...loss, png, '-o', webp]);
    bytes = statSync(webp).size;
    if (bytes <= MAX_PICTURE) return bytes;
  }
  throw tooLarge(webp, bytes, MAX_PICTURE);
}

/** Makes a WebP that moves and begins anew at its end, losing nothing. Gives its size in bytes. */
export function encodeWalk(frames: readonly Frame[], webp: string): number {
  const pictures = frames.flatMap(({ file, ms }) => ['-d', String(ms), file]);
  run('img2webp', ['-loop', '0', '-min_size', '-kmin', '0', '-m', '6', ...pictures, '-o', webp]);
  const bytes = statSync(webp).size;
  if (bytes > MAX_WALK) throw tooLarge(webp, bytes, MAX_WALK);
  return bytes;
}

function tooLarge(file: string, bytes: number, most: number): Error {
  return new Error(`${file} has ${bytes} bytes, which are more than ${most}: show less.`);
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
