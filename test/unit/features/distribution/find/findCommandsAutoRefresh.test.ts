import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../../src/api/failure';
import { useFind } from './findFixture';

describe('the Distribution view by itself', () => {
  const fixture = useFind();
  const { editor } = fixture;
  let clock: sinon.SinonFakeTimers;
  let end: () => void;
  const all = '/distribution/v2/profiles';
  const harbor = `${all}/id%20of%20Harbor`;

  beforeEach(async () => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    fixture.begin();
    end = () => undefined;
    await fixture.treeView.nodes(await fixture.row('Harbor'));
    fixture.treeView.look(true);
    fixture.asked.length = 0;
  });
  afterEach(() => {
    end();
    clock.restore();
  });

  const begin = () =>
    void fixture.workspace.shared.activity.track(() => new Promise<void>((resolve) => (end = resolve)));
  /** The editor draws what it was told to, with the profile that is open. */
  const draw = async () => {
    fixture.treeView.renewed.length = 0;
    await fixture.treeView.nodes(await fixture.row('Harbor'));
  };

  it('R16: asks for nothing in an hour with nothing under way, however often it is opened and the window looked at', async () => {
    for (let minute = 0; minute < 60; minute++) {
      fixture.treeView.look(minute % 2 === 0);
      editor.windowState.fire({ focused: true });
      await draw();
      await clock.tickAsync(60_000);
    }
    assert.deepEqual(fixture.asked, []);
  });

  it('R16: asks for rows and open versions while something is under way', async () => {
    begin();
    await clock.tickAsync(4_999);
    assert.deepEqual(fixture.asked, []);
    await clock.tickAsync(1);
    assert.deepEqual(fixture.asked, [all]);
    assert.ok(fixture.treeView.renewed.length > 0);
    await draw();
    assert.deepEqual(fixture.asked, [all, harbor]);
    end();
    await clock.tickAsync(600_000);
    await draw();
    assert.deepEqual(fixture.asked, [all, harbor]);
  });

  it('R16: a server that asks to wait is not asked for versions either, and the rows stay', async () => {
    begin();
    fixture.fails = new Failure('rateLimited', { host: 'api.example', retryAfter: 90 });
    await clock.tickAsync(5_000);
    await draw();
    assert.match(fixture.treeView.message ?? '', /Too many requests to api\.example/);
    await clock.tickAsync(89_999);
    await draw();
    assert.deepEqual(fixture.asked, [all]);
    fixture.fails = undefined;
    await clock.tickAsync(1);
    await draw();
    assert.deepEqual([fixture.asked, fixture.treeView.message], [[all, all, harbor], '']);
  });

  it('R16: asks for nothing any more once it is disposed', async () => {
    begin();
    fixture.dispose();
    await clock.tickAsync(600_000);
    assert.deepEqual(fixture.asked, []);
  });
});
