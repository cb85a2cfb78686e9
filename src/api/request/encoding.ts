/** UTF-16 that is none has no bytes to send: lone surrogates become U+FFFD, as every sender makes them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * One opaque value for a path or a query. Also encodes `!'()*`, which `encodeURIComponent` leaves: `URL` would encode
 * the quote in a query, curl would not, and both are to send the same bytes.
 */
export function encodeValue(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Text of a query as somebody wrote it: characters stay that a URL may hold there, such as commas between the items of
 * a list. All else is encoded as `encodeValue` does, escapes that are there already included.
 */
export function keepReserved(text: string): string {
  return text
    .split(/([/:@!$()*,;?=]+)/)
    .map((part, nth) => (nth % 2 === 1 ? part : encodeValue(percentDecode(part) ?? part)))
    .join('');
}

/** Text of a path segment: what a URL may hold stays, escapes that are there already included. */
export function encodePathText(text: string): string {
  return wellFormed(text).replace(
    /(%[\dA-Fa-f]{2})|[^\w.~!$&'()*+,;=:@-]/gu,
    (found, escape: string | undefined) => escape ?? encodeURIComponent(found),
  );
}

/** Percent-decoded; a `%` that begins no escape is itself. Undefined where the bytes are no UTF-8. */
export function percentDecode(text: string): string | undefined {
  try {
    return text.replace(/(?:%[\dA-Fa-f]{2})+/g, decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Whether a segment would be taken for `.` or `..`, which walk through the path; `%2e` counts as a dot. */
export function isDotSegment(segment: string): boolean {
  return /^(?:\.|%2e){1,2}$/i.test(segment);
}
