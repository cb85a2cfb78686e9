import { parseJson, listIn } from '../../../api/decode';
import type { HttpRequest } from '../../../api/request/request';
import { bodyKind, decodeBody, mediaTypeOf } from '../../../api/response/body';
import { filterJson } from '../../../api/response/filter/filterJson';
import { maskJson } from '../../../api/response/maskJson';
import { nextPage } from '../../../api/response/nextPage';
import { responseHeader } from '../../../api/response/responseHeaders';
import { shortenJson } from '../../../api/response/shortenJson';
import { withExactNumbers } from '../../../api/response/table/exactNumbers';
import type { HttpResponse } from '../../../api/transport/model';
import type { Redactor } from '../../../support/redact';
import { quoted, quotedLines } from '../../../ui/tools/quoted';
import type { ToolAnswer } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import { nameFact } from './accountOperations';

/** What a response is told by. */
interface ResponseContext {
  readonly request: HttpRequest;
  /** JSONPath. */
  readonly filter: string | undefined;
  readonly redactor: Redactor;
}

/** Bytes of JSON as a text within the answer: leaves room for the rest of it. */
const MAX_JSON_BYTES = 14_000;
const MAX_TEXT_LENGTH = 8_000;

/** A response as data: status, body masked and bounded, what comes next. Nothing of it is followed (R73). */
export function responseFacts(response: HttpResponse, context: ResponseContext): ToolAnswer {
  const contentType = responseHeader(response.headers, 'content-type');
  const { status, body, size } = response;
  const failed = status < 200 || status > 299;
  return {
    status,
    ...(failed && { failed, next: nextText(status) }),
    contentType: contentType === undefined ? undefined : nameFact(mediaTypeOf(contentType)),
    bytes: size,
    ...bodyFacts(bodyKind(contentType, body), decodeBody(body, contentType), context),
  };
}

function bodyFacts(
  kind: ReturnType<typeof bodyKind>,
  text: string,
  { request, filter, redactor }: ResponseContext,
): ToolAnswer {
  switch (kind) {
    case 'empty':
      return { response: 'empty' };
    case 'binary':
      return {
        response: 'a file, which is not told. The person can download it in the views or the API Explorer.',
      };
    case 'text':
      return { response: quotedLines(text, MAX_TEXT_LENGTH) };
    case 'json': {
      const value = parseJson(text);
      return value === undefined
        ? { response: quotedLines(maskJson(text, redactor).text, MAX_TEXT_LENGTH) }
        : { ...pageFacts(request, text, value), ...jsonFacts(maskJson(text, redactor).text, filter) };
    }
  }
}

/** Filtered once it is masked: a filter finds nothing by what the masks hide. */
function jsonFacts(masked: string, filter: string | undefined): ToolAnswer {
  const filtered = filter === undefined ? undefined : filterJson(masked, filter);
  if (filtered && 'problem' in filtered) {
    throw new ToolInputError(
      'The filter would take too long for this response, or is no JSONPath. Send a simpler one, as $.data[*].name, or leave it out.',
    );
  }
  const { text, items, cutTexts, deep } = shortenJson(
    parseJson(withExactNumbers(filtered?.text ?? masked)),
    MAX_JSON_BYTES,
  );
  const isCut = items + cutTexts + deep > 0;
  return {
    ...(filtered && { matches: filtered.count, ...(filtered.more && { more: true }) }),
    response: quotedLines(text, MAX_JSON_BYTES),
    ...(isCut && {
      leftOut: {
        items,
        cutTexts,
        deep,
        how: 'To see more, send "filter" (JSONPath, as $[0:20].name), or values for paging where the operation has them.',
      },
    }),
  };
}

/** How many rows there are, and how to get those after them. */
function pageFacts(request: HttpRequest, text: string, value: unknown): ToolAnswer {
  const rows = listIn(value)?.length;
  const next = nextPage(request, text);
  const changed = next?.query.find(([name, given], nth) => given !== request.query[nth]?.[1] && name !== '');
  return {
    ...(rows !== undefined && { rows }),
    ...(changed && { nextPage: { parameter: quoted(changed[0], 60), value: changed[1] } }),
  };
}

/** What a status means for whoever asked, with the next step. */
function nextText(status: number): string {
  if (status === 401 || status === 403) {
    return 'The account may not read this. Tell the person: an owner of the organization can give the role, or they switch accounts.';
  }
  if (status === 404) {
    return 'There is no such thing. Find its ID by an operation that lists things.';
  }
  if (status === 429) {
    return 'Too many requests. Wait a minute before the next call.';
  }
  return status >= 500
    ? 'The server has a fault. Try once more later; the person may know more.'
    : 'The server did not take the request. The response says why: send other values.';
}
