import assert from 'node:assert/strict';
import { inSubOrganization, makeAccount } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import { Failure } from '../../../src/api/failure';
import type * as Dialog from '../../../src/features/signIn/dialog';
import type { FakeInputBox } from '../extension/fakeVscode';
import { settled, until } from '../support/until';
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
  let attempts: { answer: (failure?: Failure) => void; signal: AbortSignal }[];
  let done: Promise<void>;

  beforeEach(() => {
    sessions = new SessionStore();
    sessions.setSignedOut();
    attempts = [];
  });

  /** Opens the dialog, up to the box for the key. */
  async function open(): Promise<FakeInputBox> {
    const { module } = editor;
    editor.chooses = (rows) => rows[0];
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
                resolve({ account, persistence: 'kept' });
              }
            },
          });
        }),
    };
    done = module.signIn({ accounts, sessions } as unknown as Dialog.SignInDeps);
    await until(() => editor.boxes.length > 0, 'the box');
    const [box] = editor.boxes;
    assert.ok(box);
    return box;
  }

  it('R12: closes when another window has signed in, and says nothing', async () => {
    const box = await open();
    sessions.setSignedIn(account);
    await done;
    assert.equal(box.visible, false);
    assert.equal(attempts.length, 0);
    assert.deepEqual(editor.messages, []);
  });

  it('R12: asks for no key when another window signs in while the kind is chosen', async () => {
    const { module } = editor;
    editor.chooses = (rows) => {
      sessions.setSignedIn(account);
      return rows[0];
    };
    await module.signIn({ sessions } as unknown as Dialog.SignInDeps);
    assert.deepEqual([editor.boxes, editor.messages], [[], []]);
  });

  it('R12: closes while the hosts of a self-hosted server are asked for', async () => {
    const { module } = editor;
    editor.chooses = (rows) => rows.find(({ label }) => label.startsWith('Self-hosted'));
    done = module.signIn({ sessions } as unknown as Dialog.SignInDeps);
    await until(() => editor.boxes.length > 0, 'the box');
    sessions.setSignedIn(account);
    await done;
    assert.deepEqual([editor.boxes.length, editor.boxes[0]?.visible], [1, false]);
  });

  it('another secret of an API key is for the organization that it acts in, by proposal', async () => {
    const { module } = editor;
    const stored = makeAccount({ ...account, kind: 'apiKey' });
    const accounts = { known: [stored], organizations: { namesOf: () => ({}) } };
    const metadata = { of: () => ({}) };
    done = module.replaceKey(
      { accounts, metadata } as unknown as Dialog.SignInDeps,
      inSubOrganization(stored, 'sub'),
    );
    for (const [at, text] of ['name', 'secret'].entries()) {
      await until(() => editor.boxes.length === at + 1, 'the box');
      editor.boxes[at]?.submit(text);
    }
    await until(() => editor.boxes.length === 3, 'the organization');
    assert.equal(editor.boxes[2]?.value, 'o');
    editor.boxes[2].hide();
    await done;
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
});
