import type { Content } from '../../openapi/model';
import type { TextBody } from '../bodies';
import { isForm, isJson, isMultipart } from '../mediaTypes';
import { formText } from './formText';
import { jsonOf, sampleText } from './jsonText';
import { multipartBody } from './multipartBody';

/** What stands for a file until a person names one. */
const ANY_FILE = './file';

/** A body to begin with, made of a sample of its schema, or of the example that is given. */
export function bodySkeleton({ mediaType, fields = new Map(), binary }: Content, sample: unknown): TextBody {
  const type = definite(mediaType);
  if (isJson(type)) {
    return { mediaType: type, text: jsonOf(sample) };
  }
  if (isForm(type)) {
    return { mediaType: type, text: formText(sample, fields) };
  }
  if (isMultipart(type)) {
    return multipartBody(type, sample, fields);
  }
  return binary
    ? { mediaType: type, text: '', parts: [{ file: ANY_FILE }] }
    : { mediaType: type, text: sampleText(sample) };
}

/** A range, as `*` + `/*`, names no type that could be sent. */
function definite(mediaType: string): string {
  if (!mediaType.includes('*')) {
    return mediaType;
  }
  return /^text\//i.test(mediaType) ? 'text/plain' : 'application/json';
}
