import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { accountId, accountName, sameAccount, type Account } from '../../../src/account/account';
import { keyProblem, trimKey } from '../../../src/account/credential';
import { sentinel } from '../support/leaks';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const base = { kind: 'personalAccessKey', hosts, organizationId: 'o', subject: 's' } as const;
const account: Account = { id: accountId(base), credentialId: accountId(base), ...base, userName: 'u' };

describe('account', () => {
  it('R11: is told apart by auth host, kind, organization and subject, and by nothing else', () => {
    const others = [
      { ...base, hosts: { ...hosts, auth: 'https://auth2.example' } },
      { ...base, kind: 'apiKey' as const },
      { ...base, organizationId: 'o2' },
      { ...base, subject: 's2' },
    ];
    assert.equal(new Set([base, ...others].map(accountId)).size, 5);
    assert.equal(accountId({ ...base, hosts: { ...hosts, api: 'https://api2.example' } }), accountId(base));
  });

  it('R11: parts that run together make no other account the same', () => {
    const part = fc.string();
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        fc.pre(a !== c || b !== d);
        const one = accountId({ ...base, organizationId: a, subject: b });
        assert.notEqual(one, accountId({ ...base, organizationId: c, subject: d }));
        assert.match(one, /^[0-9a-f]{32}$/);
      }),
    );
  });

  it('is called by its organization, else by its user or its server, and never by an id', () => {
    assert.equal(accountName(account, { organizationName: 'Harbor' }), 'Harbor');
    assert.equal(accountName(account, { organizationName: 'Harbor', label: 'Work' }), 'Work');
    assert.equal(accountName(account), 'u');
    assert.equal(accountName({ ...account, userName: undefined }), new URL(hosts.auth).host);
  });

  it('is the same as long as id, hosts and user name are', () => {
    assert.ok(sameAccount(account, { ...account, hosts: { ...hosts } }));
    assert.equal(sameAccount(account, { ...account, hosts: { ...hosts, api: 'https://x.example' } }), false);
    assert.equal(sameAccount(account, { ...account, userName: 'v' }), false);
    assert.equal(sameAccount(account, { ...account, id: 'other' }), false);
  });
});

describe('credential: what a person pasted', () => {
  it('loses white space and invisible characters around it, and nothing within', () => {
    assert.equal(trimKey(` \r\n\t\u200b\ufeff\u00a0${sentinel}\u200b\n`), sentinel);
    assert.equal(trimKey('a b'), 'a b');
    assert.equal(trimKey(' \ufeff '), '');
  });

  it('T7: is judged at once, by its shape alone', () => {
    assert.equal(keyProblem(sentinel), undefined);
    assert.equal(keyProblem(''), 'empty');
    assert.equal(keyProblem('short'), 'tooShort');
    assert.equal(keyProblem('two words that are long enough'), 'whitespace');
    for (const token of [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJh.c2ln',
      'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJh.c2ln',
      'eyJh.eyJz.',
    ]) {
      assert.equal(keyProblem(token), 'accessToken');
    }
  });

  it('T7: no key of base64 is doubted, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 90 }), (bytes) => {
        assert.equal(keyProblem(Buffer.from(bytes).toString('base64')), undefined);
      }),
    );
  });
});
