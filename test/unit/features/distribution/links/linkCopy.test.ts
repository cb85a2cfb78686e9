import { strict as assert } from 'node:assert';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { EXTENSION, useLinks } from './linkFixture';
import { profile, version } from '../versions/versionFixture';

const row = { kind: 'row', row: profile };
const versionRow = (id = 'v') => ({
  kind: 'below',
  row: profile,
  node: { kind: 'version', id: `version/${id}`, version: version({}, id) },
});
const address = (rest: string) => `vscode://${EXTENSION}/distribution/${rest}`;

describe('Copy Link and Open Link', () => {
  const fixture = useLinks();
  const { editor } = fixture;

  it('copies the link of a profile, and says so for a while', async () => {
    await fixture.links.copy(row);
    assert.deepEqual(
      [editor.copied, editor.statusBar],
      [[address('p?organization=org-1')], ['Link copied.']],
    );
    assert.deepEqual([fixture.done, editor.messages], [[], []]);
  });

  it('R55: copies the link of exactly this version', async () => {
    await fixture.links.copy(versionRow());
    assert.deepEqual(editor.copied, [address('p/v?organization=org-1')]);
  });

  it('T9: a link holds ids and neither host, user nor token', async () => {
    await fixture.links.copy(versionRow());
    assert.doesNotMatch(editor.copied.join(), /example|somebody|https/);
  });

  it('a link of an account that knows no organization names none', async () => {
    fixture.sessions.setSignedIn(accountOf(keyOf('k'), hostsAt('https://api.example')));
    await fixture.links.copy(row);
    assert.deepEqual(editor.copied, [address('p')]);
  });

  it('what was copied opens what it was copied from', async () => {
    await fixture.links.copy(versionRow());
    const [copied = ''] = editor.copied;
    await fixture.open(copied.slice(`vscode://${EXTENSION}`.length));
    assert.equal(fixture.done.at(-1), 'show p v');
  });

  it('T13: run bare it asks for the profile', async () => {
    await fixture.links.copy(undefined);
    await fixture.links.copy({ unlike: 'a node' });
    assert.deepEqual(fixture.done, ['pick Appcircle: Copy Link', 'pick Appcircle: Copy Link']);
    assert.equal(editor.copied.length, 2);
  });

  it('T5: Esc ends it silently', async () => {
    fixture.picks = undefined;
    await fixture.links.copy(undefined);
    assert.deepEqual([editor.copied, editor.statusBar, editor.messages], [[], [], []]);
  });

  it('an ID that no link can hold is a sentence', async () => {
    await fixture.links.copy(versionRow('a/b'));
    assert.deepEqual(editor.messages, ['Cannot create a link to 2.4.0 (318) because of its ID.']);
    assert.deepEqual([editor.copied, editor.statusBar], [[], []]);
  });

  describe('T13: Open Link run bare', () => {
    const paste = (text: string) => {
      const opening = fixture.links.open(undefined);
      const box = editor.boxes.at(-1);
      assert.ok(box);
      box.submit(text);
      return { opening, box };
    };

    it('asks for a link, which is opened', async () => {
      const { opening } = paste(`  ${address('p/v?organization=org-1')}\n`);
      await opening;
      assert.equal(fixture.done.at(-1), 'show p v');
    });

    it('refuses what is none, and stays open for a better one', async () => {
      for (const text of ['', 'p', 'https://evil.example/distribution/p', address('p/v/more')]) {
        const { opening, box } = paste(text);
        assert.match(box.validationMessage?.message ?? '', /^This is not a complete link/);
        box.hide();
        await opening;
      }
      assert.deepEqual([fixture.done, editor.messages], [[], []]);
    });

    it('is asked of a thing that is no address, too', async () => {
      const opening = fixture.links.open({ unlike: 'a Uri' });
      editor.boxes.at(-1)?.hide();
      await opening;
      assert.deepEqual([fixture.done, editor.messages], [[], []]);
    });
  });
});
