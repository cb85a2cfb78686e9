/** Sends a file to the sandbox's storage as a client does, by what the API answered. */
import { request, type ClientRequest } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Row } from './client';

export const boundary = '----a-boundary-of-tests';

/** A form with these fields, in their order, and the file last. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  file: Buffer,
): { headers: Record<string, string>; pieces: Buffer[] } {
  const pieces = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="app.ipa"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ];
  const length = pieces.reduce((sum, { length: bytes }) => sum + bytes, 0);
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(length),
    },
    pieces,
  };
}

/** A request that is begun and not ended. */
export function begin(url: string, method: string, headers: Record<string, string>): ClientRequest {
  return request(url, { method, headers: { ...headers, connection: 'close' } });
}

/** The status of the answer. */
export async function statusOf(sent: ClientRequest): Promise<number> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 0;
}

/** Puts or posts the file where `information`, the answer to uploadInformation, says. The status. */
export async function sendFile(
  information: Row,
  file: Buffer,
  headers: Record<string, string> = {},
): Promise<number> {
  const { httpMethod, signParameters } = (information['configuration'] ?? {}) as Row;
  const isForm = httpMethod === 'POST';
  const { headers: own, pieces } = isForm
    ? formOf(signParameters as Record<string, string>, file)
    : { headers: { 'content-length': String(file.length) }, pieces: [file] };
  const sent = begin(String(information['uploadUrl']), isForm ? 'POST' : 'PUT', { ...own, ...headers });
  const status = statusOf(sent);
  sent.end(Buffer.concat(pieces));
  return status;
}
