import { strict as assert } from 'node:assert';
import type * as LogState from '../../../../../src/features/builds/log/logState';
import type * as Targets from '../../../../../src/features/builds/log/logTarget';
import type * as Addresses from '../../../../../src/ui/documents/logAddress';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const account = { id: 'a', credentialId: 'c' };
const item = {
  id: 'q',
  kind: 'publish',
  status: 'running',
  profileId: 'p',
  profileName: 'Harbor / Notes',
  platform: 'ios',
  publishId: 'r',
  versionId: 'v',
};

describe('the log of a publish run', () => {
  const editor = useEditor('features/builds/log/logTarget') as EditorWith<typeof Targets>;
  const { logTargetOf, addressOf } = editor.module;
  const row = (change: object = {}) => ({ kind: 'underWay', id: 'row', item: { ...item, ...change } });

  it('is led to by what is under way, and its address outlives a reload', () => {
    const { readAddress, uriOf, buildKey } = editor.load('ui/documents/logAddress') as typeof Addresses;
    const target = logTargetOf(row(), account);
    const address = addressOf(target!);
    assert.deepEqual(readAddress(uriOf(address)), address);
    assert.equal(address.title, 'Log · Harbor ∕ Notes');
    assert.deepEqual(
      [address.publishId, address.platform, address.versionId, address.profileId, buildKey(address)],
      ['r', 'ios', 'v', 'p', 'r'],
    );
  });

  it('T13: is not where the queue leaves out the platform, the profile or the run', () => {
    for (const left of ['platform', 'profileId', 'publishId']) {
      assert.equal(logTargetOf(row({ [left]: undefined }), account), undefined, left);
    }
    for (const nonsense of [{ kind: 'publishLog' }, { kind: 'publishLog', platform: 'huawei' }, null, 'x']) {
      assert.equal(logTargetOf(nonsense, account), undefined);
    }
  });

  it('speaks of a run where that of a build speaks of a build', () => {
    const { sentenceOf } = editor.load('features/builds/log/logState') as typeof LogState;
    const states: LogState.LogState[] = [
      { kind: 'running' },
      { kind: 'waiting', since: undefined },
      { kind: 'complete', status: 'succeeded' },
      { kind: 'absent', why: 'gone', status: 'unknown' },
      { kind: 'absent', why: 'unknownBuild', status: 'unknown' },
    ];
    for (const state of states) {
      assert.match(sentenceOf(state, 'publish'), /publish run/);
      assert.match(sentenceOf(state), /build/);
    }
    assert.equal(sentenceOf({ kind: 'loading' }, 'publish'), sentenceOf({ kind: 'loading' }));
  });
});
