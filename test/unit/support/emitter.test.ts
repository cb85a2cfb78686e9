import { strict as assert } from 'node:assert';
import { Disposables } from '../../../src/support/disposables';
import { Emitter } from '../../../src/support/emitter';

describe('Emitter', () => {
  it('tells every listener, in order, until it is disposed', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const first = emitter.event((value) => heard.push(`first ${value}`));
    emitter.event((value) => heard.push(`second ${value}`));
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
    emitter.dispose();
    emitter.fire(3);
    assert.equal(heard.length, 3);
  });

  it('keeps two subscriptions of one function apart', () => {
    const emitter = new Emitter<number>();
    let heard = 0;
    const listener = () => heard++;
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    assert.equal(heard, 3);
  });

  it('a listener that subscribes or leaves while it is told disturbs nobody', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const first = emitter.event(() => {
      heard.push('first');
      first.dispose();
      emitter.event(() => heard.push('late'));
    });
    emitter.event(() => heard.push('second'));
    emitter.fire(1);
    assert.deepEqual(heard, ['first', 'second']);
    emitter.fire(2);
    assert.deepEqual(heard, ['first', 'second', 'second', 'late']);
  });
});

describe('Disposables', () => {
  const recorder = () => {
    const gone: string[] = [];
    return { gone, item: (name: string) => ({ dispose: () => gone.push(name) }) };
  };

  it('T14: gives everything back once, the newest first', () => {
    const { gone, item } = recorder();
    const all = new Disposables();
    const given = item('a');
    assert.equal(all.add(given), given);
    all.add(item('b'));
    all.dispose();
    all.dispose();
    assert.deepEqual(gone, ['b', 'a']);
  });

  it('T14: what comes after the end is given back at once', () => {
    const { gone, item } = recorder();
    const all = new Disposables();
    all.dispose();
    all.add(item('late'));
    assert.deepEqual(gone, ['late']);
  });
});
