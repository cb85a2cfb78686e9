import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { until } from '../../../support/until';
import { row, useUploads } from './uploadFixture';

const unreachable = () => new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' });

describe('Upload Version: what is not done yet', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  it('one that failed is offered first the next time, where it may be meant, and goes on', async () => {
    const { server, uploads } = fixture;
    server.once('commit', unreachable());
    await fixture.run();
    user.chooses = ['Another Upload'];
    await uploads.upload(undefined);
    assert.deepEqual(user.rows(-1), ['Try Again: app.ipa to Field Reports', 'Another Upload…']);
    assert.match(
      editor.lists.at(-1)?.rows[0]?.detail ?? '',
      /stopped after the file was sent but before it was submitted/,
    );
    await uploads.upload({ ...row, row: { id: 'another', name: 'Another' } });
    await uploads.upload(fixture.file('other.ipa'));
    assert.ok(!editor.lists.slice(2).some(({ rows }) => rows[0]?.label.startsWith('Try Again')));
    user.chooses = ['Try Again'];
    await uploads.upload(row);
    assert.deepEqual([server.stored.length, server.commits.length], [1, 2]);
    const before = editor.lists.length;
    await uploads.upload(row);
    assert.equal(editor.lists.length, before);
  });

  it('one that was tried again in one way is not tried again in the other', async () => {
    const { server, uploads } = fixture;
    server.once('commit', unreachable());
    user.meanwhile = async (text) => {
      if (text.startsWith('The upload of')) {
        user.chooses = ['Try Again'];
        await uploads.upload(undefined);
        user.presses = ['Try Again'];
      }
    };
    await fixture.run();
    assert.equal(server.commits.length, 2);
  });

  it('R9: what failed is forgotten with its account', async () => {
    const { server, uploads, sessions } = fixture;
    server.once('commit', unreachable());
    user.presses = ['Try Again'];
    user.meanwhile = () => {
      sessions.setSignedIn(fixture.other());
    };
    await fixture.run();
    assert.equal(server.commits.length, 1);
    sessions.setSignedIn(fixture.account);
    editor.opens = [fixture.file()];
    await uploads.upload(row);
    assert.ok(!editor.lists.at(-1)?.rows[0]?.label.startsWith('Try Again'));
  });

  it('what is being sent is not sent a second time beside it, whether it is new or tried again', async () => {
    const { server } = fixture;
    server.once('commit', unreachable());
    await fixture.run();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.onStep = () => held;
    const file = fixture.file();
    const running = fixture.run(file);
    await until(() => server.steps.length === 4);
    const before = [editor.lists.length, server.steps.length];
    await fixture.run(file);
    assert.equal(editor.messages.at(-1), 'app.ipa is already being uploaded to Field Reports.');
    assert.deepEqual([editor.lists.length, server.steps.length], before);
    release();
    await running;
    assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');
    await fixture.run(file);
    assert.equal(server.commits.length, 3);
  });

  it('two that are asked about at once are one', async () => {
    const { server } = fixture;
    let asked = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const log = () => {
      asked += 1;
      return held;
    };
    const getAPI = () => ({ state: 'initialized', getRepository: () => ({ log }) });
    editor.git = { isActive: true, exports: { enabled: true, getAPI } };
    const file = fixture.file();
    editor.opens = [file, file];
    user.chooses = ['Upload Without', 'Upload Without'];
    const both = [fixture.uploads.upload(row), fixture.uploads.upload(row)];
    await until(() => asked === 2);
    release();
    await Promise.all(both);
    assert.deepEqual([server.stored, editor.lists.length], [['the app'], 2]);
    assert.match(editor.messages.join(), /is already being uploaded to Field Reports/);
  });

  it('rule 8: an account that left while something was remembered sends nothing, and it is said', async () => {
    const { server, memento, sessions } = fixture;
    const update = memento.update.bind(memento);
    memento.update = async (key, value) => {
      await update(key, value);
      sessions.setSignedIn(fixture.other());
    };
    await fixture.run();
    assert.deepEqual(server.steps, []);
    assert.ok(!editor.progresses.some(({ title }) => title.startsWith('Uploading')));
    assert.match(
      editor.messages[0] ?? '',
      /^app\.ipa was not uploaded to Field Reports because the account changed\./,
    );
  });

  it('several go on at a time', async () => {
    const { server, uploads } = fixture;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.onStep = () => held;
    const files = ['a.ipa', 'b.ipa'].map((name) => fixture.file(name, name));
    user.chooses = ['Upload Without', 'Upload Without'];
    const running = files.map((file) => uploads.upload(file));
    while (editor.progresses.length < 2) await new Promise(setImmediate);
    release();
    await Promise.all(running);
    assert.deepEqual(server.stored.sort(), ['a.ipa', 'b.ipa']);
    assert.deepEqual(fixture.wasUnderWay.slice(-2), [true, false]);
  });
});
