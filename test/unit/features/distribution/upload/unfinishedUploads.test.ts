import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { until } from '../../../support/until';
import { row, UploadHouse } from './uploadFixture';

const unreachable = () => new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' });

describe('Upload Version: what is not done yet', () => {
  let house: UploadHouse;
  beforeEach(() => {
    house = new UploadHouse();
  });
  afterEach(() => {
    house.dispose();
  });

  it('one that failed is offered first the next time, where it may be meant, and goes on', async () => {
    const { person, server, uploads } = house;
    server.once('commit', unreachable());
    await house.run();
    person.chooses = ['Another Upload'];
    await uploads.upload(undefined);
    assert.deepEqual(person.rows(-1), ['Try Again: app.ipa to Field Reports', 'Another Upload…']);
    assert.match(
      person.picks.at(-1)?.rows[0]?.detail ?? '',
      /stopped when the file was sent and not yet handed over/,
    );
    await uploads.upload({ ...row, row: { id: 'another', name: 'Another' } });
    await uploads.upload(house.file('other.ipa'));
    assert.ok(!person.picks.slice(2).some(({ rows }) => rows[0]?.label.startsWith('Try Again')));
    person.chooses = ['Try Again'];
    await uploads.upload(row);
    assert.deepEqual([server.stored.length, server.commits.length], [1, 2]);
    const before = person.picks.length;
    await uploads.upload(row);
    assert.equal(person.picks.length, before);
  });

  it('one that was tried again in one way is not tried again in the other', async () => {
    const { person, server, uploads } = house;
    server.once('commit', unreachable());
    person.meanwhile = async (text) => {
      if (text.startsWith('The upload of')) {
        person.chooses = ['Try Again'];
        await uploads.upload(undefined);
        person.presses = ['Try Again'];
      }
    };
    await house.run();
    assert.equal(server.commits.length, 2);
  });

  it('R9: what failed is forgotten with its account', async () => {
    const { person, server, uploads, sessions } = house;
    server.once('commit', unreachable());
    person.presses = ['Try Again'];
    person.meanwhile = () => {
      sessions.signedIn(house.other());
    };
    await house.run();
    assert.equal(server.commits.length, 1);
    sessions.signedIn(house.account);
    person.opens = [house.file()];
    await uploads.upload(row);
    assert.ok(!person.picks.at(-1)?.rows[0]?.label.startsWith('Try Again'));
  });

  it('what is being sent is not sent a second time beside it, whether it is new or tried again', async () => {
    const { person, server } = house;
    server.once('commit', unreachable());
    await house.run();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.onStep = () => held;
    const file = house.file();
    const running = house.run(file);
    await until(() => server.steps.length === 4);
    const before = [person.picks.length, server.steps.length];
    await house.run(file);
    assert.equal(
      person.said.at(-1),
      'app.ipa is being uploaded to Field Reports already. Nothing was sent a second time.',
    );
    assert.deepEqual([person.picks.length, server.steps.length], before);
    release();
    await running;
    assert.equal(person.said.at(-1), 'app.ipa was uploaded to Field Reports.');
    await house.run(file);
    assert.equal(server.commits.length, 3);
  });

  it('two that are asked about at once are one', async () => {
    const { person, server } = house;
    let asked = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const log = () => {
      asked += 1;
      return held;
    };
    const getAPI = () => ({ state: 'initialized', getRepository: () => ({ log }) });
    person.git = { isActive: true, exports: { enabled: true, getAPI } };
    const file = house.file();
    person.opens = [file, file];
    person.chooses = ['No Release Notes', 'No Release Notes'];
    const both = [house.uploads.upload(row), house.uploads.upload(row)];
    await until(() => asked === 2);
    release();
    await Promise.all(both);
    assert.deepEqual([server.stored, person.picks.length], [['the app'], 2]);
    assert.match(person.said.join(), /is being uploaded to Field Reports already/);
  });

  it('rule 8: an account that left while something was remembered sends nothing, and it is said', async () => {
    const { person, server, memory, sessions } = house;
    const update = memory.update.bind(memory);
    memory.update = async (key, value) => {
      await update(key, value);
      sessions.signedIn(house.other());
    };
    await house.run();
    assert.deepEqual([server.steps, person.progress], [[], []]);
    assert.match(person.said[0] ?? '', /^app\.ipa was not uploaded to Field Reports, since another account/);
  });

  it('several go on at a time', async () => {
    const { person, server, uploads } = house;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.onStep = () => held;
    const files = ['a.ipa', 'b.ipa'].map((name) => house.file(name, name));
    person.chooses = ['No Release Notes', 'No Release Notes'];
    const running = files.map((file) => uploads.upload(file));
    while (person.progress.length < 2) await new Promise(setImmediate);
    release();
    await Promise.all(running);
    assert.deepEqual(server.stored.sort(), ['a.ipa', 'b.ipa']);
    assert.deepEqual(house.wasUnderWay.slice(-2), [true, false]);
  });
});
