import { strict as assert } from 'node:assert';
import type { Build, UnderWayItem } from '../../../../../src/api/builds/model';
import type { LiveState } from '../../../../../src/features/builds/rooms';
import { withLive } from '../../../../../src/features/builds/tree/liveRows';

const build = (id: string, more: Partial<Build> = {}): Build => ({
  id,
  commitId: `commit of ${id}`,
  hash: undefined,
  status: 'running',
  startedAt: 0,
  endedAt: undefined,
  duration: undefined,
  workflowName: undefined,
  subject: undefined,
  author: undefined,
  raw: {},
  ...more,
});
const item = (id: string, more: Partial<UnderWayItem> = {}) =>
  ({ id, kind: 'build', status: 'running', ...more }) as UnderWayItem;
const knowing = (states: Record<string, Partial<LiveState>>) => ({
  stateOf: (id: string) => states[id] as LiveState | undefined,
});
const nothing = knowing({});
const shown = (rows: ReturnType<typeof withLive>) =>
  rows.map(({ build: { id, status }, queueItemId }) => `${id} ${status} ${queueItemId ?? ''}`.trim());

describe('builds of a list as they are now', () => {
  it('R47: an end is an end, whatever was learned before', () => {
    const rows = withLive([build('a', { status: 'failed' })], [], knowing({ a: { status: 'running' } }));
    assert.deepEqual(shown(rows), ['a failed']);
  });

  it('R47: what is not over is as was learned last', () => {
    const states = knowing({ a: { status: 'canceled', queueItemId: 'q' } });
    assert.deepEqual(shown(withLive([build('a')], [], states)), ['a canceled q']);
    assert.deepEqual(shown(withLive([build('a')], [item('a', { status: 'waiting' })], nothing)), [
      'a waiting a',
    ]);
  });

  it('ids that differ are told together by the watch, or by the commit while both are under way', () => {
    const known = knowing({ q: { buildId: 'a', queueItemId: 'q', status: 'running' } });
    assert.deepEqual(shown(withLive([build('a')], [item('q')], known)), ['a running q']);
    const ofCommit = item('q', { commitId: 'commit of a' });
    assert.deepEqual(shown(withLive([build('a')], [ofCommit], nothing)), ['a running q']);
    assert.deepEqual(shown(withLive([build('a', { status: 'failed' })], [ofCommit], nothing)), [
      'q running q',
      'a failed',
    ]);
  });

  it('a second build of a commit is a row of its own', () => {
    const items = [item('q1', { commitId: 'commit of a' }), item('q2', { commitId: 'commit of a' })];
    assert.deepEqual(shown(withLive([build('a')], items, nothing)), ['q2 running q2', 'a running q1']);
  });
});
