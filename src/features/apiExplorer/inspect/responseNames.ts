import { parseJson } from '../../../api/decode';
import { looksLikeGuid } from '../../../api/response/idNames';
import { thingNames } from '../../../api/response/table/thingNames';
import type { Redactor } from '../../../support/redact';
import { bodyTextOf } from '../responses/bodyText';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';

/** Of a body that is searched for names. */
const MAX_BYTES = 1024 * 1024;

/** Names of one response, which are looked for once. */
const known = new WeakMap<ShownResponse['response'], ReadonlyMap<string, string>>();

/** What things are called that responses of an account tell of, by their ids; masked as these are. */
export function knownNames(responses: ResponseDocuments, accountId: string): ReadonlyMap<string, string> {
  const own = responses.all.filter(({ account, kind }) => account.id === accountId && kind === 'json');
  // The newest has the last word.
  return new Map(own.toReversed().flatMap((shown) => [...namesIn(shown, responses.redactor)]));
}

function namesIn(shown: ShownResponse, redactor: Redactor): ReadonlyMap<string, string> {
  const { response } = shown;
  const isSearched = response.body.length <= MAX_BYTES && !shown.receiving;
  const names = known.get(response) ?? thingNames(isSearched && parseJson(bodyTextOf(shown, redactor)));
  known.set(response, names);
  return names;
}

/** What a request is of, in words: the title of its operation, else method and path; and the last thing that its path names. */
export interface CallText {
  readonly title: string;
  /** Its name, else the beginning of its id; undefined for a path without one. */
  readonly thing: string | undefined;
}

/** Says what a request is of without ids that nobody knows by heart. Untrusted text, masked. */
export function callText(
  { method, path }: { readonly method: string; readonly path: string },
  title: string | undefined,
  { names, redactor }: { names: ReadonlyMap<string, string>; redactor: Redactor },
): CallText {
  const parts = path.split('/');
  const id = parts.findLast(looksLikeGuid);
  const shortened = parts.map((part) => (looksLikeGuid(part) ? (names.get(part) ?? shortId(part)) : part));
  return {
    title: redactor.redact(title ?? `${method} ${shortened.join('/')}`),
    thing: id === undefined ? undefined : redactor.redact(names.get(id) ?? shortId(id)),
  };
}

function shortId(id: string): string {
  return `${id.slice(0, 8)}…`;
}
