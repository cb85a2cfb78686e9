import { strict as assert } from 'node:assert';
import { Command } from '../../../../src/contributions';
import { FakeUri } from '../../extension/fakeUri';
import { useFind } from './find/findFixture';

describe('Upload Version as another view runs it', () => {
  const fixture = useFind();

  it('R51: is given the file with its notes as it is, and gives whether that was uploaded', async () => {
    for (const isUploaded of [true, false]) {
      const given: unknown[] = [];
      const upload = (argument: unknown) => {
        given.push(argument);
        return Promise.resolve(isUploaded);
      };
      Object.assign(fixture.workspace, { uploads: () => Promise.resolve({ upload }) });
      const argument = { uri: FakeUri.file('/tmp/app.ipa'), proposedNotes: '- Faster' };
      assert.equal(await fixture.workspace.run(Command.uploadVersion, argument, undefined), isUploaded);
      assert.deepEqual(given, [argument]);
    }
  });
});
