import { strict as assert } from 'node:assert';
import type { ProfileCommands } from '../../../../../src/features/distribution/profiles/profileCommands';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import type { FakeUri } from '../../../extension/fakeUri';
import { linesOf, loadedCommands, ProfileFixture } from './profileFixture';

const { module, editor } = loadedCommands();

describe('Show Profile', () => {
  let sandbox: Sandbox;
  let fixture: ProfileFixture;
  let commands: ProfileCommands;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    fixture = new ProfileFixture(sandbox, editor);
    commands = new module.ProfileCommands(fixture.deps);
    await fixture.signIn();
  });
  afterEach(() => {
    commands.dispose();
    fixture.dispose();
  });

  const shown = () =>
    editor.executed
      .filter(([command]) => command === 'markdown.showPreview')
      .map(([, uri]) => uri as FakeUri);
  const textOf = (uri: FakeUri) =>
    editor.contents.get('appcircle-profile')?.provideTextDocumentContent(uri as never, {} as never) as string;

  it('opens what the server says now in the preview, groups by their names', async () => {
    const [group] = sandbox.testingGroups();
    const { id } = fixture.row().row;
    sandbox.replaceProfiles(
      sandbox
        .profiles()
        .map((row) =>
          row.id === id ? { ...row, testingGroupIds: [group?.id ?? ''], publisherName: 'Since' } : row,
        ),
    );
    await commands.show(fixture.row());
    const [uri] = shown();
    assert.ok(uri);
    assert.ok(uri.path.endsWith(`/${id}/Atlas Field Service.md`));
    const text = linesOf(textOf(uri)).join('\n');
    assert.match(text, /Publisher: Since/);
    assert.match(text, /Every new version is sent to: Field Testers/);
  });

  it('does without the names where they cannot be had, and does not ask for them in vain', async () => {
    sandbox.arm({ kind: 'respond', status: 403, path: '/distribution/v2/testing-groups' });
    const grouped = sandbox.profiles().find(({ testingGroupIds }) => (testingGroupIds ?? []).length > 0);
    const bare = sandbox
      .profiles()
      .find(
        ({ testingGroupIds, previewOnDeviceTestingGroupIds }) =>
          !testingGroupIds?.length && !previewOnDeviceTestingGroupIds?.length,
      );
    await commands.show(fixture.row(grouped?.name));
    assert.ok(
      linesOf(textOf(shown()[0] ?? assert.fail()))
        .join()
        .includes(grouped?.testingGroupIds?.[0] ?? '-'),
    );
    sandbox.clearRequests();
    await commands.show(fixture.row(bare?.name));
    assert.ok(!fixture.asked.some((line) => line.includes('testing-groups')));
    assert.equal(shown().length, 2);
  });

  it('fails as the request does, with nothing opened', async () => {
    sandbox.arm({ kind: 'respond', status: 404, path: '/distribution' });
    await failing(commands.show(fixture.row()), 'notFound');
    assert.deepEqual(shown(), []);
  });

  it('rule 8: is forgotten with the account, and not opened for another', async () => {
    await commands.show(fixture.row());
    const uri = shown()[0] ?? assert.fail();
    await fixture.accountData.retain([fixture.window.account.credentialId]);
    assert.match(textOf(uri), /Atlas/);
    await fixture.accountData.retain([]);
    assert.doesNotMatch(textOf(uri), /Atlas/);
    fixture.begun = () => {
      fixture.switchAccount();
    };
    await commands.show(fixture.row()).catch(() => undefined);
    assert.equal(shown().length, 1);
  });

  it('T13: asks for the profile where it is run bare', async () => {
    await commands.show(undefined);
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Show Profile'],
    );
  });
});
