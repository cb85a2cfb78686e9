import { strict as assert } from 'node:assert';
import type { UploadProgress } from '../../../../src/api/upload/runUpload';
import type * as Text from '../../../../src/ui/upload/uploadText';
import { useEditor, type EditorWith } from '../../support/useEditor';

const sending: UploadProgress = {
  stage: 'announced',
  sent: 12_300_000,
  total: 64_000_000,
  attempt: 1,
  rate: 4_100_000,
  remainingMs: 118_000,
};

describe('Upload Version: what the progress says', () => {
  const editor = useEditor('ui/upload/uploadText') as EditorWith<typeof Text>;
  const { progressText, percentOf } = editor.module;
  const cases: [what: string, progress: Partial<UploadProgress>, said: string][] = [
    ['all there is to know', {}, '12.3 MB of 64 MB · 4.1 MB/s · 2 minutes left'],
    ['no rate yet', { rate: undefined, remainingMs: undefined }, '12.3 MB of 64 MB'],
    ['seconds', { remainingMs: 4100 }, '12.3 MB of 64 MB · 4.1 MB/s · 5 seconds left'],
    ['a second', { remainingMs: 300 }, '12.3 MB of 64 MB · 4.1 MB/s · 1 second left'],
    ['hours', { remainingMs: 2.25 * 3_600_000 }, '12.3 MB of 64 MB · 4.1 MB/s · 2.3 hours left'],
    [
      'another attempt',
      { attempt: 2, rate: undefined, remainingMs: undefined },
      'Retrying (2): 12.3 MB of 64 MB',
    ],
    ['all sent', { sent: 64_000_000 }, '64 MB sent. Waiting for confirmation…'],
    ['the beginning', { stage: 'new', total: undefined, sent: 0 }, 'Requesting an upload address…'],
    ['all in the storage', { stage: 'stored' }, 'Submitting the file to Appcircle…'],
    ['the task', { stage: 'committed' }, 'Appcircle is processing the file…'],
  ];
  for (const [what, progress, said] of cases) {
    it(`tells ${what}`, () => {
      assert.equal(progressText({ ...sending, ...progress }), said);
    });
  }

  it('counts whole percents of what is sent', () => {
    const at = (progress: Partial<UploadProgress>) => percentOf({ ...sending, ...progress });
    assert.deepEqual(
      [
        at({ stage: 'new', total: undefined, sent: 0 }),
        at({ sent: 0 }),
        at({}),
        at({ sent: 63_999_999 }),
        at({ sent: 64_000_000 }),
        at({ stage: 'stored' }),
      ],
      [0, 0, 19, 99, 100, 100],
    );
  });
});
