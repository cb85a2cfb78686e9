import { hostOf, isSafeOrigin, originOf, parseUrl } from '../../../support/url';
import { failureOfStatus } from '../../classify';
import { isDescription } from './namedDocuments';
import {
  documentsInList,
  documentsInPage,
  documentsInScript,
  scriptsOf,
  type NamedDocument,
  type NamedDocuments,
} from './swaggerPage';

/** An answer of any status, read as text. */
export interface FetchedText {
  readonly status: number;
  readonly text: string;
  /** Where the answer came from in the end, redirects followed. */
  readonly url: string;
}

/** Asks for an address with GET. Throws a `Failure` where no answer came. */
export type FetchText = (url: string) => Promise<FetchedText>;

/** What was found at an address. */
export type FoundDocuments =
  /** A page of Swagger UI. Without documents where all that it names was refused. */
  | ({ readonly kind: 'page' } & NamedDocuments)
  /** The address is a description itself. */
  | { readonly kind: 'single'; readonly url: string }
  /** Nothing there, or nothing of its origin; or there is something and it names no documents. */
  | { readonly kind: 'none'; readonly reason: 'notFound' | 'noDocuments' };

/** Where Appcircle serves its page, below the normalised base address of an API host. */
export function descriptionPageOf(base: string): string {
  return `${base}/openapi/index.html`;
}

/**
 * Finds the documents of an API as a browser that opens the page would: in the page's own scripts, in those that lie
 * beside it, and last in Swashbuckle's list of them. Nothing is evaluated, and no answer is used that came from
 * another origin than that of `pageUrl`. An address that ends like a document is taken for one and not asked.
 *
 * Throws what `fetchText` throws, and a `Failure` for a status that does not mean "nothing here".
 */
export async function findDocuments(fetchText: FetchText, pageUrl: string): Promise<FoundDocuments> {
  const first = parseUrl(pageUrl);
  if (!first || !isSafeOrigin(first)) {
    return { kind: 'none', reason: 'notFound' };
  }
  if (/\.(json|ya?ml)$/i.test(first.pathname)) {
    return { kind: 'single', url: pageUrl };
  }
  const ask = async (url: string) => {
    const answer = await fetchText(url);
    return originOf(answer.url) === first.origin ? answer : undefined;
  };

  const page = ignoreNotFound(await ask(pageUrl));
  if (!page) {
    return { kind: 'none', reason: 'notFound' };
  }
  if (isDescription(page.text)) {
    return { kind: 'single', url: page.url };
  }
  const foreign = new Map<string, NamedDocument>();
  for await (const { documents, refused } of placesOf(page, ask)) {
    for (const document of refused) {
      // Several places may name the same one.
      foreign.set(document.url, foreign.get(document.url) ?? document);
    }
    if (documents.length > 0) {
      return { kind: 'page', documents, refused: [...foreign.values()] };
    }
  }
  return foreign.size > 0
    ? { kind: 'page', documents: [], refused: [...foreign.values()] }
    : { kind: 'none', reason: 'noDocuments' };
}

/** What is named in each place where a page may name its documents; a place is asked for when its turn comes. */
async function* placesOf(
  page: FetchedText,
  ask: (url: string) => Promise<FetchedText | undefined>,
): AsyncGenerator<NamedDocuments> {
  yield documentsInPage(page.text, page.url);
  for (const url of scriptsOf(page.text, page.url)) {
    yield documentsInScript(ignoreNotFound(await ask(url))?.text ?? '', page.url);
  }
  // Few servers have the list, and those that do not may answer anything.
  const list = await ask(new URL('documentUrls', page.url).href);
  yield documentsInList(list && isGood(list) ? list.text : '', page.url);
}

/** The answer, or undefined where it says that there is nothing. A redirect that was not followed led away. */
function ignoreNotFound(answer: FetchedText | undefined): FetchedText | undefined {
  if (!answer || isGood(answer)) {
    return answer;
  }
  const failure = failureOfStatus(answer.status, { host: hostOf(answer.url) });
  if (failure.kind === 'notFound' || answer.status < 400) {
    return undefined;
  }
  throw failure;
}

function isGood({ status }: FetchedText): boolean {
  return status >= 200 && status <= 299;
}
