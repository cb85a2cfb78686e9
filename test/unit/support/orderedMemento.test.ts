import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import sinon from 'sinon';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { OrderedMemento } from '../../../src/support/orderedMemento';
import type { Memento } from '../../../src/support/memento';

/** A memento as the editor has it: what was written comes back a little later, as the whole state of that time. */
class EchoingMemento implements Memento {
  private values: Record<string, unknown> = {};
  failing = false;
  writes = 0;

  get(key: string): unknown {
    return this.values[key];
  }

  async update(key: string, value: unknown): Promise<void> {
    this.writes++;
    if (this.failing) throw new Error('the disk is full');
    this.values[key] = value;
    const sent = JSON.stringify(this.values);
    await wait(4);
    this.values = JSON.parse(sent) as Record<string, unknown>;
  }
}

describe('a ordered that loses nothing', () => {
  let memento: EchoingMemento;
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    memento = new EchoingMemento();
    clock = sinon.useFakeTimers({ toFake: ['setTimeout'] });
  });
  afterEach(() => {
    clock.restore();
  });

  /** Waits for writes that are under way. */
  async function written<T>(writes: PromiseLike<T>): Promise<T> {
    const over = await Promise.all([writes, clock.runAllAsync()]);
    return over[0];
  }

  async function closeTogether(ordered: Memento): Promise<unknown[]> {
    const first = ordered.update('a', 1);
    await clock.tickAsync(1);
    await written(Promise.all([first, ordered.update('b', 2)]));
    await written(ordered.update('c', 3));
    return ['a', 'b', 'c'].map((key) => ordered.get(key));
  }

  it('has every write, where the editor alone has not', async () => {
    const first = memento.update('a', 1);
    await clock.tickAsync(2);
    const second = memento.update('b', 2);
    await clock.tickAsync(2);
    await first;
    assert.equal(memento.get('b'), undefined);
    await written(second);
    assert.deepEqual(await closeTogether(new OrderedMemento(new EchoingMemento())), [1, 2, 3]);
  });

  it('knows a value at once, before it is written, and after an older one was', async () => {
    const ordered = new OrderedMemento(memento);
    const first = ordered.update('a', 1);
    const second = ordered.update('a', undefined);
    const third = ordered.update('a', 3);
    assert.equal(ordered.get('a'), 3);
    for (const write of [first, second, third]) {
      await written(write);
      assert.equal(ordered.get('a'), 3);
    }
    assert.equal(memento.get('a'), 3);
    assert.equal(memento.writes, 3);
  });

  it('goes on after a write that failed, and tells who wrote', async () => {
    const ordered = new OrderedMemento(memento);
    await written(ordered.update('a', 1));
    memento.failing = true;
    await assert.rejects(ordered.update('a', 2), /disk/);
    assert.equal(ordered.get('a'), 1);
    memento.failing = false;
    await written(ordered.update('a', 3));
    assert.equal(ordered.get('a'), 3);
  });

  it('keeps notes of one account that are taken at the same time', async () => {
    const notes = new AccountMetadataStore(new OrderedMemento(memento));
    const name = notes.set('id', { organizationName: 'Harbor Labs' });
    await clock.tickAsync(1);
    await written(Promise.all([name, notes.set('id', { aiAccess: 'mcp' })]));
    assert.deepEqual(notes.of('id'), { organizationName: 'Harbor Labs', aiAccess: 'mcp' });
  });
});
