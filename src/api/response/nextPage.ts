import { JsonObject, listIn, parseJson } from '../decode';
import type { HttpRequest } from '../request/request';

/** Spellings that the API uses, in any case: `Page` and `Size`, on organizations `page` and `perPage`. */
const pageName = /^page(_?(number|no|index))?$/i;
const sizeName = /^(size|limit|per_?page|page_?size)$/i;

/** Names under which answers were seen to tell their page size and total (api/README 3, grade D). */
const sizeFields = ['size', 'perPage', 'pageSize', 'Size', 'PageSize'];
const totalFields = ['total', 'totalCount', 'TotalCount'];
const pagesFields = ['totalPages', 'pageCount', 'TotalPages'];

/**
 * The request for the page after this one, or undefined where there is none: the request asked for no page, the
 * answer holds no rows, or it is the last page, by the total that it tells, else by having fewer rows than were
 * asked for. `bodyText` is the answer as received.
 */
export function nextPage(request: HttpRequest, bodyText: string): HttpRequest | undefined {
  const at = request.query.findIndex(([name]) => pageName.test(name));
  const [name, value] = request.query[at] ?? [];
  const page = wholeNumber(value);
  const answer = name === undefined || request.method !== 'GET' ? undefined : parseJson(bodyText);
  if (name === undefined || page === undefined || isLast(answer, page, askedSize(request))) {
    return undefined;
  }
  return { ...request, query: request.query.with(at, [name, String(page + 1)]) };
}

function isLast(answer: unknown, page: number, asked: number | undefined): boolean {
  const rows = listIn(answer)?.length ?? 0;
  const pages = firstNumber(answer, pagesFields);
  const total = firstNumber(answer, totalFields);
  if (rows === 0) {
    return true;
  }
  if (pages !== undefined) {
    return Math.max(page, 1) >= pages;
  }
  if (total !== undefined) {
    const size = firstNumber(answer, sizeFields) ?? asked ?? rows;
    return Math.max(page - 1, 0) * size + rows >= total;
  }
  return asked !== undefined && rows < asked;
}

/** The first of these numbers in the envelope, or in one that stands below `data`. */
function firstNumber(answer: unknown, fields: string[]): number | undefined {
  const envelope = JsonObject.of(answer);
  return [envelope, envelope?.object('data')]
    .flatMap((row) => fields.map((field) => row?.number(field)))
    .find((number) => number !== undefined && number >= 0);
}

function askedSize({ query }: HttpRequest): number | undefined {
  return wholeNumber(query.find(([name]) => sizeName.test(name))?.[1]);
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
