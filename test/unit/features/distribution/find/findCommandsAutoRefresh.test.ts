import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../../src/api/failure';
import { FindingHouse, served } from './findFixture';

describe('the Distribution view by itself', () => {
  let house: FindingHouse;
  let clock: sinon.SinonFakeTimers;
  let end: () => void;
  const all = '/distribution/v2/profiles';
  const harbor = `${all}/id%20of%20Harbor`;

  beforeEach(async () => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    house = new FindingHouse();
    house.served = served;
    end = () => undefined;
    await house.treeView.nodes(await house.row('Harbor'));
    house.treeView.look(true);
    house.asked.length = 0;
  });
  afterEach(() => {
    end();
    house.dispose();
    clock.restore();
  });

  const begin = () =>
    void house.workspace.shared.underWay.during(() => new Promise<void>((resolve) => (end = resolve)));
  /** The editor draws what it was told to, with the profile that is open. */
  const draw = async () => {
    house.treeView.renewed.length = 0;
    await house.treeView.nodes(await house.row('Harbor'));
  };

  it('R16: asks for nothing in an hour with nothing under way, however often it is opened and the window looked at', async () => {
    for (let minute = 0; minute < 60; minute++) {
      house.treeView.look(minute % 2 === 0);
      house.editor.windowState.fire({ focused: true });
      await draw();
      await clock.tickAsync(60_000);
    }
    assert.deepEqual(house.asked, []);
  });

  it('R16: asks for rows and open versions while something is under way', async () => {
    begin();
    await clock.tickAsync(4_999);
    assert.deepEqual(house.asked, []);
    await clock.tickAsync(1);
    assert.deepEqual(house.asked, [all]);
    assert.ok(house.treeView.renewed.length > 0);
    await draw();
    assert.deepEqual(house.asked, [all, harbor]);
    end();
    await clock.tickAsync(600_000);
    await draw();
    assert.deepEqual(house.asked, [all, harbor]);
  });

  it('R16: a server that asks to wait is not asked for versions either, and the rows stay', async () => {
    begin();
    house.fails = new Failure('rateLimited', { host: 'api.example', retryAfter: 90 });
    await clock.tickAsync(5_000);
    await draw();
    assert.match(house.treeView.message ?? '', /was asked too often/);
    await clock.tickAsync(89_999);
    await draw();
    assert.deepEqual(house.asked, [all]);
    house.fails = undefined;
    await clock.tickAsync(1);
    await draw();
    assert.deepEqual([house.asked, house.treeView.message], [[all, all, harbor], '']);
  });

  it('R16: asks for nothing any more once it is disposed', async () => {
    begin();
    house.dispose();
    await clock.tickAsync(600_000);
    assert.deepEqual(house.asked, []);
  });
});
