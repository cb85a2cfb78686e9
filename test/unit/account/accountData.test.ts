import assert from 'node:assert/strict';
import { inSubOrganization, makeAccount, type Account } from '../../../src/account/account';
import { AccountData, type RetainedAccounts } from '../../../src/account/accountData';
import { SessionStore } from '../../../src/account/sessionStore';
import { Emitter } from '../../../src/support/emitter';
import { RecordingLog } from '../support/fakes/log';
import { settled } from '../support/until';

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

describe('the registry of data of accounts', () => {
  let known: Account[];
  let isRead: boolean;
  let unusableIds: string[];
  let told: RetainedAccounts[];
  let log: RecordingLog;
  let data: AccountData;
  let sessions: SessionStore;
  let read: () => void;

  beforeEach(() => {
    known = [];
    isRead = true;
    unusableIds = [];
    told = [];
    log = new RecordingLog();
    sessions = new SessionStore();
    const reads = new Emitter<void>();
    read = () => {
      reads.fire();
    };
    const accounts = {
      get known() {
        return known;
      },
      get isRead() {
        return isRead;
      },
      get stored() {
        return { unusableIds };
      },
      onDidChange: reads.event,
    } as unknown as ConstructorParameters<typeof AccountData>[0];
    data = new AccountData(accounts, sessions, log);
    data.add((retained) => told.push(retained));
  });

  it('an account whose record cannot be used is not signed out: what is kept of it stays', () => {
    unusableIds = ['damaged-or-newer'];
    read();
    const [retained] = told;
    assert.deepEqual(
      [retained?.hasCredential('damaged-or-newer'), retained?.hasAccount('damaged-or-newer')],
      [true, true],
    );
    unusableIds = [];
    read();
    assert.equal(told[1]?.hasCredential('damaged-or-newer'), false);
  });

  it('tells when somebody came or went, and not each time that the storage is read', () => {
    known = [accountOf('one')];
    read();
    read();
    assert.equal(told.length, 1);
    known = [accountOf('one'), accountOf('two')];
    read();
    assert.equal(told.length, 2);
    known = [accountOf('two')];
    read();
    assert.equal(told.length, 3);
  });

  it('tells nothing while nobody knows who is signed in, and tells that nobody is', () => {
    isRead = false;
    read();
    sessions.setSignedIn(accountOf('environment'));
    read();
    assert.equal(told.length, 0);
    isRead = true;
    sessions.setSignedOut();
    read();
    assert.equal(told.length, 1);
  });

  it('rule 8: tells that the last stored account went while the token of the environment is in use', () => {
    const [stored, environment] = [accountOf('stored'), accountOf('environment')];
    known = [stored];
    sessions.setSignedIn(environment);
    read();
    known = [];
    read();
    const retained = told.at(-1);
    assert.deepEqual(
      [told.length, retained?.hasCredential(stored.id), retained?.hasCredential(environment.id)],
      [2, false, true],
    );
  });

  it('rule 8: tells whose credential is still there, and which account is active', () => {
    const [one, two] = [accountOf('one'), accountOf('two')];
    const sub = inSubOrganization(two, 'sub');
    known = [one, two];
    sessions.setSignedIn(sub);
    read();
    const [retained] = told;
    assert.ok(retained);
    assert.deepEqual(
      [one.id, two.id, sub.id, 'gone'].map((id) => [
        retained.hasCredential(id),
        retained.hasAccount(id),
        retained.isActive(id),
      ]),
      [
        [true, true, false],
        [true, true, false],
        [false, true, true],
        [false, false, false],
      ],
    );
  });

  it('tells the others where one fails, and says so in the log', async () => {
    data.add(() => Promise.reject(new Error('the disk is full')));
    data.add(() => {
      throw new Error('a defect');
    });
    data.add((retained) => told.push(retained));
    known = [accountOf('one')];
    read();
    await settled();
    assert.equal(told.length, 2);
    assert.match(log.lines.join('\n'), /the disk is full[^]*a defect|a defect[^]*the disk is full/);
  });

  it('tells nobody who has left, and nothing after its own end', () => {
    const gone: unknown[] = [];
    data.add((retained) => gone.push(retained)).dispose();
    known = [accountOf('one')];
    read();
    data.dispose();
    known = [accountOf('two')];
    read();
    assert.deepEqual([gone.length, told.length], [0, 1]);
  });
});
