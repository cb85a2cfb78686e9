import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { AccountMetadata, AccountMetadataStore } from '../../../src/account/accountMetadata';
import { makeAccount, type AccountKind } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import type * as KeyExpiry from '../../../src/features/accounts/keyExpiry';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const accountOf = (kind: AccountKind) =>
  makeAccount({ kind, hosts, organizationId: 'o', subject: 's', userName: undefined });

describe('Set Key Expiry Reminder', () => {
  const editor = useEditor('features/accounts/keyExpiry') as EditorWith<typeof KeyExpiry>;
  let zone: string | undefined;
  let noted: AccountMetadata[];

  beforeEach(() => {
    zone = process.env['TZ'];
    noted = [];
  });
  afterEach(() => {
    sinon.restore();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  /** Runs the command for an account of which this is noted. */
  function run(kind: AccountKind, known: AccountMetadata = {}): Promise<void> {
    const sessions = new SessionStore();
    sessions.setSignedIn(accountOf(kind));
    const notes = {
      of: () => known,
      set: (_id: string, change: AccountMetadata) => {
        noted.push(change);
        return Promise.resolve();
      },
    };
    return editor.module.noteKeyExpiry(notes as unknown as AccountMetadataStore, sessions);
  }

  for (const place of ['America/New_York', 'Asia/Tokyo']) {
    it(`R17: proposes the day that was noted, by the clock of the machine (${place})`, async () => {
      process.env['TZ'] = place;
      const { module } = editor;
      editor.chooses = (rows) => rows.find(({ label }) => label.startsWith('Another Date'));
      const done = run('personalAccessKey', { keyExpiresAt: module.endOfDay('2027-03-31') ?? 0 });
      await until(() => editor.boxes.length > 0, 'the box');
      assert.equal(editor.boxes[0]?.value, '2027-03-31');
      editor.boxes[0].hide();
      await done;
      assert.deepEqual(noted, []);
    });
  }

  it('R17: a key lives until the end of its last day, over a change of the clocks too', async () => {
    process.env['TZ'] = 'America/New_York';
    const { module } = editor;
    sinon.useFakeTimers({ now: new Date(2027, 1, 20, 23, 30), toFake: ['Date'] });
    editor.chooses = (rows) => rows.find(({ label }) => label === 'In 30 days');
    await run('personalAccessKey');
    assert.equal(noted[0]?.keyExpiresAt, module.endOfDay('2027-03-22'));
  });

  it('R2: says that an account from the environment has no key', async () => {
    await run('environment');
    assert.match(editor.messages[0] ?? '', /has no key/);
    assert.deepEqual(noted, []);
  });
});
