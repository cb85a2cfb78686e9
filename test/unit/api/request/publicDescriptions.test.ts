import { strict as assert } from 'node:assert';
import { readDescription, type ApiDescription } from '../../../../src/api/openapi/description';
import { sampleOf, sampleOfParameter } from '../../../../src/api/openapi/schema/sample';
import { bodySkeleton } from '../../../../src/api/request/write/bodySkeleton';
import { matchOperation } from '../../../../src/api/request/matchOperation';
import { preferredContent } from '../../../../src/api/request/mediaTypes';
import { parseRequests } from '../../../../src/api/request/parse/parse';
import { requestOf, type Inputs } from '../../../../src/api/request/write/requestOf';
import { writeRequest } from '../../../../src/api/request/write/write';
import { briefOrLong } from '../../support/briefOrLong';
import { exampleFiles, gitHub } from '../openapi/examples';
import { resolved, texts } from './documents';

/**
 * Writes, reads and resolves one of so many operations, with what the description gives as samples; tells how many those
 * are.
 */
function roundTrips(description: ApiDescription, step = 1): number {
  const chosen = description.operations.filter((_, nth) => nth % step === 0);
  for (const { key } of chosen) {
    const operation = description.details(key);
    assert.ok(operation);
    const content = preferredContent(operation.body?.content ?? []);
    const inputs: Inputs = {
      values: (parameter) => (parameter.in === 'path' ? 'an id/ü' : undefined),
      samples: (parameter) => JSON.stringify(sampleOfParameter(description, parameter)),
      ...(content && {
        body: bodySkeleton(content, content.example ?? sampleOf(description, content.schema)),
      }),
    };
    const document = parseRequests(writeRequest(operation, { ...inputs, comments: texts }));
    assert.deepEqual(resolved(document), requestOf(operation, inputs), key);
    const [request] = document.requests;
    assert.equal(request && matchOperation(request, description.operations)?.key, key);
  }
  return chosen.length;
}

describe('requests of descriptions that nobody here wrote', function () {
  this.timeout(60_000);

  it("come back the same for GitHub's 1,223 operations", async () => {
    const step = briefOrLong(6, 1);
    assert.equal(roundTrips(await readDescription(gitHub()), step), Math.ceil(1223 / step));
  });

  it('come back the same for each operation of Swagger 2.0, OpenAPI 3.0 and 3.1', async () => {
    let operations = 0;
    // Those in YAML say the same.
    for (const { text } of exampleFiles().filter(({ name }) => name.endsWith('.json'))) {
      operations += roundTrips(await readDescription(text));
    }
    assert.ok(operations > 400, `${operations}`);
  });
});
