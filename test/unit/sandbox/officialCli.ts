import { request, type IncomingHttpHeaders } from 'node:http';
import type { Sandbox } from '../../sandbox/sandbox';
import type { Row } from './client';

export interface CliResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A file as the command line sends it. */
export interface CliFile {
  name: string;
  content: Buffer;
}

/** The same in a form, which names its type by its ending. */
export interface CliForm extends CliFile {
  type: string;
}

const acceptEncoding = 'gzip, compress, deflate, br';
const library = 'axios/1.8.4';
const boundary = '--------------------------597390997210844499711870';

/**
 * Appcircle's own command line, 2.7.3, as a server meets it: its requests, sent again. They were recorded from its public
 * source, built and run against this sandbox (method, path, headers, names of fields); none of its code is here.
 */
export class OfficialCli {
  constructor(private readonly sandbox: Sandbox) {}

  /** `login pat`. */
  pat(key: string): Promise<CliResponse> {
    return this.login('/auth/v1/token', [['pat', key]]);
  }

  /** `login api-key`. */
  apiKey(secret: string, organizationId?: string): Promise<CliResponse> {
    return this.login('/auth/v1/api-key/token', [
      ['name', this.sandbox.apiKey.name],
      ['secret', secret],
      ...(organizationId === undefined ? [] : ([['organizationId', organizationId]] as [string, string][])),
    ]);
  }

  /** Any read of the API. */
  get(path: string, token: string): Promise<CliResponse> {
    return this.send('GET', `${this.sandbox.apiEndpoint}/${path}`, this.apiHeaders(token));
  }

  /** Any write of the API; without a body where there is nothing to say. */
  write(method: string, path: string, token: string, json?: unknown): Promise<CliResponse> {
    const body = json === undefined ? undefined : JSON.stringify(json);
    return this.send(method, `${this.sandbox.apiEndpoint}/${path}`, this.apiHeaders(token, body), body);
  }

  /** `build start`: JSON by its body, a form by its type. */
  startBuild(commitId: string, query: Record<string, string>, token: string): Promise<CliResponse> {
    const path = `build/v2/commits/${commitId}?${new URLSearchParams({ action: 'build', ...query }).toString()}`;
    const body = '{}';
    return this.send(
      'POST',
      `${this.sandbox.apiEndpoint}/${path}`,
      {
        accept: '*/*',
        'content-type': 'application/x-www-form-urlencoded',
        'User-Agent': 'Appcircle CLI/1.0.3',
        Authorization: `Bearer ${token}`,
        'Content-Length': String(Buffer.byteLength(body)),
        'Accept-Encoding': acceptEncoding,
      },
      body,
    );
  }

  /** `build download-log`: a GET that is called a form, and has no body. */
  buildLog(commitId: string, buildId: string, token: string): Promise<CliResponse> {
    const url = `${this.sandbox.apiEndpoint}/build/v1/commits/${commitId}/builds/${buildId}/logs`;
    const { Accept, ...others } = this.apiHeaders(token);
    const headers = { Accept: Accept ?? '', 'content-type': `multipart/form-data; boundary=${boundary}` };
    return this.send('GET', url, { ...headers, ...others });
  }

  /** What it reads of a person, where an organization is needed. */
  userInfo(token: string): Promise<CliResponse> {
    return this.send(
      'GET',
      `${this.sandbox.authEndpoint}/auth/realms/appcircle/protocol/openid-connect/userinfo`,
      this.apiHeaders(token),
    );
  }

  /** Where the file goes. The name is not encoded by it: its HTTP library does what a browser's address bar does. */
  uploadInformation(profileId: string, file: CliFile, token: string): Promise<CliResponse> {
    return this.uploadAddress(`distribution/v1/profiles/${profileId}/app-versions`, file, token);
  }

  /** The same in another module, where versions have this path. */
  uploadAddress(versions: string, { name, content }: CliFile, token: string): Promise<CliResponse> {
    const query = `action=uploadInformation&fileSize=${content.length}&fileName=${name}`;
    const { pathname, search } = new URL(`${this.sandbox.apiEndpoint}/${versions}?${query}`);
    return this.get(pathname.slice(1) + search, token);
  }

  /** A form with a file and texts, as `signing-identity … upload` sends it. */
  form(
    path: string,
    fields: readonly (readonly [name: string, value: string | CliForm])[],
    token: string,
  ): Promise<CliResponse> {
    const parts = fields.flatMap(([name, value]) =>
      typeof value === 'string'
        ? [Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)]
        : [
            Buffer.from(
              `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${value.name}"\r\n` +
                `Content-Type: ${value.type}\r\n\r\n`,
            ),
            value.content,
            Buffer.from('\r\n'),
          ],
    );
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    const { Accept, ...others } = this.apiHeaders(token);
    const headers = { Accept: Accept ?? '', 'content-type': `multipart/form-data; boundary=${boundary}` };
    return this.send('POST', `${this.sandbox.apiEndpoint}/${path}`, { ...headers, ...others }, body);
  }

  /** By PUT, unless the answer to uploadInformation says that it is a form. */
  toStorage(information: Row, { name, content }: CliFile): Promise<CliResponse> {
    const url = String(information['uploadUrl']);
    const { httpMethod, signParameters } = (information['configuration'] ?? {}) as Row;
    const headers = (type: string, length: number) => ({
      Accept: 'application/json, text/plain, */*',
      'Content-Type': type,
      'User-Agent': library,
      'Content-Length': String(length),
      'Accept-Encoding': acceptEncoding,
    });
    if (httpMethod !== 'POST') {
      return this.send('PUT', url, headers('application/octet-stream', content.length), content);
    }
    const form = Buffer.concat([
      ...Object.entries(signParameters as Record<string, string>).map(([field, value]) =>
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
      ),
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
          'Content-Type: application/octet-stream\r\n\r\n',
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send('POST', url, headers(`multipart/form-data; boundary=${boundary}`, form.length), form);
  }

  private apiHeaders(token: string, body?: string): Record<string, string> {
    return {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      'User-Agent': 'Appcircle CLI/1.0.3',
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
      'Accept-Encoding': acceptEncoding,
    };
  }

  /** What both logins send; the body is written with Node's querystring. */
  private login(path: string, fields: [string, string][]): Promise<CliResponse> {
    const body = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    return this.send(
      'POST',
      `${this.sandbox.authEndpoint}${path}`,
      {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
        'User-Agent': library,
        'Content-Length': String(Buffer.byteLength(body)),
        'Accept-Encoding': acceptEncoding,
      },
      body,
    );
  }

  /** Sends exactly these headers, in this order; `fetch` would add its own. */
  private send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<CliResponse> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: { ...headers, Connection: 'close' } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** The token that a login answered. */
export function tokenOf({ status, body }: CliResponse): string {
  if (status !== 200) {
    throw new Error(`The login was answered with ${status}: ${body}`);
  }
  return String((JSON.parse(body) as Row)['access_token']);
}
