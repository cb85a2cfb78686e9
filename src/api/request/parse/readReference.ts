/** What a `{{x.response.…}}` reads: of the last response of which request, and which part of it. */
export interface ResponseReference {
  /** The name of the request. */
  readonly request: string;
  readonly part: 'status' | 'header' | 'body' | 'unreadable';
  /** The name of the header, or the JSONPath in the body; empty for all of it. */
  readonly path: string;
}

/** In UTF-16 units. What a person writes has a tenth of it. */
const MAX_EXPRESSION_LENGTH = 500;

/** What others may refer to a request by. */
export function isHandle(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,63}$/.test(name);
}

/** Whether what stands in braces reads a response, be it well written or not. */
export function isReference(text: string): boolean {
  return /^[A-Za-z_][\w-]*\.response(?:\.|$)/.test(text);
}

/** Reads what stands in braces. Undefined where that is no reference; `unreadable` where it is one that says nothing. */
export function readReference(text: string): ResponseReference | undefined {
  if (!isReference(text)) {
    return undefined;
  }
  const request = text.slice(0, text.indexOf('.'));
  const [, part = '', rest = ''] =
    /^\.response\.(status|headers|body)(?:\.(.*))?$/.exec(text.slice(request.length)) ?? [];
  const isLong = text.length > MAX_EXPRESSION_LENGTH;
  if (part === 'status' && rest === '' && !isLong) {
    return { request, part, path: '' };
  }
  if (part === 'headers' && /^[\w!#$%&'*+.^`|~-]+$/.test(rest) && !isLong) {
    return { request, part: 'header', path: rest };
  }
  if (part === 'body' && (rest === '' || rest === '*' || rest.startsWith('$')) && !isLong) {
    return { request, part, path: rest === '*' ? '' : rest };
  }
  return { request, part: 'unreadable', path: '' };
}

/** The same text, of the same length, in which nothing within a reference can be taken for a mark of an address. */
export function coverReferences(text: string): string {
  return text.replace(/\{\{([^{}\r\n]*)\}\}/g, (whole, inner: string) =>
    isReference(inner.trim()) ? '_'.repeat(whole.length) : whole,
  );
}
