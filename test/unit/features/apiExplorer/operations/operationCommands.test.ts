import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { gate } from '../../../support/fakes/secrets';
import { settled } from '../../../support/until';
import { list, OperationCommandsFixture } from './operationCommandsFixture';

describe('API Explorer: commands on operations', () => {
  let sandbox: Sandbox;
  let fixture: OperationCommandsFixture;
  let other: Account;
  let own: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new OperationCommandsFixture(sandbox);
    other = await fixture.signIn('northwind-owner');
    own = await fixture.signIn('harbor-owner');
  });
  afterEach(() => {
    fixture.dispose();
  });

  /** What was opened, shown, copied and remembered, for whichever account. */
  const effects = () => [
    ...fixture.requests,
    ...fixture.previews,
    fixture.editor.clipboard,
    ...[own, other].flatMap((account) => fixture.recent.of(account)),
  ];
  const nothing = [''];

  it('Go to API Operation opens a request of the one that is picked, or its documentation', async () => {
    const first = await fixture.picking(() => fixture.commands.goTo());
    first.pick.accept('All profiles');
    await first.done;
    assert.match(fixture.requests[0] ?? '', new RegExp(`^GET \\{\\{host\\}\\}${list}$`, 'm'));
    assert.equal(fixture.editor.shownDocuments[0]?.options.preview, false);
    const { pick, done } = await fixture.picking(() => fixture.commands.goTo());
    assert.deepEqual(pick.labels, ['[recently used]', 'All profiles', '[all operations]', 'A profile']);
    pick.pressButton('A profile');
    await done;
    assert.match(fixture.previews[0] ?? '', new RegExp(`^/${own.credentialId}/server/.*A profile $`));
    assert.equal(fixture.requests.length, 1);
    assert.equal(fixture.recent.of(own).length, 2);
    assert.deepEqual(fixture.recent.of(other), []);
  });

  const withoutRow: [name: string, run: () => Promise<void>][] = [
    ['Go to API Operation', () => fixture.commands.goTo()],
    ['New API Request', () => fixture.commands.newRequest(undefined)],
    ['Copy API Path', () => fixture.commands.copyPath(undefined)],
    ['Show API Documentation', () => fixture.commands.show(undefined)],
  ];
  for (const [name, run] of withoutRow) {
    it(`T5: ${name}: Esc is the end`, async () => {
      const { pick, done } = await fixture.picking(run);
      pick.hide();
      await done;
      assert.deepEqual(effects(), nothing);
    });

    for (const press of ['accept', 'pressButton'] as const) {
      it(`R11: ${name}: a pick from before the account changed (${press}) has no effect`, async () => {
        const { pick, done } = await fixture.picking(run);
        fixture.window.sessions.setSignedIn(other);
        pick[press]('A profile');
        await done;
        assert.deepEqual(effects(), nothing);
      });
    }

    it(`${name}: who is signed out is asked to sign in, and no operation is offered`, async () => {
      await fixture.window.accounts.signOutOfAll();
      await run();
      assert.deepEqual(fixture.editor.executed, [['appcircle.signIn', 'forCommand']]);
      assert.deepEqual(fixture.editor.picks, []);
      assert.deepEqual(effects(), nothing);
    });
  }

  it('T13: what a command was run on that is no operation is asked for', async () => {
    for (const argument of [null, 7, {}, { kind: 'module', module: fixture.server }]) {
      fixture.editor.clipboard = '';
      const { pick, done } = await fixture.picking(() => fixture.commands.copyPath(argument));
      pick.accept('A profile');
      await done;
      assert.equal(fixture.editor.clipboard, `${list}/{profileId}`);
    }
  });

  it('of a row the path is copied, and nothing is asked', async () => {
    await fixture.commands.copyPath(fixture.node(`GET ${list}/{profileId}`));
    assert.equal(fixture.editor.clipboard, `${list}/{profileId}`);
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(fixture.editor.picks, []);
  });

  it('R37: a new request leaves its ids blank, whatever was picked before', async () => {
    await fixture.values.pick(own, [['profileId', 'of-harbor']]);
    await fixture.commands.newRequest(fixture.node(`GET ${list}/{profileId}`));
    assert.match(fixture.requests[0] ?? '', /^@profileId =$/m);
    assert.doesNotMatch(fixture.requests[0] ?? '', /of-harbor/);
  });

  it('the cursor of a new request stands where the first value is missing', async () => {
    await fixture.commands.newRequest(fixture.node(`GET ${list}/{profileId}`));
    const { text, options } = fixture.editor.shownDocuments[0] ?? assert.fail();
    const { line = -1, character = -1 } = options.selection?.start ?? {};
    assert.equal(text.split('\n')[line]?.slice(0, character), '@profileId =');
    await fixture.commands.newRequest(fixture.node(`GET ${list}`));
    assert.equal(fixture.editor.shownDocuments[1]?.options.selection, undefined);
  });

  it('R11: a new request is not opened for an account that was left while the description came', async () => {
    const { promise, release } = gate();
    fixture.reading = promise;
    const opening = fixture.commands.newRequest(fixture.node(`GET ${list}`));
    await settled();
    fixture.window.sessions.setSignedIn(other);
    release();
    await opening;
    assert.deepEqual(effects(), nothing);
  });

  describe('Show API Documentation of a request', () => {
    it('shows that of its operation', async () => {
      const { uri } = fixture.open(`GET {{host}}${list}/42\n`);
      await fixture.commands.show({ uri: uri.toString(), offset: 0 });
      assert.match(fixture.previews[0] ?? '', /A profile $/);
      assert.equal(fixture.recent.of(own).length, 1);
      assert.deepEqual(fixture.editor.picks, []);
    });

    it('says so where none is known', async () => {
      const { uri } = fixture.open('GET {{host}}/nowhere\n');
      await fixture.commands.show({ uri: uri.toString(), offset: 0 });
      assert.deepEqual(fixture.editor.messages, ['No API operation matches this request.']);
      assert.deepEqual(fixture.previews, []);
    });

    it('R11: shows nothing of an account that was left while its descriptions came', async () => {
      fixture.editor.afterProgress = () => {
        fixture.window.sessions.setSignedIn(other);
      };
      const { uri } = fixture.open(`GET {{host}}${list}/42\n`);
      await fixture.commands.show({ uri: uri.toString(), offset: 0 });
      assert.deepEqual(fixture.previews, []);
      assert.deepEqual(
        [own, other].map((account) => fixture.recent.of(account)),
        [[], []],
      );
      assert.deepEqual(fixture.editor.messages, []);
    });
  });
});
