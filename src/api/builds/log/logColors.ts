/** The colors of a terminal that a log is shown in: those that every theme has. */
export const logColors = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'brightBlack',
  'brightRed',
  'brightGreen',
  'brightYellow',
  'brightBlue',
  'brightMagenta',
  'brightCyan',
  'brightWhite',
] as const;

export type LogColor = (typeof logColors)[number];

/** How the 16 are commonly drawn (xterm): what others are compared with. */
const drawn: readonly (readonly [red: number, green: number, blue: number])[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];

/** Of the 256 colors: the 16, a cube of 6 × 6 × 6, a ramp of grays. */
const CUBE = 16;
const GRAYS = 232;
const levels = [0, 95, 135, 175, 215, 255];

/**
 * The color of the text after the parameters of an escape sequence that ends in `m` (SGR), `1;31`. Undefined is the one
 * of the editor. Weight and background change nothing; of 256 and of 16 million colors it is the nearest of the 16.
 */
export function colorAfter(parameters: string, color: LogColor | undefined): LogColor | undefined {
  const codes = parameters.split(';');
  let after = color;
  for (let at = 0; at < codes.length; at++) {
    const [first = '', ...parts] = (codes[at] ?? '').split(':');
    const code = Number(first);
    if (code === 38 || code === 48) {
      // `38:2::r:g:b` stands for itself, `38;2;r;g;b` takes the codes that follow.
      const own = parts.length > 0;
      const numbers = (own ? parts : codes.slice(at + 1, at + 5)).map(Number);
      const [extended, taken] = extendedColor(numbers, own);
      after = code === 38 ? (extended ?? after) : after;
      at += own ? 0 : taken;
    } else {
      after = simpleColor(code, after);
    }
  }
  return after;
}

function simpleColor(code: number, color: LogColor | undefined): LogColor | undefined {
  if (code === 0 || code === 39) {
    return undefined;
  }
  const index = code >= 30 && code < 38 ? code - 30 : code >= 90 && code < 98 ? code - 82 : -1;
  return logColors[index] ?? color;
}

/** The color, and how many numbers tell it. */
function extendedColor(numbers: readonly number[], withSpace: boolean): [LogColor | undefined, number] {
  const [form, ...rest] = numbers;
  if (form === 5) {
    return [indexedColor(rest[0] ?? NaN), 2];
  }
  if (form !== 2) {
    return [undefined, numbers.length];
  }
  const [red = NaN, green = NaN, blue = NaN] = withSpace && rest.length > 3 ? rest.slice(1) : rest;
  return [nearest(red, green, blue), 4];
}

function indexedColor(index: number): LogColor | undefined {
  if (index < CUBE) {
    return logColors[index];
  }
  if (index < GRAYS) {
    const place = index - CUBE;
    const level = (by: number) => levels[Math.floor(place / by) % 6] ?? NaN;
    return nearest(level(36), level(6), level(1));
  }
  const gray = 8 + (index - GRAYS) * 10;
  return index < 256 ? nearest(gray, gray, gray) : undefined;
}

function nearest(red: number, green: number, blue: number): LogColor | undefined {
  let found: LogColor | undefined;
  let least = Infinity;
  for (const [index, [r, g, b]] of drawn.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      least = distance;
      found = logColors[index];
    }
  }
  return found;
}
