import { strict as assert } from 'node:assert';
import { canDeleteVersions, deleteVersion } from '../../../../src/api/distribution/deleteVersion';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('deleting a version', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  const described = (...paths: string[]) =>
    json(200, {
      openapi: '3.0.0',
      info: { title: 'Distribution', version: '1' },
      paths: Object.fromEntries(paths.map((one) => [one, { get: {}, delete: {} }])),
    });

  it('is possible where the server itself describes it, and nowhere else', async () => {
    assert.equal(await canDeleteVersions(fixture.client), false);
    const all = '/distribution/v2/profiles/{profileId}';
    raw.answer(described(all, `${all}/app-versions/{versionId}`));
    const { client } = clientOf(raw.origin);
    assert.equal(await canDeleteVersions(client), true);
    raw.answer(described(all));
    // It said so once.
    assert.equal(await canDeleteVersions(client), true);
    assert.equal(await canDeleteVersions(clientOf(raw.origin).client), false);
  });

  it('is for operators, too', async () => {
    const [version] = fixture.sandbox.versions(fixture.profileId);
    const viewer = await fixture.as('harbor-viewer');
    await failing(deleteVersion(viewer, fixture.profileId, version?.id ?? ''), 'forbidden', {
      role: 'operate',
    });
    await deleteVersion(await fixture.as('harbor-ci'), fixture.profileId, version?.id ?? '');
    assert.ok(!fixture.sandbox.versions(fixture.profileId).some(({ id }) => id === version?.id));
  });
});
