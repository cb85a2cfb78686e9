import { makeAccount, type Account } from '../../../../../src/account/account';
import type { ApiClient } from '../../../../../src/api/client';
import type { Failure } from '../../../../../src/api/failure';
import { Redactor } from '../../../../../src/support/redact';
import { hostsAt } from '../../../account/accountFixture';

/** One build as a server has it, with its log; spoken to without a network. */
export class LogServer {
  /** Number of the status, as the queue says it. */
  status = 91;
  text: string | undefined = '';
  failure: Failure | undefined;
  readonly asked: string[] = [];
  readonly redactor = new Redactor();

  readonly client = {
    host: 'api.example.test',
    base: 'https://api.example.test',
    redactor: this.redactor,
    get: ({ path, signal }: { path: string; signal?: AbortSignal }) => {
      this.asked.push(path);
      signal?.throwIfAborted();
      return this.failure
        ? Promise.reject(this.failure)
        : Promise.resolve({ buildStatus: this.status, status: this.status, commitId: 'c1', buildId: 'b1' });
    },
    sendRaw: ({ target }: { target: string }) => {
      this.asked.push(target);
      const status = this.text === undefined ? 404 : 200;
      return this.failure
        ? Promise.reject(this.failure)
        : Promise.resolve({
            status,
            statusText: '',
            headers: [['content-type', 'text/plain']],
            body: Buffer.from(this.text ?? ''),
            size: Buffer.byteLength(this.text ?? ''),
            streamed: false,
          });
    },
  } as unknown as ApiClient;

  clientFor = (): ApiClient => this.client;
}

export const accountNamed = (subject: string): Account =>
  makeAccount({
    kind: 'personalAccessKey',
    hosts: hostsAt('https://api.example.test'),
    organizationId: 'o',
    subject,
    userName: undefined,
  });

/** Numbered lines of a log. */
export const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}\n`).join('');
