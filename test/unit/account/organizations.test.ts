import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { KnownAccounts } from '../../../src/account/knownAccounts';
import { Organizations } from '../../../src/account/organizations';
import { clientOf } from '../api/fakeClient';
import { json, RawServer } from '../api/transport/rawServer';
import { FakeMemento } from '../support/fakes/memento';
import { until } from '../support/until';
import { accountOf, hostsAt, keyOf } from './accountFixture';

describe('organizations', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const account = () => accountOf(keyOf('a-key-of-some-length'), hostsAt(server.origin), 'sub', 'root');
  const questions: [
    what: string,
    ask: (of: Organizations) => Promise<unknown>,
    body: unknown,
    noted: object,
  ][] = [
    [
      'sub-organizations',
      (organizations) => organizations.fetch(account()),
      [{ id: 'branch', name: 'Branch', rootOrganizationId: 'root' }],
      { subOrganizations: [{ id: 'branch', name: 'Branch' }] },
    ],
    [
      'a name',
      (organizations) => organizations.fetchName(account()),
      { id: 'root', name: 'Root' },
      { organizationName: 'Root' },
    ],
  ];

  for (const [what, ask, body, noted] of questions) {
    for (const leaves of [false, true]) {
      it(`R3: ${what}: ${leaves ? 'not remembered of who signed out meanwhile' : 'remembered'}`, async () => {
        const metadata = new AccountMetadataStore(new FakeMemento());
        const known = new KnownAccounts();
        known.add(account());
        let respond: (() => void) | undefined;
        server.answer((response, request, nth) => {
          respond = () => {
            json(200, body)(response, request, nth);
          };
        });
        const asking = ask(new Organizations(metadata, () => clientOf(server.origin).client, known));
        await until(() => respond !== undefined, 'the request');
        if (leaves) known.replace([], { newer: [], damaged: [] });
        respond?.();
        await asking;
        assert.deepEqual(metadata.of(account().id), leaves ? {} : noted);
      });
    }
  }
});
