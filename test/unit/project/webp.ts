/** What the file of a WebP says of itself. */
export interface WebpFacts {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** For how many milliseconds each frame of one that moves is seen. Empty for one that stands still. */
  readonly durations: readonly number[];
  /** How often a moving one is shown, 0 for without an end. */
  readonly loops?: number;
}

/** Reads the chunks that VP8L and animated files begin with (the container's specification, RFC 9649, 2). */
export function readWebp(file: Buffer): WebpFacts {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') {
    throw new Error('This is not a WebP.');
  }
  let size: { width: number; height: number } | undefined;
  let loops: number | undefined;
  const durations: number[] = [];
  for (let at = 12; at < file.length;) {
    const kind = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const body = at + 8;
    if (kind === 'VP8X') {
      size = { width: file.readUIntLE(body + 4, 3) + 1, height: file.readUIntLE(body + 7, 3) + 1 };
    } else if (kind === 'VP8L') {
      const bits = file.readUInt32LE(body + 1);
      size ??= { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    } else if (kind === 'ANIM') loops = file.readUInt16LE(body + 4);
    else if (kind === 'ANMF') durations.push(file.readUIntLE(body + 12, 3));
    at = body + length + (length % 2);
  }
  if (size === undefined) throw new Error('Neither VP8L nor VP8X is in this WebP.');
  return { ...size, durations, ...(loops !== undefined && { loops }) };
}
