import { l10n } from 'vscode';
import { JsonObject } from '../../../api/decode';
import { readProblemOf } from '../../../api/openapi/brief/readProblem';
import { isSafe } from '../../../api/request/isSafe';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import { readRequest } from '../../../api/request/write/readRequest';
import { checkPath } from '../../../api/response/jsonPath';
import { readTool, type Tool } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import { detailsIn } from '../operations/operations';
import { nameFact, operationsCalled, type AccountOperations } from './accountOperations';
import { readProblemText, valueProblemText } from './readProblemText';
import { responseFacts } from './responseFacts';

interface CallInput {
  readonly operation: string;
  readonly values: JsonObject;
  /** JSONPath. */
  readonly filter: string | undefined;
}

/** Milliseconds. Reports take their time; a model waits for as long as a person. */
const TIMEOUT = 60_000;
/** What is read at most, in bytes: all of it is held in memory to be filtered. */
const MAX_BYTES = 5 * 1024 * 1024;

/** `appcircle_callReadOperation`: one GET of the API that changes nothing, as the API Explorer sends it. */
export function callReadOperationTool(operations: AccountOperations): Tool {
  return readTool<CallInput>({
    parse: parseCall,
    running: ({ operation }) => l10n.t('Calling the API: {0}', operation.slice(0, 100)),
    run: async ({ operation, values, filter }, { scope: { client }, signal }) => {
      const request = await requestFor(await operations.all(), operation, values);
      const response = await client.sendRaw({
        method: 'GET',
        target: targetOf(request),
        headers: request.headers,
        signal,
        timeout: TIMEOUT,
        maxBytes: MAX_BYTES,
      });
      return {
        operation: nameFact(operation),
        path: nameFact(request.path),
        ...responseFacts(response, { request, filter, redactor: client.redactor }),
      };
    },
  });
}

function parseCall(input: JsonObject): CallInput {
  const operation = input.text('operation')?.trim() ?? '';
  const given = input.raw['values'] ?? {};
  const values = JsonObject.of(given);
  const filter = input.text('filter')?.trim();
  if (operation === '') {
    throw new ToolInputError(
      'Send "operation": an ID or a method and path that appcircle_findOperation gave.',
    );
  }
  if (!values) {
    throw new ToolInputError(
      'Send "values" as an object of parameter names and values, as {"profileId": "…"}.',
    );
  }
  if (filter !== undefined && checkPath(filter, 0)) {
    throw new ToolInputError(
      '"filter" is no JSONPath that can be used. Send one as $.data[*].name, or leave it out.',
    );
  }
  return { operation, values, filter };
}

async function requestFor(
  listed: Parameters<typeof operationsCalled>[0],
  name: string,
  values: JsonObject,
): Promise<HttpRequest> {
  const [found, other] = operationsCalled(listed, name);
  if (!found) {
    throw new ToolInputError(
      'The API has no such operation. Find one by appcircle_findOperation, and send its "operation".',
    );
  }
  if (other && other.operation.key !== found.operation.key) {
    throw new ToolInputError(
      'Several operations have this ID. Send method and path instead, as "GET /build/v2/profiles".',
    );
  }
  const { description } = await found.module.load();
  const details = detailsIn(description, found.operation.key);
  const problem = details ? readProblemOf(details) : 'notGet';
  if (!details || problem) {
    throw new ToolInputError(`The operation was not called. ${readProblemText(problem ?? 'notGet')}`);
  }
  const request = readRequest(description, details, values);
  if ('problem' in request) {
    throw new ToolInputError(`Nothing was sent. ${valueProblemText(request.problem)}`);
  }
  // What the explorer would ask about first is not for a tool that only reads.
  if (!isSafe(request)) {
    throw new ToolInputError(`The operation was not called. ${readProblemText('action')}`);
  }
  return request;
}
