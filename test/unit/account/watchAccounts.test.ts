import assert from 'node:assert/strict';
import { makeAccount, type Account } from '../../../src/account/account';
import { watchAccounts } from '../../../src/account/watchAccounts';
import { SessionStore } from '../../../src/account/sessionStore';
import { Emitter } from '../../../src/support/emitter';

const host = 'https://api.example';

function accountOf(subject: string): Account {
  return makeAccount({
    kind: 'personalAccessKey',
    hosts: { api: host, auth: host, dashboard: host },
    organizationId: 'org',
    subject,
    userName: subject,
  });
}

describe('who is signed in, watched', () => {
  let known: Account[];
  let told: number;
  let sessions: SessionStore;
  let read: () => void;

  beforeEach(() => {
    known = [];
    told = 0;
    sessions = new SessionStore();
    const reads = new Emitter<void>();
    read = () => {
      reads.fire();
    };
    const accounts = {
      get known() {
        return known;
      },
      onDidChange: reads.event,
    } as unknown as Parameters<typeof watchAccounts>[0];
    watchAccounts(accounts, sessions, () => told++);
  });

  it('tells when somebody came or went, and not each time that the storage is read', () => {
    known = [accountOf('one')];
    read();
    read();
    assert.equal(told, 1);
    known = [accountOf('one'), accountOf('two')];
    read();
    assert.equal(told, 2);
    known = [accountOf('two')];
    read();
    assert.equal(told, 3);
  });

  it('tells nothing while nobody knows who is signed in, and tells that nobody is', () => {
    read();
    assert.equal(told, 0);
    sessions.signedOut();
    read();
    assert.equal(told, 1);
  });
});
