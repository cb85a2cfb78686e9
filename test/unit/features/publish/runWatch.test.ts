import { strict as assert } from 'node:assert';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import type { PublishRun } from '../../../../src/api/publish/model';
import type { PublishVersionRef } from '../../../../src/api/publish/paths';
import type { PublishStatus } from '../../../../src/api/publish/publishStatus';
import type * as Watches from '../../../../src/features/publish/runs/runWatch';
import { useEditor, type EditorWith } from '../../support/useEditor';
import type { AccountLoads } from '../../../../src/ui/lists/accountLoads';
import { FakeTreeView } from '../../extension/fakeTreeView';
import type { PublishListNode } from './publishFixture';

const of: PublishVersionRef = { platform: 'ios', profileId: 'p', versionId: 'v' };

describe('the watch of publish runs', () => {
  const editor = useEditor('features/publish/runs/runWatch') as EditorWith<typeof Watches>;
  let timers: SinonFakeTimers;
  let view: FakeTreeView<PublishListNode>;
  let watch: Watches.RunWatch;
  let status: PublishStatus;
  let asked: number[];
  let changes: boolean[];

  beforeEach(() => {
    timers = useFakeTimers();
    [status, asked, changes] = ['running', [], []];
    view = new FakeTreeView<PublishListNode>({
      getChildren: () => [],
      getTreeItem: () => ({}),
    });
    let known: readonly PublishRun[] = [runOf()];
    const runs = {
      lastRowsOf: () => known,
      forget: () => undefined,
      rowsOf: () => {
        asked.push(timers.now);
        known = [runOf()];
        return Promise.resolve(known);
      },
    } as unknown as AccountLoads<PublishRun, PublishVersionRef>;
    const tree = { view, renew: () => undefined };
    watch = editor.own(
      new editor.module.RunWatch({
        tree: tree as never,
        runs,
        onChange: (_of, isOver) => changes.push(isOver),
      }),
    );
    view.look(true);
    watch.show(of);
  });

  afterEach(() => {
    timers.restore();
  });

  const runOf = (): PublishRun => ({ publishId: 'r', status, startedAt: 0, steps: [] });
  const pass = (seconds: number) => timers.tickAsync(seconds * 1000);

  it('looks in growing pauses while a step runs, and tells what is another one', async () => {
    await pass(60);
    const gaps = asked.map((at, index) => at - (asked[index - 1] ?? 0));
    assert.ok(asked.length >= 4);
    assert.deepEqual(
      gaps,
      [...gaps].sort((a, b) => a - b),
    );
    assert.deepEqual(changes, []);
    status = 'succeeded';
    await pass(60);
    assert.deepEqual(changes, [true]);
    const { length } = asked;
    await pass(3600);
    assert.equal(asked.length, length);
  });

  it('waits for an approval without an end, slowly', async () => {
    status = 'awaitingApproval';
    await pass(60);
    assert.deepEqual(changes, [false]);
    await pass(3600);
    const before = asked.length;
    await pass(3600);
    assert.equal(asked.length - before, 12);
    await pass(10 * 86_400);
    assert.ok(asked.at(-1)! > 10 * 86_400_000 - 300_000);
  });

  it('asks nobody while the run cannot be seen: the view is closed, or a row above it is folded', async () => {
    view.look(false);
    await pass(600);
    assert.deepEqual(asked, []);
    view.look(true);
    await pass(1);
    assert.equal(asked.length, 1);
    const platform = { kind: 'row', row: { id: 'ios', profiles: [] } } as unknown as PublishListNode;
    view.fold(platform, false);
    await pass(600);
    const { length } = asked;
    await pass(600);
    assert.equal(asked.length, length);
    view.fold(platform, true);
    await pass(5);
    assert.equal(asked.length, length + 1);
  });
});
