import { Redactor, type MaskedText } from '../../support/redact';
import { escapedLines, visibleLines } from '../../support/visibleText';
import { formatJson } from './formatJson';
import { maskJson } from './maskJson';

/** A JSON body as it is shown. */
export interface PresentedJson extends MaskedText {
  /** Whether it was laid out anew. False for what is too long, too deep, or no JSON: that is as received. */
  formatted: boolean;
  /** Whether it is JSON at all. */
  valid: boolean;
}

/** Formatted text may grow this many times beyond the limit of what is formatted: nesting is paid in blanks. */
const MAX_GROWTH = 8;

/**
 * A JSON body, fit for an editor: laid out with two blanks up to `formatUpTo` characters and as received above
 * (R26), secrets masked by their names at any depth and by what the redactor knows, numbers and escapes as they came,
 * what is invisible escaped. Never fails; what is no JSON is shown as text, masked as far as it can be told.
 */
export function presentJson(
  text: string,
  { formatUpTo = 1024 * 1024, redactor = new Redactor() } = {},
): PresentedJson {
  const byName = maskJson(text, redactor);
  return present(text, isJson(text) ? byName : maskMore(byName, redactor), formatUpTo);
}

/** In what is no JSON a secret may stand outside of strings. */
function maskMore({ text, masked }: MaskedText, redactor: Redactor): MaskedText {
  const more = redactor.mask(text);
  return { text: more.text, masked: masked + more.masked };
}

/** The same, with nothing masked, for the one time that a person asks to see it. */
export function revealJson(text: string, { formatUpTo = 1024 * 1024 } = {}): PresentedJson {
  return present(text, { text, masked: 0 }, formatUpTo);
}

function present(received: string, { text, masked }: MaskedText, formatUpTo: number): PresentedJson {
  if (!isJson(received)) {
    return { text: visibleLines(text), masked, formatted: false, valid: false };
  }
  const laidOut = received.length > formatUpTo ? undefined : formatJson(text, MAX_GROWTH * formatUpTo);
  return {
    text: escapedLines(laidOut ?? text),
    masked,
    formatted: laidOut !== undefined,
    valid: true,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
