import { strict as assert } from 'node:assert';
import type { AndroidApp, AppFacts, AppReading, EmbeddedProfile, IosApp } from '../../../../src/api/apps/app';
import { checkApp } from '../../../../src/api/apps/checks/checkApp';
import type { AppDestination } from '../../../../src/api/apps/checks/destination';

const DAY = 24 * 3600 * 1000;
const now = Date.UTC(2026, 10, 30);

const profile: EmbeddedProfile = {
  type: 'adHoc',
  name: 'Ad Hoc',
  endsAt: now + 200 * DAY,
  devices: 2,
  team: undefined,
  appId: undefined,
  certificate: { name: 'Apple Distribution', endsAt: now + 300 * DAY },
};
const ios: IosApp = {
  format: 'ipa',
  platform: 'ios',
  id: 'com.harborlabs.notes',
  name: 'Harbor Notes',
  version: '2.4.0',
  build: '318',
  minimumSystem: '15.0',
  profile,
  usesNonExemptEncryption: undefined,
};
const android: AndroidApp = {
  format: 'apk',
  platform: 'android',
  id: 'com.harborlabs.notes',
  name: 'Harbor Notes',
  version: '2.4.0',
  build: '318',
  minSdk: '24',
  targetSdk: '35',
  isDebuggable: false,
  isTestOnly: false,
  signatures: ['v2'],
};

const findings = (reading: AppReading, destination: AppDestination, fileName: string) =>
  checkApp(reading, { fileName, destination, now });
const check = (
  app: AppFacts,
  destination: AppDestination = { kind: 'distribution' },
  fileName = `app.${app.format}`,
) => findings({ kind: 'app', app }, destination, fileName);
const warned = (app: AppFacts, destination?: AppDestination) => check(app, destination).warnings;
const withProfile = (changed: Partial<EmbeddedProfile>): IosApp => ({
  ...ios,
  profile: { ...profile, ...changed },
});

describe('what speaks against sending an app', () => {
  it('nothing does against a good one; for how many devices it is, is a note', () => {
    assert.deepEqual(check(ios), { impossible: [], warnings: [], notes: [{ kind: 'devices', devices: 2 }] });
    assert.deepEqual(check(android), { impossible: [], warnings: [], notes: [] });
    assert.deepEqual(check({ ...android, format: 'aab' }).impossible, []);
  });

  it('for how many devices it is, is not told where no device can install it, or a store is to take it', () => {
    assert.deepEqual(check(withProfile({ endsAt: now })).notes, []);
    assert.deepEqual(check(ios, { kind: 'publish' }).notes, []);
    assert.equal(check(ios, { kind: 'store' }).notes.length, 1);
  });

  it('what is no app, and what is called like another kind, is impossible', () => {
    assert.deepEqual(findings({ kind: 'noApp' }, { kind: 'distribution' }, 'app.ipa').impossible, [
      { kind: 'noApp' },
    ]);
    assert.deepEqual(check(android, { kind: 'distribution' }, 'renamed.ipa').impossible, [
      { kind: 'wrongExtension', format: 'apk' },
    ]);
    assert.deepEqual(check(ios, { kind: 'distribution' }, 'App.IPA').impossible, []);
  });

  it('what cannot be read may be an app all the same', () => {
    assert.deepEqual(findings({ kind: 'unread', reason: 'encrypted' }, { kind: 'distribution' }, 'app.ipa'), {
      impossible: [],
      warnings: [{ kind: 'unread', reason: 'encrypted' }],
      notes: [],
    });
  });

  it('an app of another platform, and a bundle where nobody makes an .apk of it, are impossible', () => {
    const to = (kind: AppDestination['kind'], platform?: 'ios' | 'android') => ({ kind, platform });
    assert.deepEqual(check(ios, to('publish', 'android')).impossible, [
      { kind: 'wrongPlatform', platform: 'ios' },
    ]);
    assert.deepEqual(check(android, to('publish', 'android')).impossible, []);
    const bundle: AndroidApp = { ...android, format: 'aab' };
    assert.deepEqual(check(bundle, to('store')).impossible, [{ kind: 'bundle' }]);
    assert.deepEqual(check(bundle, to('publish', 'android')).impossible, []);
  });

  it('R52: a profile or certificate that has ended, or ends within 30, 15, 7, 3 days or one, is told', () => {
    const endsIn = (days: number) => warned(withProfile({ endsAt: now + days * DAY }));
    assert.deepEqual(endsIn(-1), [{ kind: 'profileEnded', endsAt: now - DAY }]);
    assert.deepEqual(endsIn(0), [{ kind: 'profileEnded', endsAt: now }]);
    for (const [days, within] of [
      [0.5, 1],
      [1, 1],
      [2, 3],
      [3, 3],
      [5, 7],
      [8, 15],
      [15.5, 30],
      [30, 30],
    ] as const) {
      assert.deepEqual(endsIn(days), [{ kind: 'profileEnds', endsAt: now + days * DAY, within }]);
    }
    assert.deepEqual(endsIn(30.1), []);
    const certificate = { name: undefined, endsAt: now - 1 };
    assert.deepEqual(warned(withProfile({ certificate })), [{ kind: 'certificateEnded', endsAt: now - 1 }]);
    const soon = { name: undefined, endsAt: now + 1 };
    assert.deepEqual(warned(withProfile({ certificate: soon })), [
      { kind: 'certificateEnds', endsAt: now + 1, within: 1 },
    ]);
  });

  it('a profile with which nobody can install it from there is told', () => {
    const typeWarning = (type: EmbeddedProfile['type'], kind: AppDestination['kind'], devices?: number) =>
      warned(withProfile({ type, devices }), { kind }).map((warning) => warning.kind);
    for (const kind of ['distribution', 'store'] as const) {
      assert.deepEqual(typeWarning('development', kind, 3), ['profileType']);
      assert.deepEqual(typeWarning('appStore', kind), ['profileType']);
      assert.deepEqual(typeWarning('adHoc', kind, 3), []);
      assert.deepEqual(typeWarning('enterprise', kind), []);
    }
    assert.deepEqual(typeWarning('appStore', 'publish'), []);
    assert.deepEqual(typeWarning('adHoc', 'publish'), ['profileType']);
  });

  it('an app without a profile, and one whose profile cannot be read, are told', () => {
    assert.deepEqual(warned({ ...ios, profile: undefined }), [{ kind: 'noProfile' }]);
    assert.deepEqual(warned({ ...ios, profile: 'unreadable' }), [{ kind: 'profileUnreadable' }]);
  });

  it('an app of Android that is unsigned, for tests only, or can be debugged is told', () => {
    assert.deepEqual(warned({ ...android, signatures: [], isTestOnly: true, isDebuggable: true }), [
      { kind: 'unsigned' },
      { kind: 'testOnly' },
      { kind: 'debuggable' },
    ]);
  });

  it('R57: a version and build that is there already is told, with the one that is there', () => {
    const there = {
      version: '2.4.0',
      code: '318',
      platform: 'ios',
      fileName: 'a.ipa',
      createdAt: now,
    } as const;
    const to = (...versions: NonNullable<AppDestination['versions']>): AppDestination => ({
      kind: 'distribution',
      versions,
    });
    assert.deepEqual(warned(ios, to({ ...there, code: '317' }, there, { ...there, fileName: 'older.ipa' })), [
      { kind: 'alreadyThere', version: there },
    ]);
    assert.deepEqual(warned(ios, to({ ...there, platform: 'android' })), []);
    assert.deepEqual(warned(ios, to({ ...there, bundleId: 'com.other', platform: 'unknown' })), []);
    assert.deepEqual(warned({ ...ios, version: undefined }, to({ version: undefined, code: '318' })), []);
  });

  it('another id than the one that is required, or than all versions there have, is told', () => {
    const required = { kind: 'distribution', requiredIds: { ios: 'com.required' } } as const;
    assert.deepEqual(warned(ios, required), [
      { kind: 'otherId', id: 'com.harborlabs.notes', expected: 'com.required', isRequired: true },
    ]);
    assert.deepEqual(warned(android, required), []);
    const version = (bundleId: string, platform: 'ios' | 'android' = 'ios') => ({ bundleId, platform });
    const to = (...versions: NonNullable<AppDestination['versions']>): AppDestination => ({
      kind: 'distribution',
      versions,
    });
    assert.deepEqual(warned(ios, to(version('com.a'), version('com.a'), version('com.b', 'android'))), [
      { kind: 'otherId', id: 'com.harborlabs.notes', expected: 'com.a', isRequired: false },
    ]);
    assert.deepEqual(warned(ios, to(version('com.a'), version('com.b'))), []);
    assert.deepEqual(warned({ ...ios, id: undefined }, required), []);
  });
});
