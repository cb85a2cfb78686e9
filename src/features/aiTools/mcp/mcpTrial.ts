import { JsonObject } from '../../../api/decode';
import { originOf, parseUrl } from '../../../support/url';
import { firstMessage } from './firstMessage';

/** How an MCP server took the message that an editor begins with. */
export type McpTrial =
  | { readonly kind: 'ready' }
  /** 401 or 403: the token is not taken. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Anything that would make the editor do more with its header than ask this very server. */
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'unreachable' };

export interface McpTrialOptions {
  url: string;
  bearer: string;
  /** Of this extension, by which the server knows it. */
  version: string;
  timeout?: number;
  /** Ends the trial. */
  signal?: AbortSignal | undefined;
  /** What is asked in the conversation that was begun, before it is ended. What it throws is no reason against the server. */
  whileReady?: ((conversation: McpConversation) => Promise<void>) | undefined;
}

/** A conversation with a server that took the token. */
export interface McpConversation {
  /** Where the server was found to be. */
  readonly url: string;
  /** With the token, and the id of the conversation where the server gave one. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const MAX_REDIRECTS = 5;

/**
 * Begins a conversation with an MCP server, before the editor is given the token to do the same. What the editor does
 * with the header is out of our hands: some versions follow a redirect to another host with it, every one takes up the
 * older protocol, in which the server names the address to send it to, and a refused token makes it ask for a way to
 * sign in. So it gets a token only for a server that takes it, here and now, without any of that.
 *
 * `fetch`, since that is what the editor itself uses: proxies and certificates are judged alike.
 */
export async function tryMcpServer(options: McpTrialOptions): Promise<McpTrial> {
  const timeout = AbortSignal.timeout(options.timeout ?? 15_000);
  const abort = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    return await followRedirects(options, abort);
  } catch {
    // The error may quote the header.
    return { kind: 'unreachable' };
  }
}

async function followRedirects(options: McpTrialOptions, signal: AbortSignal): Promise<McpTrial> {
  let url = options.url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await sendInitialize(url, options, signal);
    if (response.status < 300 || response.status > 399) {
      return evaluate(response, url, options, signal);
    }
    const target = parseUrl(response.headers.get('location') ?? '', url)?.href;
    await response.body?.cancel();
    if (target === undefined || originOf(target) !== originOf(options.url)) {
      return { kind: 'unfit', reason: 'redirects to another host' };
    }
    url = target;
  }
  return { kind: 'unfit', reason: 'redirects in a loop' };
}

function sendInitialize(
  url: string,
  { bearer, version }: McpTrialOptions,
  signal: AbortSignal,
): Promise<Response> {
  const params = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'Appcircle Explorer', version },
  };
  return sendMessage(
    { url, headers: headersOf(bearer, version), signal },
    { id: 1, method: 'initialize', params },
  );
}

/** Sends one message of JSON-RPC: without an `id` one that has no answer. */
export function sendMessage(
  { url, headers, signal }: McpConversation,
  message: { id?: number; method: string; params?: object },
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', ...message }),
  });
}

function headersOf(bearer: string, version: string): Record<string, string> {
  return { Authorization: `Bearer ${bearer}`, 'User-Agent': `AppcircleExplorer/${version}` };
}

async function evaluate(
  response: Response,
  url: string,
  { bearer, version, whileReady }: McpTrialOptions,
  signal: AbortSignal,
): Promise<McpTrial> {
  const { status } = response;
  if (status !== 200) {
    await response.body?.cancel();
    if (/html/i.test(response.headers.get('content-type') ?? '')) {
      // Of a proxy or a network, which says nothing of the token.
      return { kind: 'unfit', reason: `returned a web page (${status})` };
    }
    if (status === 401 || status === 403) {
      return { kind: 'refused', status };
    }
    return status >= 500 ? { kind: 'unreachable' } : { kind: 'unfit', reason: `returned ${status}` };
  }
  const session = response.headers.get('mcp-session-id');
  const protocol = JsonObject.of(await firstMessage(response))
    ?.object('result')
    ?.text('protocolVersion');
  const headers = { ...headersOf(bearer, version), ...(session !== null && { 'Mcp-Session-Id': session }) };
  if (protocol !== undefined) {
    await whileReady?.({ url, headers: { ...headers, 'Mcp-Protocol-Version': protocol }, signal }).catch(
      () => undefined,
    );
  }
  if (session !== null) {
    // The editor begins one of its own. That this one cannot be ended is no reason against the server.
    await fetch(url, { method: 'DELETE', redirect: 'manual', headers, signal }).catch(() => undefined);
  }
  return protocol !== undefined
    ? { kind: 'ready' }
    : { kind: 'unfit', reason: 'does not speak streamable HTTP' };
}
