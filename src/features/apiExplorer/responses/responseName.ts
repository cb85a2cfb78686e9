import { mediaTypeOf, type BodyKind } from '../../../api/response/body';
import type { HttpRequest } from '../../../api/request/request';
import type { HttpResponse } from '../../../api/transport/transport';
import { ServerTextEnding } from '../../../contributions';

/** "GET profiles 200": the last part of the path that is a word. */
export function responseTitle({ method, path }: HttpRequest, { status }: HttpResponse): string {
  const word = path.split('/').findLast((part) => /^[a-z][a-z-]*$/i.test(part));
  return [method, word ?? '', String(status)].filter(Boolean).join(' ');
}

/** Never that of a file: an editor's service for its language fetches what the text names (rule 13). */
export function responseEnding(kind: BodyKind, type: string | undefined): string {
  if (kind === 'json') {
    return ServerTextEnding.json;
  }
  const media = kind === 'text' ? mediaTypeOf(type) : '';
  return media.endsWith('html')
    ? ServerTextEnding.html
    : media.endsWith('xml')
      ? ServerTextEnding.xml
      : ServerTextEnding.text;
}
