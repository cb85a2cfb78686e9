import type { Content } from '../../openapi/model';
import type { TextBody } from '../bodies';
import { encodeValue } from '../encoding';
import { isForm, isJson, isMultipart } from '../mediaTypes';

/** A body to begin with, made of a sample of its schema, or of the example that is given. */
export function bodySkeleton({ mediaType }: Content, sample: unknown): TextBody {
  const type = definite(mediaType);
  if (isJson(type)) {
    return { mediaType: type, text: jsonOf(sample) };
  }
  if (isForm(type)) {
    const pairs = fieldsOf(sample).map(([name, value]) => `${encodeValue(name)}=${encodeValue(value)}`);
    return { mediaType: type, text: pairs.join('&') };
  }
  return isMultipart(type) ? multipart(type, fieldsOf(sample)) : { mediaType: type, text: textOf(sample) };
}

/** A range, as `*` + `/*`, names no type that could be sent. */
function definite(mediaType: string): string {
  if (!mediaType.includes('*')) {
    return mediaType;
  }
  return /^text\//i.test(mediaType) ? 'text/plain' : 'application/json';
}

function jsonOf(sample: unknown): string {
  if (typeof sample === 'string' && /^\s*[[{]/.test(sample)) {
    // An example that is JSON already, as descriptions in YAML like to give it.
    return sample;
  }
  return JSON.stringify(sample ?? {}, undefined, 2);
}

function multipart(mediaType: string, fields: [string, string][]): TextBody {
  const whole = fields.flat().join('\n');
  let boundary = 'part-of-the-request';
  while (whole.includes(boundary)) {
    boundary += '-x';
  }
  const parts = fields.flatMap(([name, value]) => [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${fieldName(name)}"`,
    '',
    value,
  ]);
  return {
    mediaType: `${mediaType.split(';', 1)[0]}; boundary=${boundary}`,
    text: [...parts, `--${boundary}--`].join('\n'),
  };
}

/** As browsers write it: what would end the line or the quotes is percent-encoded. */
function fieldName(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}

function fieldsOf(sample: unknown): [name: string, value: string][] {
  return typeof sample === 'object' && sample !== null
    ? Object.entries(sample).map(([name, value]) => [name, textOf(value)])
    : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
