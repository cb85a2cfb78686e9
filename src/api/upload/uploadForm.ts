import { randomUUID } from 'node:crypto';
import { Failure } from '../failure';
import type { StreamBody } from '../transport/transport';
import type { UploadFile } from './uploadFile';

/** A file as the last field of a form. */
export interface UploadForm {
  contentType: string;
  body: StreamBody;
  /** Bytes before those of the file. */
  headLength: number;
}

/** Fields of a form, checked. Secrets. */
export type FormFields = readonly (readonly [name: string, value: string])[];

/**
 * The fields that a server wants in a form, in their order. One with a line break could add fields and headers of its
 * own; it fails with `unreadableAnswer` and the code `REFUSED_FORM`, as does a quote in a name, and what is no text.
 */
export function formFields(parameters: Readonly<Record<string, unknown>>, host: string): FormFields {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
      if (typeof text !== 'string' || /[\r\n\0]/.test(text) || /[\r\n\0"]/.test(name)) {
        throw new Failure('unreadableAnswer', { host, code: 'REFUSED_FORM' });
      }
      return [name, text];
    });
}

/** A `multipart/form-data` body (RFC 7578): the fields, then the part `file` (api/README 4.1), streamed. */
export function uploadForm(
  fields: FormFields,
  file: Pick<UploadFile, 'name' | 'open'>,
  size: number,
): UploadForm {
  // Nobody who made the fields or the file could know it.
  const boundary = `----${randomUUID()}`;
  const head = Buffer.from(
    fields.map(([name, value]) => `${partHead(boundary, name)}\r\n\r\n${value}\r\n`).join('') +
      `${partHead(boundary, 'file')}; filename="${escaped(file.name)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: { stream: () => multipartBody(head, file, tail), length: head.length + size + tail.length },
    headLength: head.length,
  };
}

function partHead(boundary: string, name: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
}

/** As browsers write the name of a file (HTML, multipart/form-data encoding algorithm). */
function escaped(name: string): string {
  return name.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
}

function multipartBody(
  head: Uint8Array,
  file: Pick<UploadFile, 'open'>,
  tail: Uint8Array,
): AsyncIterable<Uint8Array> & { destroy: () => void } {
  let content: ReturnType<UploadFile['open']> | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield head;
    content = file.open();
    yield* content;
    yield tail;
  }
  return Object.assign(pieces(), { destroy: () => content?.destroy?.() });
}
