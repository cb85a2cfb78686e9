import { strict as assert } from 'node:assert';
import type * as Rows from '../../../../../src/features/distribution/versions/versionPickRows';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, version } from './versionFixture';

describe('versions in a pick', () => {
  const { module } = useEditor('features/distribution/versions/versionPickRows') as EditorWith<typeof Rows>;
  const ios = (name: string, days: number) =>
    version({ version: name, versionCode: null, createDate: daysAgo(days) }, name);
  const android = (name: string, days: number) =>
    version(
      { version: name, versionCode: null, createDate: daysAgo(days), platformType: 2, fileType: 2 },
      name,
    );
  const labelsOf = (rows: Rows.VersionPickRow[]) => rows.map(({ label }) => label);

  it('to compare with: the one before it on its platform first, then newer ones, then other platforms', () => {
    const compared = ios('2', 4);
    const all = [ios('4', 1), android('9', 2), ios('3', 3), compared, ios('1', 5), ios('0', 6)];
    const rows = module.comparableRows(all, compared);
    assert.deepEqual(labelsOf(rows), [
      'previous versions',
      '1',
      '0',
      'newer versions',
      '3',
      '4',
      'other platforms',
      '9',
    ]);
    assert.match(rows.at(-1)?.description ?? '', /^Android · .* ago · not shared/);
    assert.deepEqual(module.comparableRows([compared], compared), []);
  });

  it('say their platform where there are several, and come as they are', () => {
    const mixed = module.versionPickRows([ios('2', 1), android('1', 2)]);
    assert.deepEqual(
      mixed.map(({ label, description }) => [label, description?.split(' · ')[0]]),
      [
        ['2', 'iOS'],
        ['1', 'Android'],
      ],
    );
    assert.doesNotMatch(module.versionPickRows([ios('2', 1)])[0]?.description ?? '', /iOS/);
  });
});
