import { strict as assert } from 'node:assert';
import { readDescription, type ApiDescription } from '../../../../../src/api/openapi/description';
import { sampleOf } from '../../../../../src/api/openapi/schema/sample';
import { suggestAt } from '../../../../../src/api/request/assist/suggestAt';
import { preferredContent } from '../../../../../src/api/request/mediaTypes';
import { bodySkeleton } from '../../../../../src/api/request/write/bodySkeleton';
import { writeRequest } from '../../../../../src/api/request/write/write';
import { briefOrLong } from '../../../support/briefOrLong';
import { exampleFiles, gitHub } from '../../openapi/examples';
import { texts } from '../documents';
import { sourcesOf } from './suggestions';

/** Writes a request of every so many operations, and asks what could stand at places all over it. */
async function completions(description: ApiDescription, step: number): Promise<number> {
  const sources = sourcesOf(description);
  let places = 0;
  for (const { key } of description.operations.filter((_, nth) => nth % step === 0)) {
    const operation = description.details(key);
    assert.ok(operation);
    const content = preferredContent(operation.body?.content ?? []);
    const body = content && bodySkeleton(content, content.example ?? sampleOf(description, content.schema));
    const text = writeRequest(operation, { comments: texts, ...(body && { body }) });
    for (
      let at = places % 7;
      at <= text.length && at < 3_000;
      at += Math.max(7, Math.floor(text.length / 12))
    ) {
      for (const { start, end } of (await suggestAt(text, at, sources)).items) {
        assert.ok(start <= at && at <= end, key);
      }
      places++;
    }
  }
  return places;
}

describe('R31: suggestions by descriptions that nobody here wrote', function () {
  this.timeout(120_000);

  it('are made of all examples of Swagger 2.0, OpenAPI 3.0 and 3.1', async () => {
    let places = 0;
    for (const { text } of exampleFiles().filter(({ name }) => name.endsWith('.json'))) {
      places += await completions(await readDescription(text), briefOrLong(9, 3));
    }
    assert.ok(places > briefOrLong(300, 1000), `${places}`);
  });

  it("are made of GitHub's", async () => {
    assert.ok(
      (await completions(await readDescription(gitHub()), briefOrLong(120, 40))) > briefOrLong(70, 200),
    );
  });
});
