import { escapedLines } from '../../support/visibleText';
import type { Content } from '../openapi/model';
import { isForm, isJson, isMultipart } from '../request/mediaTypes';
import { percentDecode } from '../request/encoding';
import { bodySkeleton } from '../request/write/bodySkeleton';
import { formParts } from '../request/write/multipartBody';
import { textOfOthers } from './postmanText';

/** A field of a form. A file is chosen by the person: none is named. */
export type PostmanField =
  | { readonly key: string; readonly value: string; readonly type: 'text'; readonly contentType?: string }
  | { readonly key: string; readonly src: null; readonly type: 'file' };

export type PostmanBody =
  | { readonly mode: 'raw'; readonly raw: string; readonly options?: object }
  | { readonly mode: 'urlencoded'; readonly urlencoded: readonly PostmanField[] }
  | { readonly mode: 'formdata'; readonly formdata: readonly PostmanField[] }
  | { readonly mode: 'file'; readonly file: { readonly src: null } };

/** A sample of a body as Postman has it. */
export function postmanBody(content: Content, sample: unknown): PostmanBody {
  const { fields = new Map() } = content;
  if (isMultipart(content.mediaType)) {
    return {
      mode: 'formdata',
      formdata: formParts(sample, fields).map(({ name, mediaType, content: value }) =>
        typeof value === 'string'
          ? {
              key: textOfOthers(name),
              value: textOfOthers(value),
              type: 'text',
              ...(mediaType !== undefined && { contentType: textOfOthers(mediaType) }),
            }
          : { key: textOfOthers(name), src: null, type: 'file' },
      ),
    };
  }
  const { text, mediaType, parts } = bodySkeleton(content, sample);
  if (parts) {
    return { mode: 'file', file: { src: null } };
  }
  if (isForm(mediaType)) {
    return { mode: 'urlencoded', urlencoded: text.split('&').flatMap(fieldOf) };
  }
  return isJson(mediaType)
    ? {
        mode: 'raw',
        // Within a string, where alone they can stand, escapes mean the same.
        raw: escapedLines(text.replaceAll('{{', '{\\u007b')),
        options: { raw: { language: 'json' } },
      }
    : { mode: 'raw', raw: textOfOthers(text) };
}

function fieldOf(pair: string): PostmanField[] {
  const sign = pair.indexOf('=');
  const [name, value] = [pair.slice(0, Math.max(sign, 0)), pair.slice(sign + 1)].map((part) =>
    textOfOthers(percentDecode(part) ?? part),
  );
  return pair === '' ? [] : [{ key: name ?? '', value: value ?? '', type: 'text' }];
}
