import { strict as assert } from 'node:assert';
import type { SharingStatus } from '../../../../../src/api/distribution/versionSharing';
import type * as Texts from '../../../../../src/features/distribution/versions/versionText';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, now, version } from './versionFixture';

describe('what is said of a version', () => {
  const { module } = useEditor('features/distribution/versions/versionText') as EditorWith<typeof Texts>;
  const facts = (more: Record<string, unknown>) => module.versionFacts(version(more), now);
  const sent = [{ id: 's', tester: 'a@b.example', status: 1 }];

  it('it is called by its version and code, else by what else there is', () => {
    const name = (more: Record<string, unknown>) => module.versionName(version(more));
    assert.equal(name({}), '2.4.0 (318)');
    assert.equal(name({ versionCode: 318 }), '2.4.0 (318)');
    assert.equal(name({ versionCode: null }), '2.4.0');
    const unnamed = { version: null, versionCode: null };
    assert.equal(name({ ...unnamed, name: 'Notes', fileName: 'notes.ipa' }), 'Notes');
    assert.equal(name({ ...unnamed, fileName: 'notes.ipa' }), 'notes.ipa');
    assert.equal(name(unnamed), 'v');
  });

  it('both spellings of date and size are read', () => {
    const older = { createDate: undefined, fileSize: undefined, createdAt: daysAgo(3), size: 5_600_000 };
    assert.deepEqual(facts(older), ['3 days ago', 'not shared', 'IPA', '5.6 MB']);
    assert.deepEqual(facts({}), ['2 days ago', 'not shared', 'IPA', '12.3 MB']);
  });

  it('what is new by a clock that is ahead of ours was uploaded just now', () => {
    assert.equal(facts({ createDate: daysAgo(-0.01) })[0], 'just now');
  });

  it('the kind of file is told by its number, else by its name', () => {
    for (const [fileType, name] of ['IPA', 'APK', 'AAB', 'XCARCHIVE'].entries()) {
      assert.equal(facts({ fileType: fileType + 1 })[2], name);
    }
    assert.equal(facts({ fileType: 0, fileName: 'notes.AAB' })[2], 'AAB');
    assert.equal(facts({ fileType: 0 })[2], '12.3 MB');
  });

  it('downloads are counted in words that fit; none are told of what was sent', () => {
    const last = (more: Record<string, unknown>) => facts({ ...more, fileType: 0, fileSize: null }).slice(1);
    assert.deepEqual(last({ downloadCount: 0 }), ['not shared']);
    assert.deepEqual(last({ downloadCount: 0, appVersionTestings: sent }), ['shared', 'no downloads']);
    assert.deepEqual(last({ downloadCount: 1 }), ['not shared', '1 download']);
    assert.deepEqual(last({ downloadCount: 2, lastSharedDate: daysAgo(1) }), ['shared', '2 downloads']);
    assert.deepEqual(last({ downloadCount: null, appVersionTestings: sent }), ['shared']);
  });

  it('a narrow side bar shows what matters most: the end, the age and whether it was sent', () => {
    const soon = { expirationDate: daysAgo(-3), appVersionTestings: sent, downloadCount: 4 };
    assert.deepEqual(facts(soon), [
      'expires in 3 days',
      '2 days ago',
      'shared',
      'IPA',
      '12.3 MB',
      '4 downloads',
    ]);
  });

  it('the end is told first, from seven days before', () => {
    const end = (more: Record<string, unknown>) => module.expiryText(version(more), now);
    assert.equal(end({ expirationDate: daysAgo(-30) }), undefined);
    assert.equal(end({ expirationDate: daysAgo(-7) }), undefined);
    assert.equal(end({ expirationDate: daysAgo(-6) }), 'expires in 6 days');
    assert.equal(end({ expirationDate: daysAgo(-0.1) }), 'expires in 2 hours');
    assert.equal(end({ expirationDate: daysAgo(0) }), 'expired');
    assert.equal(module.expiryText({ ...version(), expiresAt: now }, now), 'expired');
    assert.equal(end({ expired: true, expirationDate: null }), 'expired');
    assert.equal(end({ expirationDate: null }), undefined);
    assert.equal(facts({ expirationDate: daysAgo(1) })[0], 'expired');
  });

  it('each status of a tester has words of its own', () => {
    const statuses: SharingStatus[] = [
      'pending',
      'clicked',
      'notEnrolled',
      'notLoggedIn',
      'loggedIn',
      'downloaded',
      'sendingFailed',
      'other',
    ];
    const texts = statuses.map((status) => module.sharingText(status));
    assert.equal(new Set(texts).size, statuses.length);
    assert.ok(texts.every((word) => word !== undefined && word !== ''));
    assert.deepEqual([module.sharingText(undefined), module.sharingText('none')], [undefined, undefined]);
  });
});
