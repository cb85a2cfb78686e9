import { valueLabels } from '../../../../../src/api/openapi/labels/labelsOf';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDescription, type ApiDescription } from '../../../../../src/api/openapi/description';
import { bodySchema } from '../../../../../src/api/openapi/schema/bodySchema';
import { OperationList } from '../../../../../src/api/request/assist/operationList';
import { suggestAt, type SuggestionSources } from '../../../../../src/api/request/assist/suggestAt';
import type { RequestSuggestion, Suggestions } from '../../../../../src/api/request/assist/suggestion';
import { JsonBody } from '../../../../../src/api/request/json/jsonBody';
import { matchOperation } from '../../../../../src/api/request/matchOperation';
import { preferredContent } from '../../../../../src/api/request/mediaTypes';

/** What is known of Appcircle's API, as the extension ships it. */
export function appcircle(): Promise<ApiDescription> {
  const file = path.resolve(__dirname, '../../../../../src/api/appcircle.openapi.yaml');
  return readDescription(readFileSync(file, 'utf8'));
}

/** Suggestions by these descriptions alone. */
export function sourcesOf(...descriptions: readonly ApiDescription[]): SuggestionSources {
  const list = new OperationList(descriptions);
  return {
    operations: () => Promise.resolve(list),
    match: ({ method, segments, query }) => {
      const found = method && matchOperation({ method, segments, query }, list.summaries);
      return Promise.resolve(found && list.details(found));
    },
    json: (_draft, described) => {
      const content = described?.operation.body && preferredContent(described.operation.body.content);
      return Promise.resolve(
        new JsonBody(
          described &&
            content &&
            bodySchema(described.description, content.schema, { purpose: 'complete', labels: valueLabels }),
        ),
      );
    },
  };
}

/** The suggestions at the mark `|`. */
export function suggestAtMark(marked: string, sources: SuggestionSources): Promise<Suggestions> {
  const at = marked.indexOf('|');
  return suggestAt(marked.slice(0, at) + marked.slice(at + 1), at, sources);
}

/** In the order in which they are shown while nothing is typed. */
export function ordered({ items }: Suggestions): readonly RequestSuggestion[] {
  return [...items].sort((one, other) => one.rank - other.rank);
}

/** A snippet as it is written before anybody types into it. */
export function plain(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length; at++) {
    const stop = /^\$(?:\d+|\{\d+:((?:[^\\}]|\\.)*)\})/.exec(snippet.slice(at));
    if (stop) {
      text += (stop[1] ?? '').replace(/\\([\\$}])/g, '$1');
      at += stop[0].length - 1;
    } else if (snippet[at] === '\\' && /[\\$}]/.test(snippet[at + 1] ?? '')) {
      text += snippet[++at] ?? '';
    } else {
      text += snippet[at] ?? '';
    }
  }
  return text;
}
