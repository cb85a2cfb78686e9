import * as vscode from 'vscode';
import { parseJson } from '../../../api/decode';
import { describedContent } from '../../../api/openapi/responseSchema';
import { bodySchema } from '../../../api/openapi/schema/bodySchema';
import { schemaDifferences, type SchemaDifferences } from '../../../api/openapi/schema/schemaDifferences';
import type { DescribedOperation } from '../../../api/request/assist/operationList';
import type { ParsedRequest } from '../../../api/request/document';
import { parseRequests } from '../../../api/request/parse/parse';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import { mediaTypeOf } from '../../../api/response/body';
import { responseHeader } from '../../../api/response/responseHeaders';
import { Setting } from '../../../contributions';
import { operationTitle } from '../operations/operationTitle';
import { bodyTextOf } from '../responses/bodyText';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import type { DescribedResponse } from '../responses/responseNotes';

/** Finds the operation of a request in the descriptions that are there. */
export type FindOperation = (request: ParsedRequest) => Promise<DescribedOperation | undefined>;

/** Of a body that is held against a schema: nobody waits for it, and everybody waits while it is done. */
const MAX_CHECKED_BYTES = 1024 * 1024;

/** Looks up the operation of a response, and what its schema says against it, which the setting turns off (R40). */
export async function describeResponse(
  find: FindOperation,
  responses: ResponseDocuments,
  shown: ShownResponse,
): Promise<void> {
  const found = await findOperation(find, shown.request);
  if (found) {
    const { key } = found.operation;
    const described: DescribedResponse = { operation: key, title: operationTitle(found.operation) };
    responses.note(shown, { described: { ...described, differences: differencesIn(shown, found) } });
  }
}

/** The operation of a request that was sent, or of the line that is remembered of one. */
export async function findOperation(
  find: FindOperation,
  request: Pick<HttpRequest, 'method' | 'path'> & Partial<Pick<HttpRequest, 'query'>>,
): Promise<DescribedOperation | undefined> {
  const target = targetOf({ query: [], headers: [], body: undefined, ...request });
  const [parsed] = parseRequests(`${request.method} {{host}}${target}\n`).requests;
  return parsed && find(parsed);
}

function differencesIn(
  shown: ShownResponse,
  { description, operation }: DescribedOperation,
): SchemaDifferences | undefined {
  const { response, kind } = shown;
  const isOn = vscode.workspace.getConfiguration().get<boolean>(Setting['requests.problems'], true);
  const isWhole = kind === 'json' && !response.earlyEnd && response.body.length <= MAX_CHECKED_BYTES;
  const mediaType = mediaTypeOf(responseHeader(response.headers, 'content-type'));
  const content =
    isOn && isWhole ? describedContent(operation.responses, response.status, mediaType) : undefined;
  const body = content?.schema === undefined ? undefined : parseJson(bodyTextOf(shown, undefined));
  return content && body !== undefined
    ? schemaDifferences(bodySchema(description, content.schema, { purpose: 'response' }), body)
    : undefined;
}
