import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Deadline } from '../../../../src/api/transport/deadline';

describe('transport: patience', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers()));
  afterEach(() => {
    clock.restore();
  });

  it('ends when the time is over', () => {
    const { signal } = new Deadline(100, false);
    clock.tick(99);
    assert.equal(signal.aborted, false);
    clock.tick(1);
    assert.equal(signal.aborted, true);
  });

  it('stands still while it is stopped, and goes on with what was left', () => {
    const deadline = new Deadline(100, false);
    clock.tick(60);
    deadline.stop();
    clock.tick(1_000_000);
    deadline.go();
    clock.tick(39);
    assert.equal(deadline.signal.aborted, false);
    clock.tick(1);
    assert.equal(deadline.signal.aborted, true);
  });

  it('of the whole is not renewed by a step', () => {
    const deadline = new Deadline(100, false);
    for (let at = 0; at < 4; at++) {
      clock.tick(25);
      deadline.step();
    }
    clock.tick(0);
    assert.equal(deadline.signal.aborted, true);
  });

  it('for each step begins anew with it', () => {
    const deadline = new Deadline(100, true);
    for (let at = 0; at < 50; at++) {
      clock.tick(99);
      deadline.step();
    }
    assert.equal(deadline.signal.aborted, false);
    clock.tick(100);
    assert.equal(deadline.signal.aborted, true);
  });

  it('can become one for each step', () => {
    const deadline = new Deadline(100, false);
    clock.tick(90);
    deadline.forEachStep();
    clock.tick(90);
    deadline.stop();
    deadline.go();
    clock.tick(99);
    assert.equal(deadline.signal.aborted, false);
    clock.tick(1);
    assert.equal(deadline.signal.aborted, true);
  });

  it('that has ended holds no process up', () => {
    new Deadline(100, true).stop();
    assert.equal(clock.countTimers(), 0);
  });
});
