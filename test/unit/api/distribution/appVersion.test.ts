import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodeVersion } from '../../../../src/api/distribution/appVersion';
import type { VersionField } from '../../../../src/api/distribution/versionField';
import { JsonObject } from '../../../../src/api/decode';

const july = Date.parse('2026-07-20T00:00:00Z');
const version = (row: Record<string, unknown>, now = july) => {
  const known = JsonObject.of<VersionField>(row);
  return known && decodeVersion(known, now);
};
const decoded = (row: Record<string, unknown>) => {
  const read = version({ id: 'v', ...row });
  assert.ok(read);
  return read;
};

describe('app version', () => {
  it('R21: of a row that is nothing but an id', () => {
    const raw = { id: 'v' };
    assert.deepEqual(JSON.parse(JSON.stringify(version(raw))), {
      id: 'v',
      platform: 'unknown',
      isExpired: false,
      sharing: { isShared: false, testers: [] },
      origin: {},
      signing: { devices: [], entitlements: [] },
      raw,
    });
    assert.equal(version({ name: 'no id' }), undefined);
  });

  it('R21: of a full row', () => {
    const raw = {
      id: 'v',
      profileId: 'p',
      name: 'Harbor Notes',
      uniqueName: 'dev.example.harbor',
      version: '2.4.0',
      versionCode: '118',
      platformType: 1,
      fileType: 1,
      fileName: 'HarborNotes.ipa',
      fileSize: 48_211_034,
      message: 'Fixes\nthe banner',
      customTag: 'rc',
      createDate: '2026-07-18T12:39:57.120Z',
      updateDate: '2026-07-19T00:00:00Z',
      expirationDate: '2027-03-01T00:00:00Z',
      expired: false,
      lastSharedDate: '2026-07-18T13:00:00Z',
      downloadCount: 3,
      appVersionTestings: [
        { id: 't', tester: 'a@b.co', status: 6, sendingDate: '2026-07-18T13:00:00Z', updateDate: null },
      ],
      buildId: '8c1f2f64-0d54-4d8e-8d0b-aaaa0000bbbb',
      buildProfileId: 'b1f2f640-0d54-4d8e-8d0b-aaaa0000bbbb',
      commitHash: 'abc',
      commitMessage: 'Keep\n\nthe draft',
      commitAuthor: 'Deniz',
      branchName: 'main',
      targetBranch: null,
      gitTag: 'v2',
      workflowName: 'Nightly',
      configName: 'Default',
      triggerType: 2,
      provisionProfileType: 1,
      provisionedDevices: ['d1', 7],
      signedCertName: 'Apple Distribution',
      entitlements: [{ name: 'get-task-allow', value: false }, { name: 'bare' }, { value: 'no name' }, null],
      resignedFromAppVersion: '2.3.0',
    };
    assert.deepEqual(version(raw), {
      id: 'v',
      name: 'Harbor Notes',
      bundleId: 'dev.example.harbor',
      version: '2.4.0',
      code: '118',
      platform: 'ios',
      fileType: 'ipa',
      fileName: 'HarborNotes.ipa',
      fileSize: 48_211_034,
      createdAt: Date.parse('2026-07-18T12:39:57.120Z'),
      updatedAt: Date.parse('2026-07-19T00:00:00Z'),
      expiresAt: Date.parse('2027-03-01T00:00:00Z'),
      isExpired: false,
      sharing: {
        isShared: true,
        lastSharedAt: Date.parse('2026-07-18T13:00:00Z'),
        testers: [
          {
            id: 't',
            tester: 'a@b.co',
            status: 'downloaded',
            sentAt: Date.parse('2026-07-18T13:00:00Z'),
            updatedAt: undefined,
          },
        ],
      },
      downloads: 3,
      releaseNotes: 'Fixes\nthe banner',
      customTag: 'rc',
      origin: {
        buildId: '8c1f2f64-0d54-4d8e-8d0b-aaaa0000bbbb',
        buildProfileId: 'b1f2f640-0d54-4d8e-8d0b-aaaa0000bbbb',
        commitHash: 'abc',
        commitMessage: 'Keep\n\nthe draft',
        commitAuthor: 'Deniz',
        branch: 'main',
        targetBranch: undefined,
        tag: 'v2',
        workflow: 'Nightly',
        configuration: 'Default',
        trigger: 'tag',
      },
      signing: {
        certificate: 'Apple Distribution',
        provisioning: 'adHoc',
        devices: ['d1'],
        entitlements: [
          { name: 'get-task-allow', value: 'false' },
          { name: 'bare', value: undefined },
        ],
        resignedFrom: '2.3.0',
      },
      raw,
    });
  });

  it('R21: date and size have either of two names', () => {
    const date = '2026-01-01T00:00:00Z';
    for (const row of [
      { createDate: date, fileSize: 7 },
      { createdAt: date, size: 7 },
      { createDate: null, createdAt: date, fileSize: null, size: 7 },
      { createDate: 'some day', createdAt: date, fileSize: '7', size: 7 },
    ]) {
      assert.deepEqual([decoded(row).createdAt, decoded(row).fileSize], [Date.parse(date), 7]);
    }
  });

  it('R21: a number of a build is a text, whatever it came as', () => {
    assert.deepEqual([decoded({ versionCode: 118 }).code, decoded({ version: 2 }).version], ['118', '2']);
  });

  it('tells the platform by its number, else by the type of file, else by its name', () => {
    for (const [row, platform, fileType] of [
      [{ platformType: 1 }, 'ios', undefined],
      [{ platformType: 2, fileType: 3 }, 'android', 'aab'],
      [{ platformType: 0, fileType: 1 }, 'ios', 'ipa'],
      [{ platformType: 9, fileType: 2 }, 'android', 'apk'],
      [{ fileType: 4 }, 'ios', 'xcarchive'],
      [{ fileName: 'App.AAB' }, 'android', 'aab'],
      [{ platformType: 77, fileType: 88, fileName: 'app.zip' }, 'unknown', undefined],
    ] as const) {
      assert.deepEqual([decoded(row).platform, decoded(row).fileType], [platform, fileType]);
    }
  });

  it('is expired by the server’s word, or by its date', () => {
    const row = { id: 'v', expirationDate: '2026-07-20T00:00:00Z' };
    assert.equal(version(row, july - 1)?.isExpired, false);
    assert.equal(version(row, july)?.isExpired, true);
    assert.equal(version({ id: 'v', expired: true })?.isExpired, true);
  });

  it('names every status, and has one word for those that nobody documented', () => {
    const testings = [0, 1, 2, 3, 4, 5, 6, 7, 8, -1, 1.5, null].map((status) => ({ status }));
    assert.deepEqual(
      decoded({ appVersionTestings: testings }).sharing.testers.map(({ status }) => status),
      [
        'none',
        'pending',
        'clicked',
        'notEnrolled',
        'notLoggedIn',
        'loggedIn',
        'downloaded',
        'sendingFailed',
        'other',
        'other',
        'other',
        undefined,
      ],
    );
  });

  it('R21, R23: a tester may be an object, rows of testers that are none are left out, ids are unique', () => {
    const { testers } = decoded({
      appVersionTestings: [
        { id: 'a', tester: { email: 'a@b.co', name: 'Ann' } },
        { id: 'a', tester: 'twice@b.co' },
        { id: 'b', tester: { id: 5 } },
        null,
        'x',
        { tester: 'no-id@b.co' },
        { tester: 'no-id2@b.co' },
      ],
    }).sharing;
    assert.deepEqual(
      testers.map(({ tester }) => tester),
      ['a@b.co', undefined, 'no-id@b.co', 'no-id2@b.co'],
    );
    assert.equal(new Set(testers.map(({ id }) => id)).size, 4);
  });

  it('has no build where the id of it is the zero GUID, and then no trigger either', () => {
    const { origin } = decoded({ buildId: '00000000-0000-0000-0000-000000000000', triggerType: 0 });
    assert.deepEqual([origin.buildId, origin.trigger], [undefined, undefined]);
    assert.equal(decoded({ buildId: 'b', triggerType: 0 }).origin.trigger, 'user');
    assert.equal(decoded({ buildId: 'b', triggerType: 44 }).origin.trigger, 'other');
    assert.equal(decoded({ provisionProfileType: 24 }).signing.provisioning, 'other');
  });

  it('R21: whatever fields a row has, and of whatever type, it decodes', () => {
    const names = Object.keys(decoded({}).raw).concat(
      ...['name', 'platformType', 'fileType', 'fileSize', 'createDate', 'appVersionTestings', 'entitlements'],
      ...['buildId', 'expirationDate', 'provisionedDevices', 'triggerType', 'versionCode', '__proto__'],
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (fields) => {
        assert.equal(version({ ...fields, id: 'v' })?.id, 'v');
      }),
    );
  });
});
