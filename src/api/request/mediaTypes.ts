import type { Content, Method, Operation } from '../openapi/model';

/** `application/json`, `application/problem+json; charset=utf-8`. */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

export function isForm(mediaType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(mediaType);
}

export function isMultipart(mediaType: string): boolean {
  return /^multipart\//i.test(mediaType);
}

/** GET, HEAD and TRACE are sent without one. */
export function mayHaveBody(method: Method): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'TRACE';
}

/** The one to write a body in: JSON, else a form, else the first that is a media type at all. */
export function preferredContent(contents: readonly Content[]): Content | undefined {
  const usable = contents.filter(({ mediaType }) => isMediaType(mediaType));
  const ofKind = (kind: (mediaType: string) => boolean) => usable.find(({ mediaType }) => kind(mediaType));
  return ofKind(isJson) ?? ofKind(isForm) ?? usable[0];
}

/** What to ask for: as `preferredContent` chooses among the responses of success, and JSON where nothing is told. */
export function acceptOf({ responses }: Pick<Operation, 'responses'>): string {
  const contents = responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  return preferredContent(contents)?.mediaType ?? 'application/json';
}

/** Whether a text is a media type that a header can name. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:;[ -~]*)?$/.test(text);
}
