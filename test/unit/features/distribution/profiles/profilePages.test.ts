import { strict as assert } from 'node:assert';
import { failing } from '../../../api/transport/transportFixture';
import type { FakeUri } from '../../../extension/fakeUri';
import { settled, until } from '../../../support/until';
import { linesOf, useProfileCommands } from './profileFixture';

describe('Show Profile', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;

  const shown = () =>
    editor.executed.filter(([command]) => command === 'vscode.openWith').map(([, uri]) => uri as FakeUri);
  const textOf = (uri: FakeUri) =>
    editor.contents
      .get('appcircle-overview')
      ?.provideTextDocumentContent(uri as never, {} as never) as string;

  it('opens what the server says now in the preview, groups by their names', async () => {
    const [group] = fixture.sandbox.testingGroups();
    const { id } = fixture.row().row;
    fixture.sandbox.replaceProfiles(
      fixture.sandbox
        .profiles()
        .map((row) =>
          row.id === id ? { ...row, testingGroupIds: [group?.id ?? ''], publisherName: 'Since' } : row,
        ),
    );
    await fixture.commands.show(fixture.row());
    const [uri] = shown();
    assert.ok(uri);
    assert.ok(uri.path.endsWith(`/${id}/Atlas Field Service `));
    const text = linesOf(textOf(uri)).join('\n');
    assert.match(text, /Publisher: Since/);
    assert.match(text, /Auto-send to: Field Testers/);
  });

  it('does without the names where they cannot be had, and does not ask for them in vain', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/distribution/v2/testing-groups' });
    const grouped = fixture.sandbox
      .profiles()
      .find(({ testingGroupIds }) => (testingGroupIds ?? []).length > 0);
    const bare = fixture.sandbox
      .profiles()
      .find(
        ({ testingGroupIds, previewOnDeviceTestingGroupIds }) =>
          !testingGroupIds?.length && !previewOnDeviceTestingGroupIds?.length,
      );
    await fixture.commands.show(fixture.row(grouped?.name));
    assert.ok(
      linesOf(textOf(shown()[0] ?? assert.fail()))
        .join()
        .includes(grouped?.testingGroupIds?.[0] ?? '-'),
    );
    fixture.sandbox.clearRequests();
    await fixture.commands.show(fixture.row(bare?.name));
    assert.ok(!fixture.asked.some((line) => line.includes('testing-groups')));
    assert.equal(shown().length, 2);
  });

  it('fails as the request does, with nothing opened', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 404, path: '/distribution' });
    await failing(fixture.commands.show(fixture.row()), 'notFound');
    assert.deepEqual(shown(), []);
  });

  it('follows what is learned of the profile later, its groups by their names, and says that it is gone', async () => {
    await fixture.commands.show(fixture.row());
    const uri = shown()[0] ?? assert.fail();
    const [group] = fixture.sandbox.testingGroups();
    const { row } = fixture.row();
    const raw = { ...row.raw, name: 'Yonder' };
    fixture.updates.fire({
      id: row.id,
      profile: { ...row, name: 'Yonder', raw, testingGroupIds: [group?.id ?? ''] },
    });
    await until(() => textOf(uri).includes('# Yonder'), 'the page');
    assert.match(linesOf(textOf(uri)).join(), /Field Testers/);
    fixture.updates.fire({ id: row.id, profile: undefined });
    await settled();
    assert.equal(textOf(uri), 'This profile was deleted.');
  });

  it('nothing is asked for a profile that has no page', async () => {
    const { row } = fixture.row();
    fixture.sandbox.clearRequests();
    fixture.updates.fire({ id: row.id, profile: { ...row, testingGroupIds: ['g'] } });
    await settled();
    assert.deepEqual(fixture.asked, []);
  });

  it('rule 8: is forgotten with the account, and not opened for another', async () => {
    await fixture.commands.show(fixture.row());
    const uri = shown()[0] ?? assert.fail();
    await fixture.accountData.retain([fixture.window.account.credentialId]);
    assert.match(textOf(uri), /Atlas/);
    await fixture.accountData.retain([]);
    assert.doesNotMatch(textOf(uri), /Atlas/);
    editor.begun = () => {
      fixture.switchAccount();
    };
    await fixture.commands.show(fixture.row()).catch(() => undefined);
    assert.equal(shown().length, 1);
  });

  it('T13: asks for the profile where it is run bare', async () => {
    await fixture.commands.show(undefined);
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Show Profile'],
    );
  });
});
