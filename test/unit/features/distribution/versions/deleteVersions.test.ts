import { strict as assert } from 'node:assert';
import { listVersions } from '../../../../../src/api/distribution/appVersions';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type * as Deletions from '../../../../../src/features/distribution/versions/deleteVersions';
import { failing } from '../../../api/transport/transportFixture';
import { until } from '../../../support/until';
import { useProfiles } from '../profiles/profileFixture';

const ROUTE = 'distribution/v2/profiles/app-versions';

describe('Delete Versions', () => {
  const fixture = useProfiles(
    'versions/deleteVersions',
    (module, { deps, window }) =>
      (argument: unknown) =>
        (module as typeof Deletions).deleteVersions(
          {
            ...deps,
            versionsOf: ({ id }) => listVersions(window.clientFor(window.account), id),
          },
          argument,
        ),
    5,
  );
  const { editor } = fixture;
  let versions: readonly AppVersion[];

  beforeEach(async () => {
    fixture.sandbox.setMode({ deletion: 'done' });
    const client = fixture.window.clientFor(fixture.window.account);
    // What a server says that describes the route.
    client.describedRoutes.add(ROUTE);
    versions = await listVersions(client, fixture.row().row.id);
    editor.chooses = (rows) => rows.slice(0, 2);
    fixture.sandbox.clearRequests();
  });
  const left = () => fixture.sandbox.versions(fixture.row().row.id).length;

  it('R54: one question says how many, which, that the newest is among them, and what is lost', async () => {
    editor.presses = 'Delete';
    const before = left();
    await fixture.commands(fixture.row());
    assert.equal(editor.messages[0], 'Delete 2 versions of Atlas Field Service for everyone?');
    assert.match(editor.details[0] ?? '', /The newest version is among them: .*This cannot be undone\.$/s);
    assert.equal(editor.lists[0]?.options.canPickMany, true);
    assert.equal(left(), before - 2);
    assert.deepEqual(editor.statusBar, ['Deleted 2 versions of Atlas Field Service.']);
    await until(() => fixture.told.length > 0);
  });

  it('T5: nothing comes of Esc at either question', async () => {
    const before = left();
    await fixture.commands(fixture.row());
    editor.chooses = () => undefined;
    await fixture.commands(fixture.row());
    assert.deepEqual([left(), editor.messages.length], [before, 1]);
  });

  it('R54: where some fail it says which are left, and why; where none was deleted it fails', async () => {
    editor.presses = 'Delete';
    const [, second] = versions;
    fixture.sandbox.arm({
      kind: 'respond',
      status: 500,
      method: 'DELETE',
      path: `/**/${second?.id ?? ''}`,
      times: 1,
    });
    await fixture.commands(fixture.row());
    assert.match(
      editor.messages.at(-1) ?? '',
      /^Deleted 1 version of Atlas Field Service\. Not deleted: .* has a server error \(500\)/,
    );
    fixture.sandbox.arm({ kind: 'respond', status: 403, method: 'DELETE', times: 1 });
    await failing(fixture.commands(fixture.row()), 'forbidden', { role: 'operate' });
  });

  it('what the server does not describe is not offered: why, and the dashboard', async () => {
    fixture.window.clientFor(fixture.window.account).describedRoutes.clear();
    editor.presses = 'Open in Dashboard';
    const before = left();
    await fixture.commands(fixture.row());
    assert.match(editor.messages[0] ?? '', /does not say that versions can be deleted/);
    assert.ok(editor.executed.some(([command]) => command === 'appcircle.openProfileInDashboard'));
    assert.deepEqual([left(), editor.lists], [before, []]);
  });
});
