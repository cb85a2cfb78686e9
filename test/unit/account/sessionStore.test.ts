import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Account } from '../../../src/account/account';
import { SessionStore, type Health, type Session } from '../../../src/account/sessionStore';
import { Failure, type FailureKind } from '../../../src/api/failure';
import { accountOf, hostsAt, keyOf } from './accountFixture';

const makeAccount = (subject: string): Account =>
  accountOf(keyOf('k'), hostsAt('https://a.example'), subject);
const attention = (kind: FailureKind = 'rejectedCredential'): Health => ({
  kind: 'needsAttention',
  failure: new Failure(kind, { host: 'h' }),
});

describe('session store', () => {
  let sessions: SessionStore;
  let events: Session[];
  const one = makeAccount('one');
  const twin = makeAccount('one');
  beforeEach(() => {
    sessions = new SessionStore();
    events = [];
    sessions.onDidChange((session) => events.push(session));
  });

  it('T6: begins neither signed in nor signed out', () => {
    assert.deepEqual(sessions.current, { kind: 'starting' });
    assert.equal(sessions.account, undefined);
  });

  it('is replaced whole: what was handed out before never changes', () => {
    sessions.setSignedIn(one, undefined);
    const before = sessions.current;
    const copy = structuredClone(before);
    sessions.setNames(one, { organizationName: 'Harbor' });
    sessions.setHealth(one, { kind: 'good' });
    assert.notEqual(sessions.current, before);
    assert.deepEqual(before, copy);
    assert.ok(Object.isFrozen(sessions.current));
    assert.equal(sessions.account, one);
  });

  it('a signed-in session is unchecked without a token, and good with one', () => {
    sessions.setSignedIn(one, { organizationName: 'Harbor' });
    assert.deepEqual(sessions.current, {
      kind: 'signedIn',
      account: one,
      names: { organizationName: 'Harbor' },
      health: { kind: 'unchecked' },
      obtainedAt: undefined,
      expiresAt: undefined,
      signingIn: false,
    });
    sessions.setSignedIn(one, undefined, { obtainedAt: 1, expiresAt: 2 });
    assert.deepEqual(events.at(-1), {
      ...sessions.current,
      health: { kind: 'good' },
      obtainedAt: 1,
      expiresAt: 2,
    });
  });

  it('takes answers for the very account that is active, and for no twin of it', () => {
    sessions.setSignedIn(one, undefined);
    const before = sessions.current;
    sessions.setNames(twin, { organizationName: 'Wrong' });
    sessions.setHealth(twin, attention());
    sessions.setTokenLife(twin, { obtainedAt: 1, expiresAt: 2 });
    assert.equal(sessions.current, before);
    assert.equal(events.length, 1);
  });

  it('drops answers that come after signing out', () => {
    sessions.setSignedIn(one, undefined);
    sessions.setSignedOut();
    sessions.setNames(one, { organizationName: 'Late' });
    sessions.setHealth(one, { kind: 'good' });
    sessions.setTokenLife(one, { obtainedAt: 1, expiresAt: 2 });
    assert.deepEqual(sessions.current, { kind: 'signedOut', signingIn: false });
  });

  it('R15: equal health is no event; another failure is one', () => {
    sessions.setSignedIn(one, undefined);
    events.length = 0;
    sessions.setHealth(one, { kind: 'unchecked' });
    assert.equal(events.length, 0);
    for (const health of [
      { kind: 'good' } as const,
      attention(),
      { kind: 'offline', failure: new Failure('offline') } as const,
    ]) {
      events.length = 0;
      sessions.setHealth(one, health);
      sessions.setHealth(
        one,
        'failure' in health
          ? { ...health, failure: new Failure(health.failure.kind, health.failure.facts) }
          : health,
      );
      assert.equal(events.length, 1, health.kind);
    }
    sessions.setHealth(one, { kind: 'offline', failure: new Failure('timeout') });
    assert.equal(events.length, 2);
  });

  it('T6: a sign-in that is under way is told where there is somebody to tell it of', () => {
    sessions.setSigningIn(true);
    sessions.setStorageUnreadable();
    sessions.setSigningIn(true);
    assert.deepEqual(sessions.current, { kind: 'storageUnreadable' });
    sessions.setSignedOut();
    sessions.setSigningIn(true);
    assert.deepEqual(sessions.current, { kind: 'signedOut', signingIn: true });
    sessions.setSigningIn(false);
    assert.deepEqual(sessions.current, { kind: 'signedOut', signingIn: false });
  });

  it('T14: tells nobody after its end', () => {
    sessions.dispose();
    sessions.setSignedOut();
    assert.equal(events.length, 0);
  });

  /** What may happen to a session. */
  type Step =
    | { do: 'storageUnreadable' | 'signedOut' }
    | { do: 'signingIn'; on: boolean }
    | { do: 'signedIn'; who: number; token: boolean }
    | { do: 'named' | 'tokenObtained'; who: number }
    | { do: 'health'; who: number; health: Health };

  const who = fc.nat(2);
  const health = fc.constantFrom<Health>({ kind: 'good' }, { kind: 'unchecked' }, attention(), {
    kind: 'offline',
    failure: new Failure('offline'),
  });
  const steps = fc.array(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ do: fc.constantFrom('storageUnreadable' as const, 'signedOut' as const) }),
      fc.record({ do: fc.constant('signingIn' as const), on: fc.boolean() }),
      fc.record({ do: fc.constant('signedIn' as const), who, token: fc.boolean() }),
      fc.record({ do: fc.constantFrom('named' as const, 'tokenObtained' as const), who }),
      fc.record({ do: fc.constant('health' as const), who, health }),
    ),
    { maxLength: 40 },
  );

  it('R9: whatever happens, a subscriber that copies the last event knows the truth, and nothing but the four values', () => {
    const accounts = ['a', 'b', 'c'].map(makeAccount);
    const run = (store: SessionStore, step: Step) => {
      const account = 'who' in step ? accounts[step.who]! : one;
      switch (step.do) {
        case 'storageUnreadable':
          store.setStorageUnreadable();
          return { kind: 'storageUnreadable' };
        case 'signedOut':
          store.setSignedOut();
          return { kind: 'signedOut' };
        case 'signedIn':
          store.setSignedIn(account, undefined, step.token ? { obtainedAt: 1, expiresAt: 2 } : undefined);
          return { kind: 'signedIn', account };
        case 'signingIn':
          store.setSigningIn(step.on);
          return undefined;
        case 'named':
          store.setNames(account, { organizationName: 'N' });
          return undefined;
        case 'tokenObtained':
          store.setTokenLife(account, { obtainedAt: 1, expiresAt: 2 });
          return undefined;
        case 'health':
          store.setHealth(account, step.health);
          return undefined;
      }
    };
    fc.assert(
      fc.property(steps, (sequence) => {
        const store = new SessionStore();
        // As `features/session/sessionContext.ts` does it: the value at the start, then of each event.
        let context: string = store.current.kind;
        let told = 0;
        store.onDidChange(({ kind }) => {
          context = kind;
          told++;
        });
        let expected: { kind: string; account?: Account } = { kind: 'starting' };
        for (const step of sequence) {
          const [before, toldBefore] = [store.current, told];
          expected = run(store, step) ?? expected;
          assert.equal(store.current.kind, expected.kind);
          assert.equal(store.account, expected.account);
          assert.equal(context, store.current.kind);
          assert.equal(told - toldBefore, store.current === before ? 0 : 1);
          assert.ok(['starting', 'storageUnreadable', 'signedOut', 'signedIn'].includes(context));
        }
      }),
    );
  });
});
