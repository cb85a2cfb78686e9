/** Text of a path template, or the parameter that stands in it. */
export type TemplatePart = { readonly text: string } | { readonly parameter: string };

/** `/a/{b}.json` by its segments: what stands between slashes that are in no braces. */
export function templateSegments(path: string): TemplatePart[][] {
  const segments: TemplatePart[][] = [[]];
  path
    .replace(/^\//, '')
    .split(/\{([^{}/]+)\}/)
    .forEach((piece, nth) => {
      if (nth % 2 === 1) {
        segments.at(-1)?.push({ parameter: piece });
        return;
      }
      const [first = '', ...others] = piece.split('/');
      segments.at(-1)?.push({ text: first });
      others.forEach((text) => segments.push([{ text }]));
    });
  return segments.map((parts) => parts.filter((part) => !('text' in part) || part.text !== ''));
}

/** The parameters of a path template, each once. */
export function templateParameters(path: string): string[] {
  const names = templateSegments(path).flatMap((parts) =>
    parts.flatMap((part) => ('parameter' in part ? [part.parameter] : [])),
  );
  return [...new Set(names)];
}
