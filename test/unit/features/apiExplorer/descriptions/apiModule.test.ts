import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { DescriptionText } from '../../../../../src/features/apiExplorer/descriptions/descriptionTexts';
import { gate } from '../../../support/fakes/secrets';
import { failureOf } from '../../../support/until';
import { descriptionText } from '../operations/listedOperations';

const text = descriptionText({ 'GET /x': {} });

describe('API Explorer: a module', () => {
  it('is read when it is first needed, once for all who wait and who come later', async () => {
    const { promise, release } = gate();
    let reads = 0;
    const module = new ApiModule('id', 'name', 'server', async () => {
      reads++;
      await promise;
      return { text, staleSince: 1000 };
    });
    assert.equal(reads, 0);
    const waiting = [module.load(), module.load()];
    release();
    const [first, second] = await Promise.all(waiting);
    assert.equal(first, second);
    assert.equal(await module.load(), first);
    assert.equal(reads, 1);
    assert.equal(first?.staleSince, 1000);
    assert.deepEqual(
      first.description.operations.map(({ key }) => key),
      ['GET /x'],
    );
  });

  it('R8: that could not be read is read anew, and fails with what went wrong', async () => {
    const answers: (DescriptionText | Failure)[] = [
      new Failure('offline'),
      { text: 'no description', staleSince: undefined },
      { text, staleSince: undefined },
    ];
    const module = new ApiModule('id', 'name', 'server', () => {
      const answer = answers.shift() ?? assert.fail('read too often');
      return answer instanceof Failure ? Promise.reject(answer) : Promise.resolve(answer);
    });
    assert.ok((await failureOf(module.load())) instanceof Failure);
    assert.ok((await failureOf(module.load())) instanceof UnusableDescription);
    assert.equal((await module.load()).description.operations.length, 1);
    await module.load();
  });
});
