import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../src/api/failure';
import type * as StayingTrues from '../../../../src/ui/lists/autoRefresh';
import { ActivityCounter } from '../../../../src/ui/lists/activityCounter';
import { FakeTreeView } from '../../extension/fakeTreeView';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('looks that a view takes by itself', () => {
  const editor = useEditor('ui/lists/autoRefresh') as EditorWith<typeof StayingTrues>;

  let clock: sinon.SinonFakeTimers;
  let view: FakeTreeView<unknown>;
  let activity: ActivityCounter;
  /** When there was a look, in seconds since the start. */
  let looks: number[];
  let look: () => Promise<unknown>;
  let staying: StayingTrues.AutoRefresh;
  let ends: (() => void)[];

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    view = new FakeTreeView<unknown>({ getChildren: () => [], getTreeItem: () => ({}) });
    view.visible = true;
    activity = new ActivityCounter();
    looks = [];
    look = () => Promise.resolve();
    ends = [];
  });
  afterEach(() => {
    clock.restore();
    for (const end of ends) end();
  });

  const start = () => {
    staying = editor.own(
      new editor.module.AutoRefresh(view, activity, () => {
        looks.push(Date.now() / 1000);
        return look();
      }),
    );
  };
  /** Something is under way until the result is called. */
  const begin = () => {
    let end: () => void = () => undefined;
    const during = activity.track(() => new Promise<void>((resolve) => (end = resolve)));
    ends.push(end);
    return () => {
      end();
      return during;
    };
  };
  const seconds = (count: number) => clock.tickAsync(count * 1000);
  const focus = (focused: boolean) => {
    editor.focused = focused;
    editor.windowState.fire({ focused });
  };

  describe('R16: never', () => {
    const hour = 3600;

    it('with nothing under way', async () => {
      start();
      await seconds(hour);
      focus(false);
      focus(true);
      view.look(false);
      view.look(true);
      await seconds(hour);
      assert.deepEqual(looks, []);
    });

    it('while the view is hidden', async () => {
      view.visible = false;
      start();
      begin();
      await seconds(hour);
      assert.deepEqual(looks, []);
    });

    it('while the window has no focus: the state at the start is read, and not assumed', async () => {
      editor.focused = false;
      start();
      begin();
      await seconds(hour);
      assert.deepEqual(looks, []);
      view.look(true);
      await seconds(hour);
      assert.deepEqual(looks, []);
    });

    it('after the view is hidden, the focus is lost, or all has ended', async () => {
      start();
      const end = begin();
      await seconds(5);
      assert.deepEqual(looks, [5]);
      view.look(false);
      await seconds(hour);
      view.look(true);
      focus(false);
      await seconds(hour);
      focus(true);
      await seconds(0);
      looks.length = 0;
      await end();
      await seconds(hour);
      assert.deepEqual(looks, []);
    });

    it('after it was disposed, be it in the middle of a look', async () => {
      let answer: (value?: unknown) => void = () => undefined;
      look = () => new Promise((resolve) => (answer = resolve));
      start();
      begin();
      await seconds(5);
      staying.dispose();
      answer();
      await seconds(hour);
      assert.deepEqual([looks, clock.countTimers()], [[5], 0]);
    });

    it('after it was disposed while waiting', async () => {
      start();
      begin();
      staying.dispose();
      await seconds(hour);
      assert.deepEqual([looks, clock.countTimers()], [[], 0]);
    });
  });

  it('R16: pauses grow from 5 seconds to a minute and no further', async () => {
    start();
    begin();
    await seconds(400);
    const pauses = looks.map((at, index) => at - (looks[index - 1] ?? 0));
    assert.deepEqual(
      pauses.map((pause) => Math.round(pause * 10) / 10),
      [5, 7.5, 11.3, 16.9, 25.3, 38, 57, 60, 60, 60],
    );
  });

  it('what was under way before it is known counts', async () => {
    begin();
    start();
    await seconds(5);
    assert.deepEqual(looks, [5]);
  });

  it('whoever comes back when a look is due sees it at once, and otherwise when it is', async () => {
    start();
    begin();
    await seconds(2);
    focus(false);
    await seconds(1);
    focus(true);
    await seconds(2);
    assert.deepEqual(looks, [5]);
    view.look(false);
    await seconds(95);
    view.look(true);
    await seconds(0);
    assert.deepEqual(looks, [5, 100]);
  });

  it('R16: a window that loses the focus before a look is due has none, and one as soon as it is back', async () => {
    start();
    begin();
    await seconds(4);
    focus(false);
    await seconds(100);
    assert.deepEqual(looks, []);
    focus(true);
    await seconds(0);
    assert.deepEqual(looks, [104]);
  });

  it('R16: coming and going makes no more looks', async () => {
    start();
    begin();
    for (let second = 0; second < 100; second++) {
      focus(false);
      focus(true);
      view.look(false);
      view.look(true);
      await seconds(1);
    }
    assert.equal(looks.length, 5);
  });

  it('begins with short pauses again when something new begins, also while a long one lasts', async () => {
    start();
    const end = begin();
    await seconds(170);
    looks.length = 0;
    begin();
    await seconds(5);
    assert.deepEqual(looks, [175]);
    await end();
    await seconds(7.5);
    assert.deepEqual(looks, [175, 182.5]);
  });

  it('R16: waits as long as the server asks for, whoever comes, goes or begins', async () => {
    look = () => Promise.reject(new Failure('rateLimited', { retryAfter: 100 }));
    start();
    begin();
    await seconds(6);
    focus(false);
    focus(true);
    view.look(true);
    begin();
    await seconds(98);
    assert.deepEqual(looks, [5]);
    await seconds(1);
    assert.deepEqual(looks, [5, 105]);
  });

  it('R16: a wish of the server counts from its answer, and never for more than an hour', async () => {
    look = () => Promise.reject(new Failure('serverFault', { retryAfter: 1e9 }));
    start();
    begin();
    await seconds(3600);
    assert.deepEqual(looks, [5]);
    await seconds(5);
    assert.deepEqual(looks, [5, 3605]);
  });

  it('R16: looks now where that is wanted, and not before the server lets it, whoever heard so', async () => {
    start();
    staying.lookNow();
    await seconds(0);
    assert.deepEqual(looks, []);
    begin();
    staying.lookNow();
    await seconds(0);
    assert.deepEqual(looks, [0]);
    staying.hold(60_000);
    staying.lookNow();
    await seconds(59);
    assert.deepEqual(looks, [0]);
    await seconds(1);
    assert.deepEqual(looks, [0, 60]);
  });

  it('a look that fails otherwise is followed by the next one', async () => {
    look = () => Promise.reject(new Error('defect'));
    start();
    begin();
    await seconds(12.5);
    assert.deepEqual(looks, [5, 12.5]);
  });

  it('never are there two looks at once, whatever begins, ends, comes and goes meanwhile', async () => {
    let answer: (value?: unknown) => void = () => undefined;
    look = () => new Promise((resolve) => (answer = resolve));
    start();
    const end = begin();
    await seconds(5);
    await end();
    begin();
    focus(false);
    focus(true);
    await seconds(300);
    assert.deepEqual(looks, [5]);
    answer();
    await seconds(5);
    assert.deepEqual(looks, [5, 310]);
  });
});
