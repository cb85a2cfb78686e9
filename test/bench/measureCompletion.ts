/** Completion by a large description: at each key of requests that somebody types, with what is loaded on the way. */
import { valueLabels } from '../../src/api/openapi/labels/labelsOf';
import { readFile } from 'node:fs/promises';
import { readDescription } from '../../src/api/openapi/description';
import { bodySchema } from '../../src/api/openapi/schema/bodySchema';
import { OperationList } from '../../src/api/request/assist/operationList';
import { suggestAt, type SuggestionSources } from '../../src/api/request/assist/suggestAt';
import { JsonBody } from '../../src/api/request/json/jsonBody';
import { matchOperation } from '../../src/api/request/matchOperation';
import { preferredContent } from '../../src/api/request/mediaTypes';
import { timed, type Measured } from './measured';

/** What is typed, key by key, the list asked for at each. */
const typed = [
  'list issues repository',
  'POST create check run',
  'GET {{host}}/repos/octo/hello/issues?state=open&sort=created',
  'GET {{host}}/orgs/octo/teams/core/repos',
  'POST {{host}}/repos/octo/hello/issues\nContent-Type: application/json\n\n{ "title": "x", "labels": ["a"], "body": "y" }',
  'PATCH {{host}}/repos/octo/hello\nContent-Type: application/json\n\n{ "visibility": "private", "security_and_analysis": { "secret_scanning": { "status": "enabled" } } }',
  'POST {{host}}/repos/octo/hello/check-runs\nContent-Type: application/json\n\n{ "name": "x", "output": { "title": "t", "annotations": [{ "path": "p" }] } }',
];

/** `first`: the very first list, nothing prepared. `p95` and `slowest`: of all that follow, and how many those are. */
export async function completion(file: string): Promise<Measured> {
  const description = await readDescription(await readFile(file, 'utf8'));
  const sources = sourcesOf(new OperationList([description]));
  const [, first] = await timed(() => suggestAt('', 0, sources));
  const times: number[] = [];
  for (const text of typed) {
    for (let end = 1; end <= text.length; end++) {
      times.push((await timed(() => suggestAt(text.slice(0, end), end, sources)))[1]);
    }
  }
  times.sort((a, b) => a - b);
  return {
    first,
    middle: times[Math.floor(times.length / 2)] ?? NaN,
    p95: times[Math.floor(times.length * 0.95)] ?? NaN,
    slowest: times.at(-1) ?? NaN,
    lists: times.length,
  };
}

/** As the editor's provider has them: the JSON of a body is known once for each schema. */
function sourcesOf(list: OperationList): SuggestionSources {
  const bodies = new Map<unknown, JsonBody>();
  return {
    operations: () => Promise.resolve(list),
    match: ({ method, segments, query }) => {
      const found = method && matchOperation({ method, segments, query }, list.summaries);
      return Promise.resolve(found && list.details(found));
    },
    json: (_, described) => {
      const content = described?.operation.body && preferredContent(described.operation.body.content);
      if (!described || !content) {
        return Promise.resolve(undefined);
      }
      const known =
        bodies.get(content.schema) ??
        new JsonBody(
          bodySchema(described.description, content.schema, { purpose: 'complete', labels: valueLabels }),
        );
      bodies.set(content.schema, known);
      return Promise.resolve(known);
    },
  };
}
