import { hostOf, isSafeOrigin, originOf, parseUrl } from '../../../support/url';
import { failureOfStatus } from '../../classify';
import type { Failure } from '../../failure';
import { isDescription } from './namedDocuments';
import {
  configurationsIn,
  documentsInConfiguration,
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
  /** What the status means, where it is known better than by the status. */
  readonly failure?: Failure;
}

/** Asks for an address with GET. Throws a `Failure` where no answer came. */
export type FetchText = (url: string) => Promise<FetchedText>;

/** The same; undefined for an answer of another origin. */
type OwnFetch = (url: string) => Promise<FetchedText | undefined>;

/** What was found at an address. */
export type FoundDocuments =
  /** A page of Swagger UI. Without documents where all that it names was refused. */
  | ({ readonly kind: 'page' } & NamedDocuments)
  /** The address is a description itself. */
  | { readonly kind: 'single'; readonly url: string }
  /** Nothing there, or nothing of its origin; or there is something and it names no documents. */
  | { readonly kind: 'none'; readonly reason: 'notFound' | 'noDocuments' };

/** Where others serve a description of one API: ASP.NET by itself, and Swashbuckle. */
const wellKnown = ['openapi/v1.json', 'swagger/v1/swagger.json'];

/** Where Appcircle serves its page, below the normalised base address of an API host. */
export function descriptionPageOf(base: string): string {
  return `${base}/openapi/index.html`;
}

/**
 * Finds the documents of an API as a browser that opens the page would: in the page's own attributes and scripts, in
 * those that lie beside it, in the configurations that these name, and last in Swashbuckle's list of them. Where none of
 * that is, what lies at the usual addresses below `root` will do. Nothing is evaluated, and no answer is used that came
 * from another origin than that of `pageUrl`. An address that ends like a document is taken for one and not asked.
 *
 * Throws what `fetchText` throws, and a `Failure` for a status that does not mean "nothing here".
 */
export async function findDocuments(
  fetchText: FetchText,
  pageUrl: string,
  root?: string,
): Promise<FoundDocuments> {
  const first = parseUrl(pageUrl);
  if (!first || !isSafeOrigin(first)) {
    return { kind: 'none', reason: 'notFound' };
  }
  if (/\.(json|ya?ml)$/i.test(first.pathname)) {
    return { kind: 'single', url: pageUrl };
  }
  const ask: OwnFetch = async (url) => {
    const answer = await fetchText(url);
    return originOf(answer.url) === first.origin ? answer : undefined;
  };

  const page = ignoreNotFound(await ask(pageUrl));
  if (!page) {
    return (await usualDocument(root, ask)) ?? { kind: 'none', reason: 'notFound' };
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
    : ((await usualDocument(root, ask)) ?? { kind: 'none', reason: 'noDocuments' });
}

/** A description at one of the usual addresses. */
async function usualDocument(root: string | undefined, ask: OwnFetch): Promise<FoundDocuments | undefined> {
  for (const place of root === undefined ? [] : wellKnown) {
    const answer = await ask(`${root}/${place}`);
    // Few servers have them, and those that do not may answer anything.
    if (answer && isGood(answer) && isDescription(answer.text)) {
      return { kind: 'single', url: answer.url };
    }
  }
  return undefined;
}

/** What is named in each place where a page may name its documents; a place is asked for when its turn comes. */
async function* placesOf(page: FetchedText, ask: OwnFetch): AsyncGenerator<NamedDocuments> {
  yield* configured(configurationsIn(page.text, page.url, 'page'), page.url, ask);
  yield documentsInPage(page.text, page.url);
  for (const url of scriptsOf(page.text, page.url)) {
    const script = ignoreNotFound(await ask(url))?.text ?? '';
    yield* configured(configurationsIn(script, page.url, 'script'), page.url, ask);
    yield documentsInScript(script, page.url, url);
  }
  // Few servers have the list, and those that do not may answer anything.
  const list = await ask(new URL('documentUrls', page.url).href);
  yield documentsInList(list && isGood(list) ? list.text : '', page.url);
}

/** What configurations name that lie elsewhere: it goes before what is named beside their addresses. */
async function* configured(
  addresses: readonly string[],
  pageUrl: string,
  ask: OwnFetch,
): AsyncGenerator<NamedDocuments> {
  for (const url of addresses) {
    const answer = await ask(url);
    yield documentsInConfiguration(answer && isGood(answer) ? answer.text : '', pageUrl);
  }
}

/** The answer, or undefined where it says that there is nothing. A redirect that was not followed led away. */
function ignoreNotFound(answer: FetchedText | undefined): FetchedText | undefined {
  if (!answer || isGood(answer)) {
    return answer;
  }
  if ([404, 405, 410].includes(answer.status) || answer.status < 400) {
    return undefined;
  }
  throw answer.failure ?? failureOfStatus(answer.status, { host: hostOf(answer.url) });
}

function isGood({ status }: FetchedText): boolean {
  return status >= 200 && status <= 299;
}
