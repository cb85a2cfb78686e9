import type { Span } from '../parse/problem';

/** A body in which JSON stands where `{{name}}` stood, of the same length: every offset means the same in both. */
export interface MaskedJson {
  readonly text: string;
  /** Where the variables stood, braces included, in the order of the text. */
  readonly variables: readonly Span[];
}

/**
 * Puts digits in the place of each `{{name}}`, which is a number by itself and a part of the text within a string.
 * Strings end at the end of their line at the latest, as in JSON. Takes time in proportion to the length.
 */
export function maskVariables(text: string): MaskedJson {
  const variables: Span[] = [];
  const masked = text.replace(/\{\{[ \t]*[A-Za-z_$][^{}\r\n]*\}\}/g, (found, start: number) => {
    variables.push({ start, end: start + found.length });
    return '1'.repeat(found.length);
  });
  return { text: masked, variables };
}

/** Whether a span has any of a variable in it. */
export function touchesVariable({ variables }: MaskedJson, { start, end }: Span): boolean {
  return variables.some((variable) => variable.start < end && start < variable.end);
}
