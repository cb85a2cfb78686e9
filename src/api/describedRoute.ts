import type { ApiClient } from './client';
import { isFailure } from './failure';
import { descriptionPageOf, findDocuments, type FetchedText } from './openapi/discover/findDocuments';
import { readDescription, type ApiDescription } from './openapi/description';
import type { Method } from './openapi/model';
import { limits } from './openapi/read/limits';
import { UnusableDescription } from './openapi/read/unusableDescription';

/** An operation as descriptions have it. */
export interface DescribedRoute {
  /** What the document of its module has in its name or address. */
  module: 'build' | 'distribution' | 'publish';
  method: Method;
  /** Below the module, names of parameters left out: `/v3/commits/{}/build`. */
  path: string;
  /** What one of its neighbors has in its path: a description without any is of something else. */
  beside: string;
}

/** More documents of one module than a server has. */
const MAX_DOCUMENTS = 3;

/**
 * Whether the server's own description of a module has an operation (api/README 10); undefined where it
 * publishes none that can be read. Fails with `cancelled` alone.
 */
export async function isDescribed(
  client: ApiClient,
  route: DescribedRoute,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  try {
    for await (const { operations } of descriptionsOf(client, route.module, signal)) {
      const paths = operations.map(({ method, path }) => ({ method, path: namelessPath(path) }));
      if (paths.some(({ path }) => path.includes(route.beside))) {
        return paths.some(({ method, path }) => method === route.method && path.endsWith(route.path));
      }
    }
    return undefined;
  } catch (error) {
    if (isFailure(error, 'cancelled') || !(isFailure(error) || error instanceof UnusableDescription)) {
      throw error;
    }
    return undefined;
  }
}

/**
 * Whether the server says by its own description that it has an operation. Looked at until it says so, and remembered
 * then as `name` in `ApiClient.describedRoutes`. Fails with `cancelled` alone.
 */
export async function hasDescribedRoute(
  client: ApiClient,
  name: string,
  route: DescribedRoute,
  signal?: AbortSignal,
): Promise<boolean> {
  const { describedRoutes } = client;
  if (!describedRoutes.has(name) && (await isDescribed(client, route, signal))) {
    describedRoutes.add(name);
  }
  return describedRoutes.has(name);
}

async function* descriptionsOf(
  client: ApiClient,
  module: string,
  signal?: AbortSignal,
): AsyncGenerator<ApiDescription> {
  const ask = async (url: string): Promise<FetchedText> => {
    const {
      status,
      text,
      url: from,
    } = await client.text({
      url,
      headers: { Accept: 'application/json, application/yaml;q=0.9, text/html;q=0.8, */*;q=0.5' },
      maxBytes: limits.jsonBytes,
      ...(signal && { signal }),
    });
    return { status, text, url: from };
  };
  const fetchText = async (url: string): Promise<FetchedText> => {
    try {
      return await ask(url);
    } catch (error) {
      if (isFailure(error) && error.facts.status !== undefined && error.kind !== 'proxy') {
        return { status: error.facts.status, text: '', url, failure: error };
      }
      throw error;
    }
  };
  const found = await findDocuments(fetchText, descriptionPageOf(client.base));
  const urls =
    found.kind === 'page'
      ? found.documents
          .filter(({ name, url }) => (name + url).toLowerCase().includes(module))
          .map(({ url }) => url)
      : found.kind === 'single'
        ? [found.url]
        : [];
  for (const url of urls.slice(0, MAX_DOCUMENTS)) {
    yield await readDescription((await ask(url)).text);
  }
}

function namelessPath(path: string): string {
  return path.toLowerCase().replaceAll(/\{[^{}/]*\}/g, '{}');
}
