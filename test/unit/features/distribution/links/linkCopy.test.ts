import { strict as assert } from 'node:assert';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { EXTENSION, LinkHouse } from './linkFixture';
import { profile, version } from '../versions/versionFixture';

const row = { kind: 'row', row: profile };
const versionRow = (id = 'v') => ({
  kind: 'below',
  row: profile,
  node: { kind: 'version', id: `version/${id}`, version: version({}, id) },
});
const address = (rest: string) => `vscode://${EXTENSION}/distribution/${rest}`;

describe('Copy Link and Open Link', () => {
  let house: LinkHouse;
  beforeEach(() => (house = new LinkHouse()));
  afterEach(() => {
    house.leave();
  });

  it('copies the link of a profile, and says so for a while', async () => {
    await house.links.copy(row);
    assert.deepEqual(house.said, { copied: [address('p?organization=org-1')], status: ['Link copied.'] });
    assert.deepEqual([house.done, house.messages], [[], []]);
  });

  it('copies the link of a version', async () => {
    await house.links.copy(versionRow());
    assert.deepEqual(house.said.copied, [address('p/v?organization=org-1')]);
  });

  it('T9: a link holds ids and neither host, user nor token', async () => {
    await house.links.copy(versionRow());
    assert.doesNotMatch(house.said.copied.join(), /example|somebody|https/);
  });

  it('a link of an account that knows no organization names none', async () => {
    house.sessions.signedIn(accountOf(keyOf('k'), hostsAt('https://api.example')));
    await house.links.copy(row);
    assert.deepEqual(house.said.copied, [address('p')]);
  });

  it('what was copied opens what it was copied from', async () => {
    await house.links.copy(versionRow());
    const [copied = ''] = house.said.copied;
    await house.open(copied.slice(`vscode://${EXTENSION}`.length));
    assert.equal(house.done.at(-1), 'show p v');
  });

  it('T13: run bare it asks for the profile', async () => {
    await house.links.copy(undefined);
    await house.links.copy({ unlike: 'a node' });
    assert.deepEqual(house.done, ['pick Appcircle: Copy Link', 'pick Appcircle: Copy Link']);
    assert.equal(house.said.copied.length, 2);
  });

  it('T5: Esc ends it silently', async () => {
    house.picks = undefined;
    await house.links.copy(undefined);
    assert.deepEqual([house.said, house.messages], [{ copied: [], status: [] }, []]);
  });

  it('an ID that no link can hold is a sentence', async () => {
    await house.links.copy(versionRow('a/b'));
    assert.deepEqual(house.messages, ['2.4.0 (318) has an ID that no link can hold.']);
    assert.deepEqual(house.said, { copied: [], status: [] });
  });

  describe('T13: Open Link run bare', () => {
    const paste = (text: string) => {
      const opening = house.links.open(undefined);
      const box = house.editor.boxes.at(-1);
      assert.ok(box);
      box.submit(text);
      return { opening, box };
    };

    it('asks for a link, which is opened', async () => {
      const { opening } = paste(`  ${address('p/v?organization=org-1')}\n`);
      await opening;
      assert.equal(house.done.at(-1), 'show p v');
    });

    it('refuses what is none, and stays open for a better one', async () => {
      for (const text of ['', 'p', 'https://evil.example/distribution/p', address('p/v/more')]) {
        const { opening, box } = paste(text);
        assert.match(box.validationMessage?.message ?? '', /^This is not a link/);
        box.hide();
        await opening;
      }
      assert.deepEqual([house.done, house.messages], [[], []]);
    });

    it('is asked of a thing that is no address, too', async () => {
      const opening = house.links.open({ unlike: 'a Uri' });
      house.editor.boxes.at(-1)?.hide();
      await opening;
      assert.deepEqual([house.done, house.messages], [[], []]);
    });
  });
});
