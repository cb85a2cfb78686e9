import { strict as assert } from 'node:assert';
import type * as Summary from '../../../../../src/features/distribution/versions/versionSummary';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, profile, version } from './versionFixture';

describe('what is compared of a version', () => {
  const { module } = useEditor('features/distribution/versions/versionSummary') as EditorWith<typeof Summary>;
  const linesOf = (more: Record<string, unknown>) =>
    module.versionSummary({ profile, version: version({ createDate: null, ...more }) }).split('\n');

  it('is what its page says, a line each', () => {
    const lines = linesOf({
      message: 'Fixes the sync banner\r\n- twice',
      branchName: 'develop',
      signedCertName: 'Apple Distribution',
      entitlements: [{ name: 'get-task-allow', value: 'false' }],
      appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 6, sendingDate: daysAgo(1) }],
    });
    assert.deepEqual(
      lines.map((line) => line.replace(/, Jul .*/, ', DATE')),
      [
        ...['Field Reports 2.4.0 (318)', ''],
        ...['Platform: iOS', 'File: IPA', 'Size: 12.3 MB', 'Downloads: 0', 'Version ID: v', ''],
        ...['Release notes', 'Fixes the sync banner', '- twice', ''],
        ...['Build', 'Branch: develop', ''],
        ...['Signing', 'Certificate: Apple Distribution', ''],
        ...['Entitlements', 'get-task-allow: false', ''],
        ...['Sent to', 'a@b.example, Downloaded, DATE', ''],
      ],
    );
  });

  it('shows what a server hides, and lets it begin no line of its own', () => {
    const lines = linesOf({ branchName: 'a\u202eb\nSigning', message: 'x\u200by' });
    assert.ok(lines.includes('Branch: a‹U+202E›b‹U+000A›Signing'));
    assert.ok(lines.includes('x‹U+200B›y'));
  });
});
