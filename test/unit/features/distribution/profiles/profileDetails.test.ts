import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodeProfile, type DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { JsonObject } from '../../../../../src/api/decode';
import type * as Details from '../../../../../src/features/distribution/profiles/profileDetails';
import { assertNoSecret } from '../../../support/leaks';
import { shapeOf, tokensOf } from '../../../ui/documents/markdownPreview';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { linesOf } from './profileFixture';

/** Every field of a profile that api/README 3 grades A or B, as far as it is no picture. */
const whole = {
  id: 'p-1',
  organizationId: 'o-1',
  organizationName: 'Harbor Labs',
  name: 'Harbor *Notes*',
  pinned: true,
  createDate: '2026-02-03T08:15:00.000Z',
  updateDate: '2026-07-18T12:40:11.482Z',
  iOSVersion: '2.4.0',
  androidVersion: '2.4.1',
  lastAppVersionId: 'v-9',
  lastAppVersionCreateDate: '2026-07-18T12:39:57.120Z',
  lastIOSAppVersionCreateDate: '2026-07-17T12:39:57.120Z',
  lastAndroidAppVersionCreateDate: '2026-07-18T12:39:57.120Z',
  lastAppVersionSharedDate: '2026-07-19T12:39:57.120Z',
  lastAppVersionDownloadedCount: 4,
  lastAppVersionTestingCount: 7,
  totalDownloadCount: 0,
  settings: {
    authenticationType: 3,
    username: 'tester-of-the-day',
    password: 'Sentinel+password==',
    enableStaticPage: true,
    visibleCustomTags: [2, 5, 99, 'x'],
    validateBundleId: true,
    validBundleId: 'dev.example.harbor',
    validatePackageId: false,
    validPackageId: 'dev.example.harbor.android',
    autoSignEnabledForiOS: true,
    autoSignEnabledForAndroid: false,
    singleSessionEnabled: true,
  },
  isDemo: false,
  isHidden: true,
  testingGroupIds: ['g-1', 'g-2'],
  previewOnDeviceTestingGroupIds: ['g-2'],
  publisherName: 'Harbor Labs AŞ',
  contactName: 'Deniz',
  privacyUrl: 'https://example.com/privacy?a=1&b=2',
  termsUrl: 'javascript:alert(1)',
  connectApiKeyId: 'k-1',
  provisioningProfileIds: ['pp-1', 'pp-2'],
  autoAddRegisteredDevicesToAppStore: true,
  buildProfileIdForAutoProvision: 'bp-1',
  buildBranchIdForAutoProvision: 'bb-1',
  buildConfigurationIdForAutoProvision: '00000000-0000-0000-0000-000000000000',
  showSingleBinaryOnTesting: true,
  hideFromProfileListOnTesting: false,
  hideSwitchingToOtherProfiles: true,
};

const names = new Map([['g-1', 'Field Testers']]);

function read(raw: object): DistributionProfile {
  const row = JsonObject.of<string>(raw);
  const profile = row && decodeProfile(row);
  return profile ?? assert.fail('no profile');
}

const linksOf = (markdown: string): (string | null)[] =>
  tokensOf(markdown)
    .filter(({ type }) => type === 'link_open')
    .map((token) => token.attrGet('href'));

describe('Details of a profile', () => {
  const editor = useEditor('features/distribution/profiles/profileDetails') as EditorWith<typeof Details>;
  const { profileMarkdown } = editor.module;
  const page = (raw: object): string[] => linesOf(profileMarkdown(read(raw), names));

  it('R55: are all settings of grade A and B, under headings: also whether the page is public or asks for a login', () => {
    const dates = /\b[A-Z][a-z]{2} \d{1,2}, 2026, .*$/;
    assert.deepEqual(
      page(whole).map((line) => line.replace(dates, 'DATE')),
      [
        'Harbor *Notes*',
        'iOS version: 2.4.0',
        'Android version: 2.4.1',
        'Organization: Harbor Labs',
        'Pinned: Yes',
        'Hidden: Yes',
        'Demo: No',
        'Who may install',
        'Authentication: User name and password',
        'User name: Set',
        'Concurrent sessions: One',
        'Public page: On',
        'Testing groups',
        'Auto-send to: Field Testers, g-2',
        'Preview on device: g-2',
        'What testers see',
        'Versions shown: Only the newest',
        'Hidden from the list: No',
        'Switching to other profiles: Not allowed',
        'Build details shown: commit hash, branch, other (99)',
        'Publisher',
        'Publisher: Harbor Labs AŞ',
        'Contact: Deniz',
        'Privacy policy: https://example.com/privacy?a=1&b=2',
        'Terms: javascript:alert(1)',
        'Upload checks',
        'Bundle ID must match: Yes',
        'Bundle ID: dev.example.harbor',
        'Package name must match: No',
        'Package name: dev.example.harbor.android',
        'Signing',
        'iOS signed automatically: Yes',
        'Android signed automatically: No',
        'Register tester devices with Apple: Yes',
        'App Store Connect key: k-1',
        'Provisioning profiles: pp-1, pp-2',
        'Rebuilt from build profile: bp-1',
        'Rebuilt from branch: bb-1',
        'Activity',
        'Created: DATE',
        'Changed: DATE',
        'Last upload: DATE',
        'Last iOS upload: DATE',
        'Last Android upload: DATE',
        'Last shared: DATE',
        'Downloads: 0',
        'Downloads of latest version: 4',
        'Testers of latest version: 7',
        'IDs',
        'Profile ID: p-1',
        'Organization ID: o-1',
        'Latest version ID: v-9',
      ],
    );
  });

  it('say what a setting comes to, whether it is on or off', () => {
    const off = {
      ...whole,
      settings: { ...whole.settings, singleSessionEnabled: false, enableStaticPage: false },
      showSingleBinaryOnTesting: false,
      hideFromProfileListOnTesting: true,
      hideSwitchingToOtherProfiles: false,
    };
    const wanted = /^(Concurrent sessions|Public|Versions shown|Hidden from|Switching)/;
    assert.deepEqual(
      page(off).filter((line) => wanted.test(line)),
      [
        'Concurrent sessions: Several',
        'Public page: Off',
        'Versions shown: All',
        'Hidden from the list: Yes',
        'Switching to other profiles: Allowed',
      ],
    );
  });

  it('never show the password, and of the user name that there is one', () => {
    const markdown = profileMarkdown(read(whole), names);
    assertNoSecret('Sentinel+password==', markdown);
    assert.doesNotMatch(markdown, /tester-of-the-day/);
  });

  it('link to addresses that are https, and to nothing else', () => {
    assert.deepEqual(linksOf(profileMarkdown(read(whole), names)), ['https://example.com/privacy?a=1&b=2']);
    const plain = { ...whole, privacyUrl: 'http://example.com', termsUrl: 'https://me@example.com' };
    assert.deepEqual(linksOf(profileMarkdown(read(plain), names)), []);
  });

  it('R21: leave out what the server left out, or gave in another form', () => {
    const bare = ['p', 'Pinned: No', 'Testing groups', 'Auto-send to: No one', 'IDs', 'Profile ID: p'];
    assert.deepEqual(page({ id: 'p' }), bare);
    const nonsense = Object.fromEntries(
      Object.keys(whole)
        .filter((name) => name !== 'id' && name !== 'name')
        .map((name) => [name, { not: 'this' }]),
    );
    assert.deepEqual(page({ ...nonsense, id: 'p' }), bare);
  });

  it('are text wherever a server has the word: no link, image, HTML or markup of its own', () => {
    const saying = (texts: string) => ({
      ...whole,
      name: texts,
      organizationName: texts,
      iOSVersion: texts,
      publisherName: texts,
      contactName: texts,
      privacyUrl: texts,
      termsUrl: texts,
      settings: { ...whole.settings, validBundleId: texts },
      testingGroupIds: [texts],
      provisioningProfileIds: [texts],
    });
    const shape = shapeOf(profileMarkdown(read(saying('words')), new Map()));
    const evil = [
      '](https://evil.example)',
      '<img src=x onerror=y>',
      '\n# Title',
      '`',
      '| a |',
      '$(x)',
      'www.a.example',
      '&#60;',
    ];
    const texts = fc.array(fc.oneof(fc.constantFrom(...evil), fc.string()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (parts) => {
        const said = `w${parts.join('')}`;
        const markdown = profileMarkdown(read(saying(said)), new Map());
        assert.deepEqual(shapeOf(markdown), shape);
        assert.deepEqual(linksOf(markdown), []);
        assert.ok(
          tokensOf(markdown).every(({ type, content }) => type !== 'html_inline' || content === '<!---->'),
        );
      }),
      { numRuns: 20 },
    );
  });
});
