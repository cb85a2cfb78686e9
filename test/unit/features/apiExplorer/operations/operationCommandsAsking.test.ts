import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { FakeUri } from '../../../extension/fakeUri';
import { list, OperationCommandsFixture } from './operationCommandsFixture';

const request = `@profileId =\n\nGET {{host}}${list}/{{profileId}}\n`;

describe('API Explorer: commands on operations that ask', () => {
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

  const change = () => {
    fixture.window.sessions.setSignedIn(other);
  };

  describe('Pick Value', () => {
    beforeEach(() => {
      fixture.editor.answersPicks = true;
    });

    const place = (more: object = { name: 'profileId' }) => {
      const { uri } = fixture.editor.documents.open[0] ?? fixture.open(request);
      return { uri: uri.toString(), offset: 0, ...more };
    };
    const known = ({ id }: Account) => fixture.values.picked(id, 'profileId');

    it('R37: remembers what was chosen for the account, and writes nothing into the document', async () => {
      fixture.editor.chooses = ([first]) => first;
      await fixture.commands.pickValue(place());
      const [profile] = sandbox.profiles();
      assert.deepEqual(fixture.sent, [`harbor-owner GET ${list} 200`]);
      assert.equal(fixture.requests[0], request);
      assert.deepEqual([known(own), known(other)], [profile!.id, undefined]);
    });

    it('R11: writes and remembers nothing of a pick from before the account changed', async () => {
      fixture.editor.chooses = ([first]) => {
        change();
        return first;
      };
      await fixture.commands.pickValue(place());
      assert.equal(fixture.sent.length, 1);
      assert.equal(fixture.requests[0], request);
      assert.deepEqual([known(own), known(other)], [undefined, undefined]);
    });

    it('R11: asks nothing where the account changed while the descriptions came', async () => {
      fixture.editor.afterProgress = change;
      await fixture.commands.pickValue(place());
      assert.deepEqual(fixture.sent, []);
      assert.equal(fixture.requests[0], request);
    });

    it('run by keyboard, it is about the only id of the request', async () => {
      fixture.editor.chooses = ([first]) => first;
      await fixture.commands.pickValue(place({}));
      assert.equal(known(own), sandbox.profiles()[0]?.id);
    });

    it('asks which id is meant where the request has several, and Esc there is the end', async () => {
      const { uri } = fixture.open('GET {{host}}/x/{{profileId}}/{{branchId}}\n');
      await fixture.commands.pickValue({ uri: uri.toString(), offset: 0 });
      const { rows = [] } = fixture.editor.lists[0] ?? {};
      assert.deepEqual(
        rows.map(({ label }) => label),
        ['profileId', 'branchId'],
      );
      assert.deepEqual(fixture.sent, []);
    });

    it('says so where the request has none', async () => {
      const { uri } = fixture.open('GET {{host}}/x\n');
      await fixture.commands.pickValue({ uri: uri.toString(), offset: 0 });
      assert.deepEqual(fixture.editor.messages, ['This request has no ID to pick a value for.']);
    });

    it('T13: asks nothing without a request or an account', async () => {
      for (const argument of [undefined, null, {}, { name: 'profileId' }, { uri: 7, offset: 0 }]) {
        await fixture.commands.pickValue(argument);
      }
      await fixture.window.accounts.signOutOfAll();
      await fixture.commands.pickValue(place());
      assert.deepEqual(fixture.editor.executed, [['appcircle.signIn', 'forCommand']]);
      assert.deepEqual(fixture.sent, []);
    });
  });

  describe('a description in a file', () => {
    const choose = (file?: string) => {
      const opened = file === undefined ? undefined : [FakeUri.file(file)];
      const { window } = fixture.editor.api as { window: object };
      Object.assign(window, { showOpenDialog: () => Promise.resolve(opened) });
    };

    it('is opened, and the view shown', async () => {
      choose('/d/mine.json');
      await fixture.commands.openFile();
      assert.deepEqual(fixture.files, ['mine.json']);
      assert.deepEqual(fixture.editor.executed, [['appcircle.api.focus']]);
      assert.deepEqual(fixture.editor.messages, []);
    });

    it('R7: that is none is said, and not kept', async () => {
      choose('/d/bad.json');
      await fixture.commands.openFile();
      assert.deepEqual(fixture.files, []);
      assert.match(fixture.editor.messages[0] ?? '', /^bad\.json: ./);
      assert.deepEqual(fixture.editor.executed, []);
    });

    it('T5: Esc is the end', async () => {
      choose();
      await fixture.commands.openFile();
      assert.deepEqual(fixture.files, []);
    });

    it('T13: is closed, and nothing else is', async () => {
      choose('/d/mine.json');
      await fixture.commands.openFile();
      const module = { origin: 'file', name: 'mine.json' };
      for (const argument of [
        undefined,
        {},
        { kind: 'group', module },
        { kind: 'module', module: fixture.server },
      ]) {
        fixture.commands.closeFile(argument);
      }
      assert.deepEqual(fixture.files, ['mine.json']);
      fixture.commands.closeFile({ kind: 'module', module });
      assert.deepEqual(fixture.files, []);
    });
  });
});
