import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listVersions } from '../../../../../src/api/distribution/appVersions';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type * as Downloads from '../../../../../src/features/distribution/download/downloadVersion';
import { contentOf } from '../../../../sandbox/storage/content';
import { failing } from '../../../api/transport/transportFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { assertNoSecret } from '../../../support/leaks';
import { until } from '../../../support/until';
import { useProfiles } from '../profiles/profileFixture';

const SIZE = 300_001;

describe('Download Version', () => {
  const titles: string[] = [];
  const fixture = useProfiles(
    'download/downloadVersion',
    (module, parts) =>
      parts.editor.own(
        new (module as typeof Downloads).VersionDownloads({
          ...parts.deps,
          pickVersion: (argument, title) => {
            titles.push(title);
            return Promise.resolve(
              argument === 'nothing' ? undefined : { profile: parts.row().row, version },
            );
          },
        }),
      ),
    5,
  );
  const { editor } = fixture;
  let version: AppVersion;
  let folder: string;

  beforeEach(async () => {
    fixture.sandbox.setMode({ downloadBytes: SIZE, storageBytesPerSecond: 0 });
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-download-'));
    titles.length = 0;
    await findVersion();
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** The newest version of the row. */
  async function findVersion(): Promise<void> {
    const client = fixture.window.clientFor(fixture.window.account);
    version = (await listVersions(client, fixture.row().row.id))[0] ?? assert.fail();
    fixture.sandbox.clearRequests();
  }

  const saveTo = (name = 'app.apk'): string => {
    const file = FakeUri.file(path.join(folder, name));
    editor.savesTo = file;
    return file.fsPath;
  };
  const hash = (pieces: Iterable<Uint8Array>): string => {
    const sum = createHash('sha256');
    for (const piece of pieces) sum.update(piece);
    return sum.digest('hex');
  };
  const hosts = () => fixture.sandbox.requests().map(({ host, status }) => `${host} ${String(status)}`);
  const whole = async (file: string): Promise<void> => {
    assert.equal(hash([await readFile(file)]), hash(contentOf(SIZE)));
  };

  it('T9: asks for the place first, then comes byte for byte, without a token to the storage', async () => {
    const file = saveTo();
    await fixture.commands.download('a node');
    await whole(file);
    assert.deepEqual(await readdir(folder), ['app.apk']);
    assert.deepEqual(titles, ['Appcircle: Download Version']);
    assert.equal(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), version.fileName);
    assert.deepEqual(
      fixture.sandbox.requests().map(({ host, authorization }) => [host, authorization?.state ?? null]),
      [
        ['api', 'valid'],
        ['storage', null],
      ],
    );
    const secrets = fixture.sandbox.secrets();
    for (const secret of [...secrets.accessTokens, ...secrets.storageSignatures]) {
      assertNoSecret(secret, fixture.window.log.lines, editor.messages, editor.progresses);
    }
  });

  it('shows how far it is, and says when it is there', async () => {
    saveTo();
    editor.presses = 'Reveal in File Manager';
    await fixture.commands.download('a node');
    const [progress] = editor.progresses;
    assert.deepEqual(
      [progress?.title, progress?.location, progress?.cancellable],
      ['Downloading app.apk', 15, true],
    );
    assert.match(progress?.reports.at(-1)?.message ?? '', /^300 kB of 300 kB/);
    assert.equal(
      progress?.reports.reduce((sum, { increment = 0 }) => sum + increment, 0),
      100,
    );
    assert.deepEqual(editor.messages, ['Saved app.apk.']);
    const [, shown] = editor.executed.find(([command]) => command === 'revealFileInOS') ?? [];
    assert.equal((shown as FakeUri | undefined)?.fsPath, path.join(folder, 'app.apk'));
  });

  it('on another machine there is no file manager to show it: its path is copied', async () => {
    const file = saveTo();
    editor.env.remoteName = 'ssh-remote';
    editor.presses = 'Copy Path';
    await fixture.commands.download('a node');
    assert.equal(editor.clipboard, file);
    assert.ok(!editor.executed.some(([command]) => command === 'revealFileInOS'));
  });

  it('T5: nothing comes of Esc at either question', async () => {
    await fixture.commands.download('nothing');
    assert.equal(editor.saveDialogs.length, 0);
    await fixture.commands.download('a node');
    assert.equal(editor.saveDialogs.length, 1);
    assert.deepEqual([hosts(), editor.messages, editor.progresses], [[], [], []]);
  });

  it('what is no disk is refused before anything is asked', async () => {
    editor.savesTo = FakeUri.from({ scheme: 'vscode-vfs', authority: 'github', path: '/x.apk' });
    await fixture.commands.download('a node');
    assert.match(editor.messages[0] ?? '', /^Files can only be saved to disk\./);
    assert.deepEqual(hosts(), []);
  });

  it('T5: cancelled in the middle it is silent, leaves no half file, and what was there stays', async () => {
    const file = saveTo();
    await writeFile(file, 'of before');
    fixture.sandbox.arm({ kind: 'stall', keepBytes: 100_000, host: 'storage' });
    editor.begun = ({ cancel, reports }) => {
      void until(() => reports.length > 0).then(cancel);
    };
    await failing(fixture.commands.download('a node'), 'cancelled');
    assert.deepEqual(await readdir(folder), ['app.apk']);
    assert.equal(await readFile(file, 'utf8'), 'of before');
    assert.deepEqual(editor.messages, []);
  });

  it('ends with the window, and leaves no half file', async () => {
    saveTo();
    fixture.sandbox.arm({ kind: 'stall', keepBytes: 100_000, host: 'storage' });
    editor.begun = ({ reports }) => {
      void until(() => reports.length > 0).then(() => {
        fixture.commands.dispose();
      });
    };
    await failing(fixture.commands.download('a node'), 'cancelled');
    assert.deepEqual(await readdir(folder), []);
  });

  it('a file that the dialog asked about is replaced', async () => {
    const file = saveTo();
    await writeFile(file, 'of before');
    await fixture.commands.download('a node');
    await whole(file);
  });

  it('one that came after the dialog is not: it stays, in words, and nothing is downloaded', async () => {
    const file = saveTo();
    editor.begun = () => {
      writeFileSync(file, 'of somebody else');
    };
    await fixture.commands.download('a node');
    assert.match(editor.messages[0] ?? '', /app\.apk already exists and was not changed \(EEXIST\)/);
    assert.equal(await readFile(file, 'utf8'), 'of somebody else');
    assert.deepEqual([await readdir(folder), hosts()], [['app.apk'], ['api 200']]);
  });

  it('R7: what the disk has against it is said', async () => {
    saveTo('not/there/app.apk');
    await fixture.commands.download('a node');
    assert.match(editor.messages[0] ?? '', /Could not write .*app\.apk \(ENOENT\)/);
    assert.deepEqual(editor.messages.length, 1);
  });

  it('a link that expired is replaced by a fresh one', async () => {
    const file = saveTo();
    fixture.sandbox.arm({ kind: 'respond', status: 403, host: 'storage', times: 1 });
    await fixture.commands.download('a node');
    await whole(file);
    assert.deepEqual(hosts(), ['api 200', 'storage 403', 'api 200', 'storage 200']);
  });

  it('once: that the storage refuses a fresh link is no matter of roles', async () => {
    saveTo();
    fixture.sandbox.arm({ kind: 'respond', status: 403, host: 'storage' });
    const { facts } = await failing(fixture.commands.download('a node'), 'serverFault', { status: 403 });
    assert.equal(facts.role, undefined);
    assert.deepEqual(hosts(), ['api 200', 'storage 403', 'api 200', 'storage 403']);
    assert.deepEqual(await readdir(folder), []);
  });

  it('any other failure of the storage is how it ends, with nothing left', async () => {
    saveTo();
    fixture.sandbox.arm({ kind: 'truncate', keepBytes: 100_000, host: 'storage' });
    await failing(fixture.commands.download('a node'), 'unreadableAnswer', { code: 'ENDED_EARLY' });
    assert.deepEqual([await readdir(folder), editor.messages], [[], []]);
  });

  it('a viewer is told which role it takes, and nothing is written', async () => {
    await fixture.enter('harbor-viewer');
    await findVersion();
    saveTo();
    await failing(fixture.commands.download('a node'), 'forbidden', { role: 'operate' });
    assert.deepEqual([await readdir(folder), hosts()], [[], ['api 403']]);
  });

  it('rule 8: nothing is fetched for an account that is no longer active', async () => {
    saveTo();
    const { savesTo } = editor;
    editor.savesTo = () => {
      fixture.switchAccount();
      return savesTo as FakeUri;
    };
    await fixture.commands.download('a node');
    assert.deepEqual([hosts(), await readdir(folder)], [[], []]);
  });
});
