import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { useLinks } from './linkFixture';
import { profile, version } from '../versions/versionFixture';

const damaged = 'This is not a complete link to a distribution profile or version.';

describe('opening a link', () => {
  const fixture = useLinks();
  const { editor } = fixture;

  it('to a profile of the active organization shows its row, and asks nothing', async () => {
    await fixture.open('/distribution/p?organization=org-1');
    assert.deepEqual([fixture.done, editor.messages], [['ask rows', 'reveal p'], []]);
  });

  it('to a version shows the row of its profile, and its details', async () => {
    await fixture.open('/distribution/p/v?organization=org-1');
    assert.deepEqual(fixture.done, ['ask rows', 'reveal p', 'ask versions p', 'show p v']);
    assert.deepEqual(editor.messages, []);
  });

  it('without an organization is looked for in the active one', async () => {
    await fixture.open('/distribution/p');
    assert.deepEqual(fixture.done, ['ask rows', 'reveal p']);
  });

  it('rows may be older than the link: what is not among them is asked for once', async () => {
    const known = [...fixture.profiles];
    fixture.profiles = [];
    fixture.news.profiles = known;
    await fixture.open('/distribution/p?organization=org-1');
    assert.deepEqual(fixture.done, ['ask rows', 'ask profile p', 'ask rows', 'reveal p']);

    fixture.done.length = 0;
    fixture.news.versions = [version({}, 'v2')];
    await fixture.open('/distribution/p/v2?organization=org-1');
    assert.deepEqual(fixture.done.slice(2), [
      'ask versions p',
      'ask profile p',
      'ask versions p',
      'show p v2',
    ]);
    assert.deepEqual(editor.messages, []);
  });

  for (const kind of ['notFound', 'forbidden', 'invalidInput'] as const) {
    it(`a profile that the organization does not have (${kind}) is a sentence`, async () => {
      fixture.fails.renew = new Failure(kind, { host: 'api.example' });
      await fixture.open('/distribution/gone?organization=org-1');
      assert.deepEqual(fixture.done, ['ask rows', 'ask profile gone']);
      assert.deepEqual(editor.messages, [
        'The linked profile was not found in this organization. It may have been deleted.',
      ]);
    });
  }

  it('a version that the profile does not have is a sentence', async () => {
    await fixture.open('/distribution/p/gone?organization=org-1');
    assert.ok(!fixture.done.some((line) => line.startsWith('show')));
    assert.deepEqual(editor.messages, [
      'The linked version was not found in Field Reports. It may have been deleted.',
    ]);
  });

  it('the name of a profile is no link in that sentence', async () => {
    fixture.profiles = [{ ...profile, name: '[a](command:evil)\u202e' }];
    await fixture.open('/distribution/p/gone?organization=org-1');
    assert.match(
      editor.messages[0] ?? '',
      /^The linked version was not found in \[a\] \(command:evil\)‹U\+202E›\./,
    );
  });

  for (const what of ['rows', 'renew', 'versions'] as const) {
    it(`fails as the request does (${what})`, async () => {
      fixture.fails[what] = new Failure('offline', { host: 'api.example' });
      const path = what === 'renew' ? '/distribution/gone' : '/distribution/p/v';
      await assert.rejects(fixture.open(path), (error) => error === fixture.fails[what]);
      assert.deepEqual(editor.messages, []);
    });
  }

  for (const [path, asked] of [
    ['/distribution/p', ['ask rows']],
    ['/distribution/gone', ['ask rows']],
    ['/distribution/gone', ['ask rows', 'ask profile gone']],
  ] as const) {
    it(`T9: goes nowhere, and asks nobody else, when the account leaves before the answer to ${asked.at(-1) ?? ''} (${path})`, async () => {
      let answers = 0;
      fixture.meanwhile = () => {
        if (++answers === asked.length) fixture.sessions.setSignedIn(fixture.second);
      };
      await fixture.open(path);
      assert.deepEqual([fixture.done, editor.messages], [asked, []]);
    });
  }

  it('shows no version of an account that left meanwhile', async () => {
    let answers = 0;
    fixture.meanwhile = () => {
      if (++answers === 2) fixture.sessions.setSignedIn(fixture.second);
    };
    await fixture.open('/distribution/p/v');
    assert.deepEqual([fixture.done, editor.messages], [['ask rows', 'reveal p', 'ask versions p'], []]);
  });

  describe('for another organization', () => {
    it('T9: asks first, by name, and sends nothing to anybody before', async () => {
      await fixture.open('/distribution/p?organization=org-2');
      assert.deepEqual(editor.messages, ['This link is for Harbor‹U+202E› Labs. Switch to it?']);
      assert.deepEqual([fixture.done, editor.details], [[], ['api.example']]);
      assert.equal(fixture.sessions.account, fixture.own);
    });

    it('T9: switches when the person agrees, and goes there', async () => {
      editor.presses = 'Switch';
      await fixture.open('/distribution/p/v?organization=org-2');
      assert.deepEqual(fixture.done, ['switch org-2', 'ask rows', 'reveal p', 'ask versions p', 'show p v']);
      assert.equal(fixture.sessions.account, fixture.second);
    });

    it('a sub-organization that is known counts, by its id where it has no name', async () => {
      editor.presses = 'Switch';
      await fixture.open('/distribution/p?organization=org-1-sub');
      assert.deepEqual(editor.messages, ['This link is for org-1-sub. Switch to it?']);
      assert.deepEqual(fixture.done, ['switch org-1-sub', 'ask rows', 'reveal p']);
    });

    it('of several accounts one of the server that is in use is offered', async () => {
      const far = accountOf(keyOf('k'), hostsAt('https://far.example'), 'somebody', 'org-2');
      fixture.known = [far, fixture.own, fixture.second];
      await fixture.open('/distribution/p?organization=org-2');
      fixture.known = [far, fixture.own];
      await fixture.open('/distribution/p?organization=org-2');
      assert.deepEqual(editor.details, ['api.example', 'far.example']);
    });

    it('goes nowhere when the switch came to nothing, and fails as it does', async () => {
      editor.presses = 'Switch';
      fixture.fails.switch = new Failure('forbidden', { host: 'api.example' });
      await assert.rejects(fixture.open('/distribution/p?organization=org-2'), Failure);
      assert.deepEqual(fixture.asked, []);
    });

    it('T9: where nobody is signed in to it, its id is told and nothing is sent', async () => {
      await fixture.open('/distribution/p?organization=org-9');
      assert.deepEqual(editor.messages, [
        'You are not signed in to the organization that this link is for (org-9).',
      ]);
      assert.deepEqual(fixture.done, []);
    });

    it('who signs in to it gets there', async () => {
      editor.presses = 'Sign In';
      fixture.signsIn = accountOf(keyOf('k'), hostsAt('https://api.example'), 'somebody', 'org-9');
      await fixture.open('/distribution/p?organization=org-9');
      assert.deepEqual(fixture.done, ['appcircle.signIn', 'ask rows', 'reveal p']);
    });

    it('T5: who closes the dialog is not asked again', async () => {
      editor.presses = 'Sign In';
      await fixture.open('/distribution/p?organization=org-9');
      assert.deepEqual([fixture.done, editor.messages.length], [['appcircle.signIn'], 1]);
    });
  });

  describe('while nobody is signed in', () => {
    beforeEach(() => {
      fixture.sessions.setSignedOut();
      fixture.known = [];
    });

    it('offers to sign in, and goes there then', async () => {
      fixture.signsIn = fixture.own;
      await fixture.open('/distribution/p?organization=org-1');
      assert.deepEqual([fixture.done, editor.messages], [['appcircle.signIn', 'ask rows', 'reveal p'], []]);
    });

    it('T9: who signs in to another organization is asked as everybody', async () => {
      fixture.signsIn = fixture.second;
      await fixture.open('/distribution/p?organization=org-1');
      assert.deepEqual(fixture.asked, []);
      assert.match(
        editor.messages[0] ?? '',
        /^You are not signed in to the organization that this link is for \(org-1\)\.$/,
      );
    });

    it('T5: Esc ends it silently', async () => {
      await fixture.open('/distribution/p?organization=org-1');
      assert.deepEqual([fixture.done, editor.messages], [['appcircle.signIn'], []]);
    });
  });

  describe('what is no link', () => {
    it('T9, T10: is one plain sentence, which repeats nothing of it; nobody is asked', async () => {
      fixture.sessions.setSignedOut();
      for (const rest of [
        '/other/p?organization=org-1',
        '/distribution/p/v/more',
        '/distribution/p?organization=',
        '/distribution/[a](command:evil)?token=a-secret',
        '/',
      ]) {
        editor.messages.length = 0;
        await fixture.open(rest);
        assert.deepEqual([editor.messages, fixture.done], [[damaged], []], rest);
      }
    });

    it('T9: another extension’s address is none', async () => {
      await fixture.open('/distribution/p', 'evil.example');
      assert.deepEqual([editor.messages, fixture.done], [[damaged], []]);
    });

    it('T9, T10: a host and a token in a link reach nobody: no message, no request, no log', async () => {
      editor.presses = 'Switch';
      const query = 'host=evil.example&token=a-secret&apiEndpoint=https://evil.example';
      await fixture.open(`/distribution/p/v?${query}&organization=org-2`);
      await fixture.open(`/distribution/gone?${query}`);
      const everything = JSON.stringify([
        fixture.done,
        editor.messages,
        editor.details,
        [editor.copied, editor.statusBar],
      ]);
      assert.match(everything, /show p v/);
      assert.doesNotMatch(everything, /evil|secret/);
    });
  });
});
