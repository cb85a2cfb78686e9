import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type * as vscode from 'vscode';
import { ACCOUNT_METADATA_KEY } from '../../../src/account/accountMetadata';
import { ACTIVE_ACCOUNT } from '../../../src/account/activeChoice';
import { CredentialStore } from '../../../src/account/credentialStore';
import type { Memento } from '../../../src/support/memento';
import { accountOf, hostsAt, keyOf } from '../account/accountFixture';
import { FakeSecrets } from '../support/fakes/secrets';
import { sentinel } from '../support/leaks';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

const stored = {
  account: accountOf(keyOf(sentinel), hostsAt('https://auth.example')),
  credential: keyOf(sentinel),
};
const { id } = stored.account;

const any = fc.jsonValue({ maxDepth: 3 });
const some = <T>(value: fc.Arbitrary<T>) => fc.oneof(any, value);
const metadata = fc.record(
  {
    organizationName: some(fc.string()),
    subOrganizations: some(fc.array(some(fc.record({ id: any, name: any }, { requiredKeys: [] })))),
    label: some(fc.string()),
    keyExpiresAt: some(fc.double()),
    remindedAt: some(fc.double()),
    snoozedUntil: some(fc.double()),
    mcp: any,
    aiAccess: some(fc.constantFrom('none', 'read', 'write', 'mcp', 'all')),
  },
  { requiredKeys: [] },
);
const choice = fc.record(
  { account: some(fc.constant(id)), organization: some(fc.string()) },
  { requiredKeys: [] },
);

/** Whatever JSON an earlier version, another one or a person has left in the editor's state. */
const state = fc.record({
  [ACCOUNT_METADATA_KEY]: some(fc.record({ [id]: some(metadata) })),
  [ACTIVE_ACCOUNT]: some(choice),
  other: any,
});

/** A state in which every key is found, with the value of `other` where it has none of its own. */
class FoundState implements Memento {
  private readonly values: Map<string, unknown>;

  constructor(values: Record<string, unknown>) {
    this.values = new Map(Object.entries(JSON.parse(JSON.stringify(values)) as object));
  }

  get(key: string): unknown {
    return this.values.has(key) ? this.values.get(key) : this.values.get('other');
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

describe('a start with anything in the editor’s state', () => {
  const editor = useEditor('extension') as EditorWith<{ activate: (context: unknown) => unknown }>;

  it('is signed in with the stored key, and shows no defect', async () => {
    const secrets = new FakeSecrets();
    await new CredentialStore(secrets).write(stored);
    await fc.assert(
      fc.asyncProperty(state, state, async (everywhere, workspace) => {
        editor.reset();
        // Nobody looks, so that no server is asked.
        editor.focused = false;
        const subscriptions: vscode.Disposable[] = [];
        editor.module.activate({
          subscriptions,
          secrets,
          globalState: new FoundState(everywhere),
          workspaceState: new FoundState(workspace),
          globalStorageUri: { fsPath: path.join(tmpdir(), 'appcircle-no-such-folder') },
          extension: { packageJSON: { version: '1.2.3' }, extensionUri: {} },
        });
        try {
          await until(() => editor.context('appcircle.session').includes('signedIn'), 'the session');
          assert.deepEqual(editor.messages, []);
        } finally {
          for (const subscription of subscriptions.reverse()) subscription.dispose();
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 6000 },
    );
  });
});
