/** Reads a multipart form as it comes, holding no more of a file than one piece of it. */

export interface FormPart {
  name: string;
  fileName: string | undefined;
}

/** The form is broken, or ended too early. */
export class FormError extends Error {
  readonly statusCode = 400;
}

const mostOfHead = 16 * 1024;

/** The boundary of a `multipart/form-data` content type. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] =
    /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

function partOf(head: string): FormPart {
  const disposition = /^content-disposition: *form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[; ]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) {
    throw new FormError('A part has no name.');
  }
  return { name, fileName: /[; ]filename="([^"]*)"/i.exec(disposition)?.[1] };
}

/** Gives each part as it begins, and after it the pieces of its content. */
export async function* readForm(
  source: AsyncIterable<Buffer>,
  boundary: string,
): AsyncGenerator<FormPart | Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter may stand at the very beginning, without the line break before it.
  let held = Buffer.from('\r\n');
  let isInPart = false;
  const readMore = async (): Promise<void> => {
    const next = await pieces.next();
    if (next.done === true) {
      throw new FormError('The form ended too early.');
    }
    held = Buffer.concat([held, next.value]);
  };

  for (;;) {
    for (let at = held.indexOf(delimiter); ; at = held.indexOf(delimiter)) {
      // The end of what is held may be the beginning of a delimiter.
      const ready = at === -1 ? held.length - delimiter.length + 1 : at;
      if (isInPart && ready > 0) {
        yield held.subarray(0, ready);
      }
      held = held.subarray(Math.max(ready, 0));
      if (at !== -1) {
        break;
      }
      await readMore();
    }
    held = held.subarray(delimiter.length);

    while (held.length < 2) {
      await readMore();
    }
    if (held.toString('latin1', 0, 2) === '--') {
      return;
    }
    let end = held.indexOf('\r\n\r\n');
    for (; end === -1; end = held.indexOf('\r\n\r\n')) {
      if (held.length > mostOfHead) {
        throw new FormError('The head of a part is too long.');
      }
      await readMore();
    }
    yield partOf(held.toString('utf8', 0, end));
    held = held.subarray(end + 4);
    isInPart = true;
  }
}
