type Rgb = readonly [number, number, number];

/** A color as `#rgb`, `#rrggbb` or `#rrggbbaa`, laid over another one where it lets that shine through. */
export function flatten(color: string, below: string): Rgb {
  const [red, green, blue, alpha = 255] = channels(color);
  const [redBelow, greenBelow, blueBelow] = channels(below);
  const mix = (over: number, under: number) => (over * alpha + under * (255 - alpha)) / 255;
  return [mix(red, redBelow), mix(green, greenBelow), mix(blue, blueBelow)];
}

/** Contrast of two colors by WCAG 2.2, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): [number, number, number, number?] {
  const hex = color.slice(1);
  const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const pairs = long.match(/../g) ?? [];
  return pairs.map((pair) => Number.parseInt(pair, 16)) as [number, number, number, number?];
}
