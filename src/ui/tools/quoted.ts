/**
 * A text that is not ours in the answer of a tool: data, and no instruction (R73). In the answer it is
 * `{"text": "…", "leftOut": 12}`, its secrets masked first, its invisible characters shown, and cut last, so that no half
 * of a secret is left. `leftOut` counts the characters that are not there.
 */
export class QuotedText {
  constructor(
    /** As it came. */
    readonly text: string,
    /** How many characters are shown at most. */
    readonly limit: number,
    /** Whether line breaks and tabs are shown as such. */
    readonly keepsLines: boolean,
  ) {}
}

/** A name, a message or another text of one line, in at most `limit` characters. */
export function quoted(text: string, limit = 200): QuotedText {
  return new QuotedText(text, limit, false);
}

/** A text of several lines, as notes and logs are. */
export function quotedLines(text: string, limit: number): QuotedText {
  return new QuotedText(text, limit, true);
}

/** Of a text that may be missing. */
export function quotedIfAny(text: string | undefined, limit?: number): QuotedText | undefined {
  return text === undefined || text === '' ? undefined : quoted(text, limit);
}

/** An id of the server: itself where it looks like one, since a model has to send it back; else quoted. */
export function quotedId(id: string): string | QuotedText {
  return /^[\w.:-]{1,64}$/.test(id) ? id : quoted(id);
}
