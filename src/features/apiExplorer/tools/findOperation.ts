import { l10n } from 'vscode';
import { briefOperation, type BriefOperation } from '../../../api/openapi/brief/briefOperation';
import { readProblemOf } from '../../../api/openapi/brief/readProblem';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedLines } from '../../../ui/tools/quoted';
import { readTool, type Tool, type ToolAnswer, type ToolFact } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import type { ModuleOrigin } from '../descriptions/apiModule';
import { detailsIn, type ListedOperation } from '../operations/operations';
import {
  isFlagSet,
  nameFact,
  operationRef,
  operationsFor,
  type AccountOperations,
} from './accountOperations';
import { readProblemText } from './readProblemText';

interface FindInput {
  readonly query: string;
  readonly refresh: boolean;
}

/** Operations that are told with their parameters: who looks for one rarely needs more. */
const MAX_DETAILED = 3;
const MAX_LISTED = 12;
const MAX_PARAMETERS = 25;
const MAX_SCHEMA_LENGTH = 3_000;

/** `appcircle_findOperation`: what the API can do, by words. */
export function findOperationTool(operations: AccountOperations): Tool {
  return readTool<FindInput>({
    parse: (input) => {
      const query = input.text('query')?.trim() ?? '';
      if (query === '') {
        throw new ToolInputError(
          'Send "query": words such as "list builds", an operation ID, or a method and path.',
        );
      }
      return { query, refresh: isFlagSet(input, 'refresh') };
    },
    running: () => l10n.t('Searching the API description'),
    run: async ({ query, refresh }) => {
      const all = await operations.all(refresh);
      const found = operationsFor(all, query);
      const told = await Promise.all(
        found.slice(0, MAX_LISTED).map((one, nth) => aboutOperation(one, all, nth)),
      );
      return {
        found: found.length,
        operations: boundedList(told, MAX_LISTED, found.length - told.length),
        ...descriptionFacts(found[0] ?? all[0]),
        next: nextText(found.length, all.length),
      };
    },
  });
}

function nextText(found: number, all: number): string {
  if (all === 0) {
    return 'No description of the API could be read. Ask the person to look at the API Explorer view, which says why.';
  }
  return found === 0
    ? 'Nothing fits. Use fewer or other words: the thing, such as "testing group", and what is done with it, such as "list".'
    : 'Call appcircle_callReadOperation with "operation" and "values" for one that has canRead true. To see the parameters of one that is told without them, send its "operation" as "query".';
}

async function aboutOperation(
  listed: ListedOperation,
  all: readonly ListedOperation[],
  nth: number,
): Promise<ToolAnswer> {
  const { module, operation } = listed;
  const { description } = await module.load();
  const details = detailsIn(description, operation.key);
  const problem = details && readProblemOf(details);
  const say = speakerFor(module.origin);
  return {
    operation: nameFact(operationRef(listed, all)),
    method: operation.method,
    path: nameFact(operation.path),
    summary: operation.summary === undefined ? undefined : say(operation.summary, 200),
    ...(operation.deprecated && { deprecated: true }),
    canRead: details !== undefined && problem === undefined,
    ...(problem && nth < MAX_DETAILED && { whyNot: readProblemText(problem) }),
    ...(details && nth < MAX_DETAILED && inputFacts(briefOperation(description, details), say)),
  };
}

type Say = (text: string, limit: number) => ToolFact;

/** What this extension says of the API itself is no text of others. */
function speakerFor(origin: ModuleOrigin): Say {
  return origin === 'own' ? (text, limit) => text.slice(0, limit) : (text, limit) => quoted(text, limit);
}

function inputFacts({ parameters, body }: BriefOperation, say: Say): ToolAnswer {
  return {
    parameters: boundedList(
      parameters.map(({ name, in: place, required, type, description }) => ({
        name: nameFact(name),
        in: place,
        required,
        type: say(type, 200),
        ...(description !== undefined && { description: say(description, 160) }),
      })),
      MAX_PARAMETERS,
    ),
    ...(body && {
      body: {
        required: body.required,
        mediaType: nameFact(body.mediaType),
        schema: quotedLines(body.schema, MAX_SCHEMA_LENGTH),
        ...(body.truncated && { more: 'Not all of the schema is told: named types are cut.' }),
      },
    }),
  };
}

/** Whose words these are, and from when where the server cannot be asked now. */
function descriptionFacts(listed: ListedOperation | undefined): ToolAnswer {
  if (!listed) {
    return {};
  }
  const { origin, loaded } = listed.module;
  return {
    source: origin === 'own' ? 'this extension, since the server publishes no description' : 'the server',
    ...(loaded?.staleSince !== undefined && { descriptionFrom: new Date(loaded.staleSince).toISOString() }),
  };
}
