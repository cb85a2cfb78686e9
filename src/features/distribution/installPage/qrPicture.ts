import { encode } from 'uqr';

/** Modules that stay white around a code, by the standard. */
const QUIET_ZONE = 4;

/** Pixels that a module is wide. */
const SCALE = 6;

/**
 * The QR code of a text as a picture in an address (`data:`), black on white in any theme: cameras read no other.
 * Fails with a `RangeError` for a text that no code is large enough for (2,331 bytes).
 */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.map((row, y) => pathOfRow(row, y)).join('');
  const pixels = size * SCALE;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}"`,
    ` shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>`,
    `<path fill="#000" d="${path}"/></svg>`,
  ].join('');
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** A bar for each run of black modules. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  let x = 0;
  while (x < row.length) {
    const start = x;
    while (row[x] === true) {
      x += 1;
    }
    path += x > start ? `M${start} ${y}h${x - start}v1h-${x - start}z` : '';
    x += 1;
  }
  return path;
}
