import { strict as assert } from 'node:assert';
import type { BuildStatus } from '../../../../../src/api/builds/buildStatus';
import type * as Looks from '../../../../../src/features/builds/watch/lookForLog';
import type { BuildState } from '../../../../../src/features/builds/watch/buildState';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { subject } from './watchFixture';

describe('a look that an open log asks for', () => {
  const editor = useEditor('features/builds/watch/lookForLog') as EditorWith<typeof Looks>;
  const address = { queueItemId: 'q1', buildId: undefined };
  let known: BuildStatus | undefined;
  let looks: number;
  let tell: ReturnType<typeof Looks.lookForLog>;
  let log: { address: typeof address; state: { kind: string }; status: BuildStatus | undefined };

  beforeEach(() => {
    looks = 0;
    log = { address, state: { kind: 'waiting' }, status: undefined };
    tell = editor.module.lookForLog({
      stateOf: (id): BuildState | undefined =>
        id === 'q1' && known !== undefined
          ? { ...subject, queueItemId: id, status: known, startedHere: true, canceledHere: false }
          : undefined,
      refresh: () => {
        looks++;
        return Promise.resolve();
      },
    });
  });

  const say = (kind: string, status?: BuildStatus) => {
    Object.assign(log, { state: { kind }, status });
    tell(log);
  };

  it('R43: is at once where its lines come and the build was thought to wait, and once', () => {
    known = 'waiting';
    say('waiting');
    say('running');
    say('retrying');
    say('running');
    assert.equal(looks, 1);
  });

  it('R43: is at once where it ended and the build was thought to run, and once', () => {
    known = 'running';
    say('running');
    assert.equal(looks, 0);
    say('closing', 'failed');
    say('complete', 'failed');
    assert.equal(looks, 1);
  });

  it('is not where as much is known, or nobody follows the build', () => {
    known = 'failed';
    say('running');
    say('complete', 'failed');
    known = undefined;
    say('running');
    say('complete', 'failed');
    assert.equal(looks, 0);
  });
});
