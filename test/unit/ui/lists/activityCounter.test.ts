import { strict as assert } from 'node:assert';
import { ActivityCounter } from '../../../../src/ui/lists/activityCounter';
import { failureOf } from '../../support/until';

describe('what is under way', () => {
  let activity: ActivityCounter;
  let told: boolean[];
  beforeEach(() => {
    activity = new ActivityCounter();
    told = [];
    activity.onDidChange((is) => told.push(is));
  });

  const work = () => {
    let end: () => void = () => undefined;
    const during = activity.track(() => new Promise<void>((resolve) => (end = resolve)));
    return {
      end: () => {
        end();
        return during;
      },
    };
  };

  it('lasts from the first that begins to the last that ends; each that begins is told', async () => {
    assert.equal(activity.isActive, false);
    const [first, second] = [work(), work()];
    assert.deepEqual([activity.isActive, told], [true, [true, true]]);
    await first.end();
    assert.deepEqual([activity.isActive, told], [true, [true, true]]);
    await second.end();
    assert.deepEqual([activity.isActive, told], [false, [true, true, false]]);
  });

  it('gives what the work gives', async () => {
    assert.equal(await activity.track(() => Promise.resolve(7)), 7);
  });

  it('ends with work that fails, at once or later, and fails as it does', async () => {
    const error = new Error('no');
    const works = [
      () => Promise.reject(error),
      () => {
        throw error;
      },
    ];
    for (const failing of works) {
      assert.equal(await failureOf(activity.track(failing)), error);
      assert.equal(activity.isActive, false);
    }
    assert.deepEqual(told, [true, false, true, false]);
  });

  it('tells nobody any more once it is disposed', async () => {
    const one = work();
    activity.dispose();
    await one.end();
    assert.deepEqual(told, [true]);
  });
});
