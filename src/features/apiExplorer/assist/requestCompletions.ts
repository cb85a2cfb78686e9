import * as vscode from 'vscode';
import { Shapes } from '../../../api/openapi/schema/schema';
import { placeAt } from '../../../api/request/assist/placeAt';
import { suggestAt } from '../../../api/request/assist/suggestAt';
import type { SuggestionSubject } from '../../../api/request/assist/suggestion';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import type { SessionStore } from '../../../account/sessionStore';
import type { NamedResponses } from '../flows/namedResponses';
import type { JsonBodies } from './jsonBodies';
import type { LiveIds } from './liveIds';
import type { RequestOperations } from './requestOperations';
import { itemsOf, type SuggestionItem } from './suggestionItems';
import { operationSummaryMarkdown, valueMarkdown } from './valueMarkdown';

/** What completion and hover take. */
export interface AssistDeps {
  operations: RequestOperations;
  bodies: JsonBodies;
  ids: LiveIds;
  /** The last responses of named requests. */
  named: Pick<NamedResponses, 'of'>;
  sessions: SessionStore;
}

/** What may be written at the cursor of a request document, by the API's description and by lists of the account. */
export async function completeRequest(
  { operations, bodies, ids, named, sessions }: AssistDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList<SuggestionItem> | undefined> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const { draft } = placeAt(text, offset);
  const [{ items, incomplete }, live] = await Promise.all([
    suggestAt(text, offset, {
      operations: () => operations.all(),
      match: (request) => operations.match(request),
      json: (request, described) => bodies.of(request, described, 'complete'),
      response: async (handle) => {
        const { account } = sessions;
        const owner = account && { accountId: account.id, source: document.uri.toString(), handle };
        const last = owner && named.of(owner);
        // It comes with the library that reads paths.
        return last && (await import('../../../api/response/readResponse')).responseJson(last.response);
      },
    }),
    ids.suggest(document, offset, token),
  ]);
  if (token.isCancellationRequested) {
    return undefined;
  }
  const shown = itemsOf(document, position, [...live, ...items], draft);
  return new vscode.CompletionList(shown, incomplete);
}

/** Adds what is told of an entry once somebody looks at it. */
export async function explainSuggestion(
  { operations }: AssistDeps,
  item: SuggestionItem,
): Promise<SuggestionItem> {
  const documentation = item.subject && (await subjectMarkdown(operations, item.subject));
  if (documentation) {
    item.documentation = documentation;
  }
  return item;
}

async function subjectMarkdown(
  operations: RequestOperations,
  subject: SuggestionSubject,
): Promise<vscode.MarkdownString | undefined> {
  switch (subject.kind) {
    case 'operation': {
      const described = (await operations.all()).details(subject.summary);
      return operationSummaryMarkdown(subject.summary, described?.operation.description);
    }
    case 'parameter': {
      const { parameter, description } = subject;
      return valueMarkdown({ ...parameter, shape: new Shapes(description).of(parameter.schema) });
    }
    case 'field': {
      const { shape, field = '' } = subject.schema;
      return shape && valueMarkdown({ name: field, shape, required: subject.required });
    }
    case 'paths': {
      const markdown = new SafeMarkdown();
      for (const { method, path, summary } of subject.operations.slice(0, 10)) {
        markdown.fact(`${method} ${path}`, summary ?? ' ');
      }
      return markdown.value;
    }
    case 'variable':
    case 'request':
    case 'object':
      return undefined;
  }
}
