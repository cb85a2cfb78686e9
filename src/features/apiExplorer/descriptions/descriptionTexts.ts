import type { Account } from '../../../account/account';
import type { ApiClient } from '../../../api/client';
import { Failure, isConnectionFault, isFailure } from '../../../api/failure';
import { limits } from '../../../api/openapi/read/limits';
import type { FetchedText } from '../../../api/openapi/discover/findDocuments';
import type { TextResponse } from '../../../api/transport/transport';
import { hostOf } from '../../../support/url';
import type { DescriptionCache } from './descriptionCache';

/** The text of a description, and since when it is old where its server cannot be asked. */
export interface DescriptionText {
  readonly text: string;
  /** Where it came from in the end, redirects followed; undefined for a file. */
  readonly url?: string;
  readonly staleSince: number | undefined;
  /** What it was before, where it is another one now. */
  readonly before?: string | undefined;
}

/** Milliseconds for a description: thirteen megabytes through a slow line. */
const FETCH_TIMEOUT = 120_000;

/**
 * Gets texts for one account, with what it knows already: what has not changed is not sent again, and what the server
 * had last time serves while it is away. The token goes to the account's own API host alone.
 */
export class DescriptionTexts {
  /** Since when what was given last is old: the server could not be asked. */
  staleSince: number | undefined;

  constructor(
    private readonly account: Account,
    private readonly client: ApiClient,
    private readonly cache: DescriptionCache,
    private readonly signal?: AbortSignal,
    /** By address, what texts were that are others now: told once, when the description is read. */
    private readonly replaced = new Map<string, string>(),
  ) {}

  async read(url: string): Promise<DescriptionText> {
    const { text, staleSince, url: from } = await this.get(url, refusePage);
    const before = this.replaced.get(url);
    this.replaced.delete(url);
    return { text, staleSince, url: from, ...(before !== undefined && { before }) };
  }

  /** As `findDocuments` asks: any status is an answer. */
  async fetch(url: string): Promise<FetchedText> {
    try {
      return await this.get(url);
    } catch (error) {
      if (isFailure(error) && error.facts.status !== undefined && error.kind !== 'proxy') {
        return { status: error.facts.status, text: '', url, failure: error };
      }
      throw error;
    }
  }

  private async get(
    url: string,
    check?: (response: TextResponse) => void,
  ): Promise<FetchedText & DescriptionText> {
    const owner = this.account.credentialId;
    const cached = await this.cache.read(owner, url);
    try {
      const response = await this.client.text({
        url,
        headers: {
          Accept: 'application/json, application/yaml;q=0.9, text/html;q=0.8, */*;q=0.5',
          ...(cached?.etag !== undefined && { 'If-None-Match': cached.etag }),
        },
        maxBytes: limits.jsonBytes,
        timeout: FETCH_TIMEOUT,
        ...(this.signal && { signal: this.signal }),
      });
      check?.(response);
      const unchanged = response.status === 304 ? cached : undefined;
      const text = unchanged?.text ?? response.text;
      const etag = response.headers.find(([name]) => name === 'etag')?.[1] ?? unchanged?.etag;
      // Who signed out meanwhile wants nothing of it left (rule 8).
      if (!this.signal?.aborted) {
        if (cached && cached.text !== text) {
          this.replaced.set(url, cached.text);
        }
        await this.cache.write(owner, url, { text, url: response.url, etag, checkedAt: Date.now() });
      }
      return { status: 200, text, url: response.url, staleSince: undefined };
    } catch (error) {
      if (cached && isFailure(error) && (isConnectionFault(error) || error.kind === 'serverFault')) {
        this.staleSince = Math.min(this.staleSince ?? Infinity, cached.checkedAt);
        return { status: 200, text: cached.text, url: cached.url, staleSince: cached.checkedAt };
      }
      throw error;
    }
  }
}

/** No description is a web page: what a network that wants a sign-in gives must not replace what is known. */
function refusePage({ status, text, url }: TextResponse): void {
  if (text.trimStart().startsWith('<')) {
    throw new Failure('foreignResponse', { host: hostOf(url), status, contentType: 'text/html' });
  }
}
