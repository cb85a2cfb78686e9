import { JsonObject } from '../decode';
import { parseUrl } from '../../support/url';
import { isPlainPath } from './plainPath';

/** Where a description is used: neither decides over the host of a request, which is the account's own. */
export interface DescriptionPlace {
  /** Address that the description was read from; what it says of servers is relative to that. */
  readonly address?: string;
  /** Base address of the account's API, whose path goes before that of each request already. */
  readonly base?: string;
}

/** Nobody's: it stands for the host where a description was read from none. */
const NO_HOST = 'https://host.invalid/';

const MAX_SERVER_LENGTH = 2000;

/**
 * The path before every path of an operation, by the first server that is named nearest to it (`servers` of
 * operation, item and document in turn), its variables by their defaults, without what the account's base has already.
 * Only the path of it counts, whichever host it names. Empty where that is none, or not one that stays in its place.
 */
export function serverPathOf(owners: readonly JsonObject[], place: DescriptionPlace): string {
  const servers = owners
    .map(({ raw }) => raw['servers'])
    .find((list) => Array.isArray(list) && list.length > 0);
  const server = JsonObject.of<'url' | 'variables'>((servers as unknown[] | undefined)?.[0]);
  const url = server && withDefaults(server);
  return url === undefined || url.length > MAX_SERVER_LENGTH ? '' : pathBelow(url, place);
}

/** The same of `basePath` of Swagger 2.0, which begins with a slash. */
export function basePathOf(value: unknown, place: DescriptionPlace): string {
  return typeof value === 'string' && value.startsWith('/') && isPlainPath(value)
    ? pathBelow(value, place)
    : '';
}

function withDefaults(server: JsonObject<'url' | 'variables'>): string | undefined {
  const variables = server.object('variables');
  return server.text('url')?.replace(/\{([^{}/]{1,100})\}/g, (written, name: string) => {
    const value = variables?.object(name)?.raw['default'];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : written;
  });
}

function pathBelow(url: string, { address = NO_HOST, base = NO_HOST }: DescriptionPlace): string {
  // What a URL would quietly walk away from is none that anybody wrote on purpose.
  const isStrange = /[\s\\#?{}\p{Cc}\p{Cf}\p{Cs}]|%2e|%2f|%5c/iu.test(url);
  const resolved = isStrange ? undefined : parseUrl(url, webAddress(address));
  const path = /^https?:$/.test(resolved?.protocol ?? '') ? resolved?.pathname : undefined;
  if (path === undefined || !isPlainPath(path) || path.includes('//')) {
    return '';
  }
  const whole = path.replace(/\/$/, '');
  const known = (parseUrl(base)?.pathname ?? '').replace(/\/$/, '');
  return whole === known || whole.startsWith(`${known}/`) ? whole.slice(known.length) : whole;
}

/** Servers are relative to nothing where the description is a file. */
function webAddress(address: string): string {
  return /^https?:/i.test(address) ? address : NO_HOST;
}
