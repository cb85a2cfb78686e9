import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type * as vscode from 'vscode';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import type * as ProfileItems from '../../../../../src/features/distribution/tree/profileItem';
import type { VersionRow } from '../../../../../src/features/distribution/versions/versionNodes';
import type * as VersionItems from '../../../../../src/features/distribution/versions/versionItems';
import { shownItem } from '../../../../../src/ui/lists/shownItem';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, now, profile, shown, version } from './versionFixture';

const evil = 'a\u202eb\nc $(zap)';
const visible = 'a‹U+202E›b‹U+000A›c $(zap)';

describe('rows of profiles and of what is below them', () => {
  const editor = useEditor('features/distribution/versions/versionItems') as EditorWith<typeof VersionItems>;
  const { profileItem } = editor.load('features/distribution/tree/profileItem') as typeof ProfileItems;
  let clock: sinon.SinonFakeTimers;
  before(() => {
    clock = sinon.useFakeTimers({ now, toFake: ['Date'] });
  });
  after(() => {
    clock.restore();
  });

  const item = (row: Record<string, unknown>) =>
    editor.module.versionItem(
      { id: 'id', ...row } as unknown as VersionRow,
      (editor.api as typeof vscode).Uri.file('/extension'),
    );
  const ofVersion = (more: Record<string, unknown> = {}) => item({ kind: 'version', version: version(more) });
  const ofTester = (more: Record<string, unknown>) => item({ kind: 'tester', sharing: { id: 's', ...more } });

  const ofProfile = (more: Partial<DistributionProfile>) => {
    const api = editor.api as typeof vscode;
    return profileItem({ ...profile, pinned: false, ...more }, api.Uri.file('/extension'));
  };

  it('a profile: what it has, and whether it is pinned, is told by shape and in words', () => {
    const versions = {
      none: {},
      ios: { ios: '2.4.0' },
      android: { android: '2.4.1' },
      both: { ios: '2.4.0', android: '2.4.1' },
    };
    const said = {
      none: 'No versions yet',
      ios: 'iOS 2.4.0',
      android: 'Android 2.4.1',
      both: 'iOS 2.4.0 · Android 2.4.1',
    };
    for (const kind of ['none', 'ios', 'android', 'both'] as const) {
      const spoken = `Field Reports, ${said[kind].replace(' · ', ', ')}`;
      const expected = { label: 'Field Reports', description: said[kind], opens: 'closed' };
      assert.deepEqual(shown(ofProfile({ versions: versions[kind] })), {
        ...expected,
        icon: `${kind}.svg`,
        contextValue: 'profile unpinned',
        name: spoken,
      });
      assert.deepEqual(shown(ofProfile({ versions: versions[kind], pinned: true })), {
        ...expected,
        icon: `${kind}-pinned.svg`,
        contextValue: 'profile pinned',
        name: `${spoken}, pinned`,
      });
    }
  });

  it('a platform: how many versions it has', () => {
    const ofPlatform = (platform: string, count: number) =>
      shown(item({ kind: 'platform', platform, versions: Array.from({ length: count }, () => version()) }));
    const looks = { opens: 'open' };
    assert.deepEqual(ofPlatform('ios', 3), {
      ...looks,
      icon: 'ios.svg',
      label: 'iOS',
      description: '3',
      name: 'iOS, 3 versions',
    });
    assert.deepEqual(ofPlatform('android', 1), {
      ...looks,
      icon: 'android.svg',
      label: 'Android',
      description: '1',
      name: 'Android, 1 version',
    });
    assert.deepEqual(ofPlatform('unknown', 2), {
      ...looks,
      icon: 'device-mobile',
      label: 'Other',
      description: '2',
      name: 'Other, 2 versions',
    });
  });

  it('a version: as it came', () => {
    assert.deepEqual(shown(ofVersion()), {
      label: '2.4.0 (318)',
      description: '2 days ago · not shared · IPA · 12.3 MB',
      icon: 'package',
      contextValue: 'version unshared',
      command: 'appcircle.showVersion',
      opens: 'no',
      name: '2.4.0 (318), 2 days ago, not shared, IPA, 12.3 MB',
    });
  });

  it('a version that was sent to somebody opens, and says how often it was downloaded', () => {
    const sent = { appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 6 }], downloadCount: 1 };
    assert.deepEqual(shown(ofVersion(sent)), {
      label: '2.4.0 (318)',
      description: '2 days ago · shared · IPA · 12.3 MB · 1 download',
      icon: 'broadcast',
      contextValue: 'version shared',
      command: 'appcircle.showVersion',
      opens: 'closed',
      name: '2.4.0 (318), 2 days ago, shared, IPA, 12.3 MB, 1 download',
    });
  });

  it('a version that will soon expire, and one that has: said first, and another shape', () => {
    const soon = ofVersion({ expirationDate: daysAgo(-3) });
    assert.deepEqual(shown(soon), {
      label: '2.4.0 (318)',
      description: 'expires in 3 days · 2 days ago · not shared · IPA · 12.3 MB',
      icon: 'warning',
      contextValue: 'version unshared',
      command: 'appcircle.showVersion',
      opens: 'no',
      name: '2.4.0 (318), expires in 3 days, 2 days ago, not shared, IPA, 12.3 MB',
    });
    assert.deepEqual(shown(ofVersion({ expired: true })), {
      label: '2.4.0 (318)',
      description: 'expired · 2 days ago · not shared · IPA · 12.3 MB',
      icon: 'circle-slash',
      contextValue: 'version unshared',
      command: 'appcircle.showVersion',
      opens: 'no',
      name: '2.4.0 (318), expired, 2 days ago, not shared, IPA, 12.3 MB',
    });
  });

  it('a version that expired since it was read is shown as one that did', () => {
    const known = version({ expirationDate: daysAgo(-1) });
    clock.tick(2 * 24 * 3600 * 1000);
    const late = shown(item({ kind: 'version', version: known })) as Record<string, string>;
    clock.setSystemTime(now);
    assert.equal(late['icon'], 'circle-slash');
    assert.match(late['description'] ?? '', /^expired · /);
  });

  it('a version of which little is known', () => {
    const bare = { version: null, versionCode: null, fileType: 0, fileSize: null, createDate: null };
    assert.deepEqual(shown(ofVersion({ ...bare, platformType: 0 })), {
      label: 'v',
      description: 'not shared',
      icon: 'package',
      contextValue: 'version unshared',
      command: 'appcircle.showVersion',
      opens: 'no',
      name: 'v, not shared',
    });
  });

  it('a tester: how far they came, before their address', () => {
    const user = { contextValue: 'tester', opens: 'no' };
    assert.deepEqual(shown(ofTester({ tester: 'a@b.example', status: 'downloaded' })), {
      ...user,
      label: 'Downloaded · a@b.example',
      icon: 'pass',
      name: 'Downloaded, a@b.example',
    });
    assert.deepEqual(shown(ofTester({ tester: 'a@b.example', status: 'sendingFailed' })), {
      ...user,
      label: 'Sending failed · a@b.example',
      icon: 'warning',
      name: 'Sending failed, a@b.example',
    });
    assert.deepEqual(shown(ofTester({})), {
      ...user,
      label: 'Unknown tester',
      icon: 'person',
      name: 'Unknown tester',
    });
    assert.equal(ofTester({ tester: 'a@b.example' }).label, 'a@b.example');
    assert.equal(ofTester({ status: 'clicked' }).accessibilityInformation?.label, 'Opened, Unknown tester');
  });

  it('each state of a version and of a tester has a shape of its own, and a color that says the same', () => {
    const looks = ({ iconPath }: vscode.TreeItem) => {
      const { id, color } = iconPath as vscode.ThemeIcon;
      return [id, color?.id];
    };
    const sent = { appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 6 }] };
    assert.deepEqual(looks(ofVersion()), ['package', undefined]);
    assert.deepEqual(looks(ofVersion(sent)), ['broadcast', 'appcircle.shared']);
    assert.deepEqual(looks(ofVersion({ ...sent, expired: true })), ['circle-slash', 'appcircle.inactive']);
    const statuses = ['pending', 'clicked', 'notEnrolled', 'downloaded', 'sendingFailed', 'other'];
    assert.deepEqual(
      statuses.map((status) => looks(ofTester({ tester: 'a', status }))),
      [
        ['mail', 'appcircle.inactive'],
        ['eye', undefined],
        ['lock', undefined],
        ['pass', 'appcircle.shared'],
        ['warning', 'appcircle.warning'],
        ['person', undefined],
      ],
    );
  });

  it('a version: what is known of it is told at rest, a line each, with what it is', () => {
    const sent = { appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 6 }], downloadCount: 1 };
    assert.match(
      ofVersion({ ...sent, expirationDate: daysAgo(-3) }).tooltip as string,
      /^Version: 2\.4\.0 \(318\)\nPlatform: iOS\nState: expires in 3 days\nSharing: shared\nDownloads: 1 download\nUploaded: .*2026.*\nFile: IPA, 12\.3 MB$/,
    );
  });

  it('R57: the release notes of a version are read at rest, in its own line', () => {
    assert.match(ofVersion({ message: 'A\nB' }).tooltip as string, /\nRelease notes: A {2}B$/);
  });

  it('a tester: when it was sent to them is told at rest', () => {
    assert.match(
      ofTester({ tester: 'a', status: 'clicked', sentAt: now }).tooltip as string,
      /^Tester: a\nStatus: Opened\nSent: .*2026/,
    );
    assert.equal(ofTester({ tester: 'a', status: 'clicked' }).tooltip, 'Tester: a\nStatus: Opened');
  });

  it('a notice is read in full, and what failed has another shape', () => {
    const told = item({ kind: 'notice', text: 'No versions yet', failed: false });
    assert.deepEqual(shown(told), { label: 'No versions yet', icon: 'info', opens: 'no' });
    const failed = item({ kind: 'notice', text: 'It is long.', failed: true });
    assert.deepEqual(shown(failed), { label: 'It is long.', icon: 'warning', opens: 'no' });
    assert.equal(failed.tooltip, 'It is long.');
  });

  it('what helps is a button', () => {
    const remedy = { label: 'Retry', icon: 'refresh', command: 'appcircle.refresh' };
    assert.deepEqual(shown(item({ kind: 'remedy', remedy })), {
      label: 'Retry',
      icon: 'refresh',
      opens: 'no',
      name: 'Retry',
      role: 'button',
      command: 'appcircle.refresh',
    });
  });

  it('what a server says is seen as it is, wherever it stands', () => {
    const rows = [
      ofProfile({ name: evil, versions: { ios: evil } }),
      ofVersion({ version: evil, versionCode: evil }),
      ofTester({ tester: evil }),
    ].map(shownItem);
    for (const { label, description, tooltip, accessibilityInformation } of rows) {
      assert.ok(typeof label === 'string' && label.includes(visible));
      for (const text of [label, description, accessibilityInformation?.label]) {
        assert.doesNotMatch(String(text), /[\u202e\n]/);
      }
      assert.doesNotMatch((tooltip ?? '') as string, /\u202e|\nc/);
    }
  });
});
