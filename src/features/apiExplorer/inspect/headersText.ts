import { allHeaders } from '../../../api/response/responseHeaders';
import type { Redactor } from '../../../support/redact';
import { visibleText } from '../../../support/visibleText';
import type { ShownResponse } from '../responses/responseDocuments';
import { momentText, statusText } from '../responses/responseText';

/** All headers of a response, its secrets masked, below what it is the response to. */
export function allHeadersText(shown: ShownResponse, redactor: Redactor): string {
  const headers = allHeaders(shown.response.headers, redactor).map(([name, value]) => `${name}: ${value}`);
  const about = [momentText(shown), statusText(shown.response)].map((line) =>
    visibleText(redactor.redact(line)),
  );
  return [...about, '', ...headers, ''].join('\n');
}
