/** What the sandbox's tests share: a client that has every answer judged by the OpenAPI description. */
import { strict as assert } from 'node:assert';
import { Description } from '../../sandbox/description';
import type { Account } from '../../sandbox/accounts';
import type { Sandbox } from '../../sandbox/sandbox';

export type Row = Record<string, unknown>;

export interface TestResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The body as a JSON object. Throws where it is no JSON. */
  json(): Row;
  /** The body as a JSON array. */
  rows(): Row[];
}

export const description = new Description();

export class Client {
  constructor(readonly sandbox: Sandbox) {}

  /** Fetches, and fails the test where the answer is not one that the description allows. `template` is its path there. */
  async ask(url: string, template: string, init: RequestInit = {}): Promise<TestResponse> {
    const response = await fetch(url, { redirect: 'manual', ...init });
    const text = await response.text();
    const complaints = description.judgeAnswer(
      init.method ?? 'GET',
      template,
      response.status,
      response.headers.get('content-type'),
      text,
    );
    assert.deepEqual(complaints, [], `${template} answered ${response.status}: ${text.slice(0, 300)}`);
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as Row,
      rows: () => JSON.parse(text) as Row[],
    };
  }

  async exchange(path: string, fields: Record<string, string>): Promise<TestResponse> {
    return this.ask(`${this.sandbox.authEndpoint}${path}`, path, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
  }

  /** An access token for an account, by its usual exchange. */
  async token(account: Account = this.sandbox.account('harbor-owner')): Promise<string> {
    const answer =
      account.kind === 'apiKey'
        ? await this.exchange('/auth/v1/api-key/token', {
            name: account.apiKeyName ?? '',
            secret: account.secret,
          })
        : await this.exchange('/auth/v3/token', { personalAccessKey: account.secret });
    assert.equal(answer.status, 200);
    return String(answer.json()['access_token']);
  }

  async get(path: string, token?: string, template = path.split('?')[0] ?? ''): Promise<TestResponse> {
    return this.ask(`${this.sandbox.apiEndpoint}${path}`, template, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  }

  /** Sends JSON, or nothing, with a method. `template` as in `ask`. */
  async send(
    method: string,
    path: string,
    token: string,
    body?: unknown,
    template = path.split('?')[0] ?? '',
  ): Promise<TestResponse> {
    return this.ask(`${this.sandbox.apiEndpoint}${path}`, template, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Asks the control server, and answers with its status and JSON. */
  async control(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; json: Record<string, unknown> }> {
    const response = await fetch(`${this.sandbox.control}/_sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }
}

/** The schema takes members that it does not name; the sandbox must not have any, or it invents. */
export function assertNamed(schema: string, rows: readonly Row[]): void {
  const known = Object.keys(description.part('components', 'schemas', schema, 'properties') as Row);
  for (const row of rows) {
    assert.deepEqual(
      Object.keys(row).filter((name) => !known.includes(name)),
      [],
      schema,
    );
  }
}

/** The claims of a token. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}
