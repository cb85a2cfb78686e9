import assert from 'node:assert/strict';
import { makeAccount, type AccountNames } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import { Failure } from '../../../src/api/failure';
import type * as Dialog from '../../../src/features/signIn/dialog';
import type { FakeQuickPick } from '../extension/fakeQuickPick';
import type { FakeInputBox } from '../extension/fakeVscode';
import { settled } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const account = makeAccount({
  kind: 'personalAccessKey',
  hosts,
  organizationId: 'o',
  subject: 's',
  userName: undefined,
});
const key = 'c29tZSBrZXkgdGhhdCBpcyBsb25n+/==';

describe('the sign-in dialog', () => {
  const editor = useEditor('features/signIn/dialog') as EditorWith<typeof Dialog>;
  let sessions: SessionStore;
  let names: AccountNames;
  let attempts: { answer: (failure?: Failure) => void; signal: AbortSignal }[];
  let done: Promise<boolean>;

  beforeEach(() => {
    sessions = new SessionStore();
    sessions.setSignedOut();
    attempts = [];
    names = { organizationName: 'Harbor $(zap)' };
  });

  /** Opens the dialog, up to the list of kinds. */
  async function openKinds(purpose?: unknown): Promise<FakeQuickPick> {
    start(purpose);
    return editor.pick();
  }

  function start(purpose: unknown): void {
    const { module } = editor;
    for (const [setting, value] of Object.entries(hosts)) {
      editor.configured.set(
        `appcircle.${setting === 'dashboard' ? 'dashboardUrl' : `${setting}Endpoint`}`,
        value,
      );
    }
    const accounts = {
      signIn: (_credential: unknown, _hosts: unknown, signal: AbortSignal) =>
        new Promise((resolve, reject) => {
          attempts.push({
            signal,
            answer: (failure) => {
              if (failure) {
                reject(failure);
              } else {
                sessions.setSignedIn(account);
                resolve({ account, persistence: 'kept', named: Promise.resolve() });
              }
            },
          });
        }),
    };
    done = module.signIn(
      {
        accounts: { ...accounts, known: [account], organizations: { namesOf: () => names } },
        sessions,
      } as unknown as Dialog.SignInDeps,
      purpose,
    );
  }

  /** The same, up to the box for the key. */
  async function open(): Promise<FakeInputBox> {
    (await openKinds()).accept('Personal Access Key');
    return editor.box();
  }

  it('a link that names the kind leaves out the first question', async () => {
    for (const [kind, title, steps] of [
      ['personalAccessKey', 'Appcircle: Sign In', undefined],
      ['apiKey', 'Appcircle: Sign In', 3],
      ['selfHosted', 'Appcircle: Self-hosted Server', 3],
    ] as const) {
      editor.boxes.length = 0;
      start({ kind });
      const box = await editor.box();
      assert.deepEqual([box.title, box.step, box.totalSteps], [title, steps && 1, steps], kind);
      box.hide();
      assert.equal(await done, false);
    }
    assert.deepEqual(editor.picks, []);
  });

  it('T13: any other argument is asked about', async () => {
    for (const argument of [{ kind: 'environment' }, { kind: undefined }, null, 'apiKey', 3]) {
      editor.picks.length = 0;
      (await openKinds(argument)).hide();
      assert.equal(await done, false);
    }
    assert.deepEqual(editor.boxes, []);
  });

  it('R12: closes when another window has signed in, and says nothing', async () => {
    const box = await open();
    sessions.setSignedIn(account);
    await done;
    assert.equal(box.visible, false);
    assert.equal(attempts.length, 0);
    assert.deepEqual(editor.messages, []);
  });

  it('R12: asks for no key when another window signs in while the kind is chosen', async () => {
    const pick = await openKinds();
    sessions.setSignedIn(account);
    assert.equal(await done, false);
    assert.deepEqual([pick.visible, editor.boxes, editor.messages], [false, [], []]);
  });

  it('R12: closes while the hosts of a self-hosted server are asked for', async () => {
    (await openKinds()).accept('Self-hosted Server…');
    await editor.box();
    sessions.setSignedIn(account);
    await done;
    assert.deepEqual([editor.boxes.length, editor.boxes[0]?.visible], [1, false]);
  });

  it('R12: is not closed by its own success before it has moved the focus to the view', async () => {
    const box = await open();
    box.submit(key);
    attempts[0]?.answer();
    await done;
    assert.ok(editor.executed.some(([command]) => command === 'appcircle.distribution.focus'));
  });

  it('is busy and takes nothing twice while the server is asked', async () => {
    const box = await open();
    box.submit(key);
    box.submit(key);
    assert.deepEqual([attempts.length, box.busy, box.enabled], [1, true, false]);
    attempts[0]?.answer();
    await done;
  });

  it('T5: Esc while the server is asked ends the request, silently', async () => {
    const box = await open();
    box.submit(key);
    box.hide();
    assert.equal(attempts[0]?.signal.aborted, true);
    attempts[0].answer(new Failure('cancelled'));
    await done;
    await settled();
    assert.deepEqual(editor.messages, []);
  });

  it('T7: asks nobody while something is typed that cannot be a key', async () => {
    const box = await open();
    box.submit('');
    box.submit('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln');
    assert.match(box.validationMessage?.message ?? '', /short-lived access token, not a key/);
    assert.equal(attempts.length, 0);
    box.hide();
    await done;
  });

  it('says to whom somebody has signed in, as text, and that it was done', async () => {
    const box = await open();
    box.submit(key);
    attempts[0]?.answer();
    assert.equal(await done, true);
    await settled();
    assert.deepEqual(editor.statusBar, ['Signed in to Harbor \\$(zap).']);
  });

  it('says whose key it is where the organization has no name yet, and never an id', async () => {
    names = {};
    const box = await open();
    box.submit(key);
    attempts[0]?.answer();
    await done;
    await settled();
    assert.deepEqual(editor.statusBar, ['Signed in to Appcircle.']);
  });

  it('leaves the focus where it is for a command that goes on', async () => {
    (await openKinds('forCommand')).accept('Personal Access Key');
    (await editor.box()).submit(key);
    attempts[0]?.answer();
    assert.equal(await done, true);
    assert.ok(!editor.executed.some(([command]) => command === 'appcircle.distribution.focus'));
  });

  describe('a key in the list of kinds', () => {
    const first = 'Use Pasted Text as Personal Access Key';

    it('leaves the list at once, and is never shown', async () => {
      const pick = await openKinds();
      pick.type(key);
      assert.equal(pick.value, '');
      assert.deepEqual([pick.labels[0], pick.activeItems[0]?.label], [first, first]);
      assert.ok(
        !JSON.stringify(
          pick.items.map(({ choice: _, ...row }: object & { choice?: unknown }) => row),
        ).includes(key),
      );
      pick.hide();
      assert.equal(await done, false);
    });

    it('is taken as a Personal Access Key, without being asked for again', async () => {
      const pick = await openKinds();
      pick.type(key);
      pick.accept(first);
      const box = await editor.box();
      assert.deepEqual([box.password, box.value, box.busy, attempts.length], [true, key, true, 1]);
      attempts[0]?.answer();
      assert.equal(await done, true);
    });

    it('with something around it stands in the masked box first, with the remark', async () => {
      const pick = await openKinds();
      pick.type(`export AC_KEY="${key}"`);
      pick.accept(first);
      const box = await editor.box();
      assert.equal(attempts.length, 0);
      assert.match(box.validationMessage?.message ?? '', /other words and quotes or brackets/);
      box.press('Clean Up Pasted Text');
      assert.equal(box.value, key);
      box.hide();
      await done;
    });

    it('an access token is told what it is, and leads nowhere', async () => {
      const pick = await openKinds();
      pick.type('Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln');
      assert.equal(pick.value, '');
      const [label = ''] = pick.labels;
      assert.match(label, /short-lived access token, not a key/);
      pick.accept(label);
      assert.deepEqual([pick.visible, editor.boxes.length], [true, 0]);
      pick.hide();
      await done;
    });

    it('words that somebody types filter the list as usual', async () => {
      const pick = await openKinds();
      for (const at of Array.from('personal access key 2', (_, index) => index + 1)) {
        pick.type('personal access key 2'.slice(0, at));
      }
      pick.type('Self-hosted Server');
      assert.deepEqual([pick.value, pick.labels.length], ['Self-hosted Server', 3]);
      pick.hide();
      await done;
    });
  });
});
