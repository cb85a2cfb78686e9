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
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { assertNoSecret } from '../../../support/leaks';
import { until } from '../../../support/until';
import { loadedOver, ProfileFixture } from '../profiles/profileFixture';

const { module, editor } = loadedOver('download/downloadVersion');
const { VersionDownloads } = module as typeof Downloads;
const SIZE = 300_001;

describe('Download Version', () => {
  let sandbox: Sandbox;
  let fixture: ProfileFixture;
  let downloads: Downloads.VersionDownloads;
  let version: AppVersion;
  let folder: string;
  const titles: string[] = [];

  before(async () => {
    sandbox = await startSandbox({ profiles: 5 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    sandbox.setMode({ downloadBytes: SIZE, storageBytesPerSecond: 0 });
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-download-'));
    titles.length = 0;
    await enter();
  });
  afterEach(async () => {
    downloads.dispose();
    fixture.dispose();
    await rm(folder, { recursive: true });
  });

  async function enter(account?: string): Promise<void> {
    fixture = new ProfileFixture(sandbox, editor);
    await fixture.signIn(account);
    const { row: profile } = fixture.row();
    version =
      (await listVersions(fixture.window.clientFor(fixture.window.account), profile.id))[0] ?? assert.fail();
    sandbox.clearRequests();
    downloads = new VersionDownloads({
      ...fixture.deps,
      pickVersion: (argument, title) => {
        titles.push(title);
        return Promise.resolve(argument === 'nothing' ? undefined : { profile, version });
      },
    });
  }

  const saveTo = (name = 'app.apk'): string => {
    editor.savesTo = FakeUri.file(path.join(folder, name));
    return editor.savesTo.fsPath;
  };
  const hash = (pieces: Iterable<Uint8Array>): string => {
    const sum = createHash('sha256');
    for (const piece of pieces) sum.update(piece);
    return sum.digest('hex');
  };
  const hosts = () => sandbox.requests().map(({ host, status }) => `${host} ${String(status)}`);
  const whole = async (file: string): Promise<void> => {
    assert.equal(hash([await readFile(file)]), hash(contentOf(SIZE)));
  };

  it('T9: asks for the place first, then comes byte for byte, without a token to the storage', async () => {
    const file = saveTo();
    await downloads.download('a node');
    await whole(file);
    assert.deepEqual(await readdir(folder), ['app.apk']);
    assert.deepEqual(titles, ['Appcircle: Download Version']);
    assert.equal(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), version.fileName);
    assert.deepEqual(
      sandbox.requests().map(({ host, authorization }) => [host, authorization?.state ?? null]),
      [
        ['api', 'valid'],
        ['storage', null],
      ],
    );
    const secrets = sandbox.secrets();
    for (const secret of [...secrets.accessTokens, ...secrets.storageSignatures]) {
      assertNoSecret(secret, fixture.window.log.lines, editor.messages, fixture.progresses);
    }
  });

  it('shows how far it is, and says when it is there', async () => {
    saveTo();
    editor.presses = 'Reveal in File Manager';
    await downloads.download('a node');
    const [progress] = fixture.progresses;
    assert.deepEqual(
      [progress?.title, progress?.location, progress?.cancellable],
      ['Downloading app.apk', 15, true],
    );
    assert.match(progress?.reports.at(-1)?.message ?? '', /^300 kB of 300 kB/);
    assert.equal(
      progress?.reports.reduce((sum, { increment = 0 }) => sum + increment, 0),
      100,
    );
    assert.deepEqual(editor.messages, ['app.apk was saved.']);
    const [, shown] = editor.executed.find(([command]) => command === 'revealFileInOS') ?? [];
    assert.equal((shown as FakeUri | undefined)?.fsPath, path.join(folder, 'app.apk'));
  });

  it('on another machine there is no file manager to show it: its path is copied', async () => {
    const file = saveTo();
    const { env } = editor;
    env.remoteName = 'ssh-remote';
    try {
      editor.presses = 'Copy Path';
      await downloads.download('a node');
    } finally {
      delete env.remoteName;
    }
    assert.equal(fixture.clipboard, file);
    assert.ok(!editor.executed.some(([command]) => command === 'revealFileInOS'));
  });

  it('T5: nothing comes of Esc at either question', async () => {
    await downloads.download('nothing');
    assert.equal(editor.saveDialogs.length, 0);
    await downloads.download('a node');
    assert.equal(editor.saveDialogs.length, 1);
    assert.deepEqual([hosts(), editor.messages, fixture.progresses], [[], [], []]);
  });

  it('what is no disk is refused before anything is asked', async () => {
    editor.savesTo = FakeUri.from({ scheme: 'vscode-vfs', authority: 'github', path: '/x.apk' });
    await downloads.download('a node');
    assert.match(editor.messages[0] ?? '', /to a disk alone/);
    assert.deepEqual(hosts(), []);
  });

  it('T5: cancelled in the middle it is silent, leaves no half file, and what was there stays', async () => {
    const file = saveTo();
    await writeFile(file, 'of before');
    sandbox.arm({ kind: 'stall', keepBytes: 100_000, host: 'storage' });
    fixture.begun = ({ cancel, reports }) => {
      void until(() => reports.length > 0).then(cancel);
    };
    await failing(downloads.download('a node'), 'cancelled');
    assert.deepEqual(await readdir(folder), ['app.apk']);
    assert.equal(await readFile(file, 'utf8'), 'of before');
    assert.deepEqual(editor.messages, []);
  });

  it('ends with the window, and leaves no half file', async () => {
    saveTo();
    sandbox.arm({ kind: 'stall', keepBytes: 100_000, host: 'storage' });
    fixture.begun = ({ reports }) => {
      void until(() => reports.length > 0).then(() => {
        downloads.dispose();
      });
    };
    await failing(downloads.download('a node'), 'cancelled');
    assert.deepEqual(await readdir(folder), []);
  });

  it('a file that the dialog asked about is replaced', async () => {
    const file = saveTo();
    await writeFile(file, 'of before');
    await downloads.download('a node');
    await whole(file);
  });

  it('one that came after the dialog is not: it stays, in words, and nothing is downloaded', async () => {
    const file = saveTo();
    fixture.begun = () => {
      writeFileSync(file, 'of somebody else');
    };
    await downloads.download('a node');
    assert.match(editor.messages[0] ?? '', /another .*app\.apk by now, which was left as it is \(EEXIST\)/);
    assert.equal(await readFile(file, 'utf8'), 'of somebody else');
    assert.deepEqual([await readdir(folder), hosts()], [['app.apk'], ['api 200']]);
  });

  it('R7: what the disk has against it is said', async () => {
    saveTo('not/there/app.apk');
    await downloads.download('a node');
    assert.match(editor.messages[0] ?? '', /app\.apk could not be written \(ENOENT\)/);
    assert.deepEqual(editor.messages.length, 1);
  });

  it('a link that expired is replaced by a fresh one', async () => {
    const file = saveTo();
    sandbox.arm({ kind: 'respond', status: 403, host: 'storage', times: 1 });
    await downloads.download('a node');
    await whole(file);
    assert.deepEqual(hosts(), ['api 200', 'storage 403', 'api 200', 'storage 200']);
  });

  it('once: that the storage refuses a fresh link is no matter of roles', async () => {
    saveTo();
    sandbox.arm({ kind: 'respond', status: 403, host: 'storage' });
    const { facts } = await failing(downloads.download('a node'), 'serverFault', { status: 403 });
    assert.equal(facts.role, undefined);
    assert.deepEqual(hosts(), ['api 200', 'storage 403', 'api 200', 'storage 403']);
    assert.deepEqual(await readdir(folder), []);
  });

  it('any other failure of the storage is how it ends, with nothing left', async () => {
    saveTo();
    sandbox.arm({ kind: 'truncate', keepBytes: 100_000, host: 'storage' });
    await failing(downloads.download('a node'), 'offline');
    assert.deepEqual([await readdir(folder), editor.messages], [[], []]);
  });

  it('a viewer is told which role it takes, and nothing is written', async () => {
    fixture.dispose();
    await enter('harbor-viewer');
    saveTo();
    await failing(downloads.download('a node'), 'forbidden', { role: 'operate' });
    assert.deepEqual([await readdir(folder), hosts()], [[], ['api 403']]);
  });

  it('rule 8: nothing is fetched for an account that is no longer active', async () => {
    saveTo();
    const { window } = editor.api as { window: { showSaveDialog: () => Promise<unknown> } };
    const { showSaveDialog } = window;
    window.showSaveDialog = () => {
      fixture.switchAccount();
      return Promise.resolve(editor.savesTo);
    };
    await downloads.download('a node');
    window.showSaveDialog = showSaveDialog;
    assert.deepEqual([hosts(), await readdir(folder)], [[], []]);
  });
});
