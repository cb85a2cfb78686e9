import type { FormField } from '../../openapi/model';
import { comesBack, type TextBody } from '../bodies';
import { isMediaType } from '../mediaTypes';
import type { BodyPart } from '../request';
import { jsonOf, sampleText } from './jsonText';

/** A part before it is written. */
export interface FormPart {
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly content: BodyPart;
}

/**
 * A body of parts: objects are JSON, lists a part for each item, and bytes a file that a person names. Where there are
 * files, what a document cannot hold as it stands is left out.
 */
export function multipartBody(
  mediaType: string,
  sample: unknown,
  fields: ReadonlyMap<string, FormField>,
): TextBody {
  const parts = formParts(sample, fields);
  const boundary = boundaryFor(parts);
  const type = `${mediaType.split(';', 1)[0]}; boundary=${boundary}`;
  const isFile = ({ content }: FormPart) => typeof content !== 'string';
  const kept = parts.some(isFile) ? parts.filter(isWritable) : parts;
  const pieces = kept.flatMap((part): BodyPart[] => [
    `--${boundary}\n${headOf(part)}\n\n`,
    part.content,
    '\n',
  ]);
  const whole = joined([...pieces, `--${boundary}--`]);
  return kept.some(isFile)
    ? { mediaType: type, text: '', parts: whole.map(sent) }
    : { mediaType: type, text: whole.filter((piece) => typeof piece === 'string').join('') };
}

/** What such a body is made of. */
export function formParts(sample: unknown, fields: ReadonlyMap<string, FormField>): FormPart[] {
  const members = typeof sample === 'object' && sample !== null ? Object.entries(sample) : [];
  return members.flatMap(([name, value]) => partsOf(name, value, fields.get(name) ?? {}));
}

function partsOf(name: string, value: unknown, field: FormField): FormPart[] {
  if (Array.isArray(value)) {
    return (field.binary ? value.slice(0, 1) : value).flatMap((item) => partOf(name, item, field));
  }
  return [partOf(name, value, field)];
}

function partOf(name: string, value: unknown, { mediaType, binary }: FormField): FormPart {
  const [first = ''] = (mediaType ?? '').split(',').map((type) => type.trim());
  const named = isMediaType(first) && !first.includes('*') ? first : undefined;
  if (binary) {
    return {
      name,
      mediaType: named ?? 'application/octet-stream',
      content: { file: `./${fileNameOf(name)}` },
    };
  }
  return typeof value === 'object' && value !== null
    ? { name, mediaType: named ?? 'application/json', content: jsonOf(value) }
    : { name, mediaType: named, content: sampleText(value) };
}

function headOf({ name, mediaType, content }: FormPart): string {
  const file = typeof content === 'string' ? '' : `; filename="${fileNameOf(name)}"`;
  const disposition = `Content-Disposition: form-data; name="${fieldName(name)}"${file}`;
  return mediaType === undefined ? disposition : `${disposition}\nContent-Type: ${mediaType}`;
}

/** As browsers write it: what would end the line or the quotes is percent-encoded. */
function fieldName(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}

function fileNameOf(name: string): string {
  return (
    name
      .slice(0, 60)
      .replace(/[^\w.-]/g, '_')
      .replace(/^\.+/, '') || 'file'
  );
}

function boundaryFor(parts: readonly FormPart[]): string {
  const whole = parts.map(({ name, content }) => `${name}\n${typeof content === 'string' ? content : ''}`);
  let boundary = 'part-of-the-request';
  while (whole.some((text) => text.includes(boundary))) {
    boundary += '-x';
  }
  return boundary;
}

function isWritable({ name, content }: FormPart): boolean {
  // It stands in lines of its own.
  return comesBack(fieldName(name)) && (typeof content !== 'string' || comesBack(`x\n${content}\nx`));
}

function joined(pieces: readonly BodyPart[]): BodyPart[] {
  const whole: BodyPart[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      whole[whole.length - 1] = last + piece;
    } else {
      whole.push(piece);
    }
  }
  return whole;
}

/** Lines of a multipart body end with CR LF. */
function sent(piece: BodyPart): BodyPart {
  return typeof piece === 'string' ? piece.replace(/\r\n|\n/g, '\r\n') : piece;
}
