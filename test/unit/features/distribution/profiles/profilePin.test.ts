import { strict as assert } from 'node:assert';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { failing } from '../../../api/transport/transportFixture';
import { useProfileCommands } from './profileFixture';

describe('Pin Profile and Unpin Profile', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;

  const pinned = (): DistributionProfile => fixture.put.at(-1) ?? assert.fail('nothing was put');

  it('write whether it is pinned alone, and ask for this profile alone', async () => {
    await fixture.commands.unpin(fixture.row('Harbor Notes Beta'));
    assert.deepEqual(fixture.asked, [
      'PATCH /distribution/v2/profiles/{Harbor Notes Beta} 200',
      'GET /distribution/v2/profiles/{Harbor Notes Beta} 200',
    ]);
    assert.deepEqual(fixture.sandbox.requests()[0]?.bodyFields, ['pinned']);
    assert.equal(pinned().pinned, false);
    await fixture.commands.pin(fixture.row('Harbor Notes Beta'));
    assert.equal(pinned().pinned, true);
    assert.deepEqual(
      editor.progresses.map(({ title }) => title),
      ['Unpinning Harbor Notes Beta…', 'Pinning Harbor Notes Beta…'],
    );
  });

  it('T13: ask for the profile where they are run bare', async () => {
    await fixture.commands.pin(undefined);
    await fixture.commands.unpin(undefined);
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Pin Profile', 'Appcircle: Unpin Profile'],
    );
    assert.deepEqual(fixture.asked, []);
  });

  it('tried again after another account became active, they send nothing: the row is none of its own', async () => {
    const row = fixture.row('Harbor Notes Beta');
    fixture.rows = fixture.rows.filter(({ id }) => id !== row.row.id);
    await fixture.commands.pin(row);
    assert.deepEqual(editor.messages, [
      'Harbor Notes Beta is no longer a distribution profile in this organization.',
    ]);
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('a profile that is gone leaves the view, and that is said', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'PATCH', times: 1 });
    await fixture.commands.pin(fixture.row('Harbor Notes Beta'));
    assert.deepEqual(editor.messages, [
      'Harbor Notes Beta is no longer a distribution profile in this organization.',
    ]);
    assert.deepEqual(fixture.told, ['remove Harbor Notes Beta']);
  });

  it('a viewer is told which role it takes, and nothing is shown that is not so', async () => {
    await fixture.enter('harbor-viewer');
    await failing(fixture.commands.pin(fixture.row('Harbor Notes Beta')), 'forbidden', { role: 'manage' });
    assert.deepEqual(fixture.told, []);
  });

  it('rule 8: an answer for an account that is no longer active is shown to nobody', async () => {
    fixture.sandbox.arm({ kind: 'delay', delayMs: 20, method: 'PATCH' });
    const done = fixture.commands.unpin(fixture.row('Harbor Notes Beta'));
    fixture.switchAccount();
    await done.catch(() => undefined);
    assert.deepEqual(fixture.told, []);
  });
});
