import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listVersions } from '../../../../../src/api/distribution/appVersions';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type * as Installs from '../../../../../src/features/distribution/devices/installVersion';
import { failing } from '../../../api/transport/transportFixture';
import { assertNoSecret } from '../../../support/leaks';
import { until } from '../../../support/until';
import { useProfiles } from '../profiles/profileFixture';

const LIST = `List of devices attached
emulator-5554          device product:sdk model:Pixel_8 device:emu64 transport_id:1
R58M123                unauthorized usb:1-1 transport_id:2
`;

describe('Install on Device', () => {
  let version: AppVersion;
  let folder: string;
  const fixture = useProfiles(
    'devices/installVersion',
    (module, parts) => (argument: unknown) =>
      (module as typeof Installs).installVersion(
        {
          ...parts.deps,
          closing: new AbortController().signal,
          pickVersion: () => Promise.resolve({ profile: parts.row().row, version }),
        },
        argument,
      ),
    5,
  );
  const { editor } = fixture;
  const before = { home: process.env['ANDROID_HOME'], root: process.env['ANDROID_SDK_ROOT'] };

  beforeEach(async () => {
    fixture.sandbox.setMode({ downloadBytes: 20_000 });
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-adb-'));
    mkdirSync(path.join(folder, 'platform-tools'));
    delete process.env['ANDROID_SDK_ROOT'];
    process.env['ANDROID_HOME'] = folder;
    adb('echo Success');
    editor.answersPicks = true;
    editor.chooses = (rows) => rows.find(({ label }) => label === 'Pixel 8');
    const client = fixture.window.clientFor(fixture.window.account);
    const versions = await listVersions(client, fixture.row().row.id);
    version = {
      ...(versions.find(({ platform }) => platform === 'android') ?? assert.fail()),
      fileType: 'apk',
      fileName: 'Harbor $(x) Notes.apk',
      isExpired: false,
      expiresAt: undefined,
    };
    fixture.sandbox.clearRequests();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    process.env['ANDROID_HOME'] = before.home ?? '';
    process.env['ANDROID_SDK_ROOT'] = before.root ?? '';
  });

  /** Puts an adb there that remembers what it was run with. */
  function adb(install: string): void {
    const program = path.join(folder, 'platform-tools', 'adb');
    writeFileSync(
      program,
      `#!/bin/sh
if [ "$1" = devices ]; then printf '%s' '${LIST}'; exit 0; fi
if [ "$1" = version ]; then exit 0; fi
printf '%s\\n' "$@" > '${folder}/arguments'
cp "$5" '${folder}/installed'
${install}
`,
    );
    chmodSync(program, 0o755);
  }
  const values = () => readFileSync(path.join(folder, 'arguments'), 'utf8').trim().split('\n');

  it('R53: installs on the device that is chosen by name; no address is in an argument or a log', async () => {
    await fixture.commands('a node');
    await until(() => editor.messages.length > 0);
    assert.match(editor.messages[0] ?? '', /^Installed .* on Pixel 8\.$/);
    const [flag, serial, command, replace, file = ''] = values();
    assert.deepEqual([flag, serial, command, replace], ['-s', 'emulator-5554', 'install', '-r']);
    assert.match(path.basename(file), /\.apk$/);
    assert.equal(readFileSync(path.join(folder, 'installed')).length, 20_000);
    // The file goes with its folder.
    assert.equal(existsSync(path.dirname(file)), false);
    const secrets = fixture.sandbox.secrets();
    for (const secret of [...secrets.accessTokens, ...secrets.storageSignatures]) {
      assertNoSecret(secret, values(), fixture.window.log.lines, editor.messages, editor.progresses);
    }
  });

  it('a device that is not ready says what to do, and nothing is downloaded', async () => {
    editor.answersPicks = false;
    const done = fixture.commands('a node');
    await until(() => (editor.picks[0]?.items.length ?? 0) > 1);
    const pick = editor.picks[0] ?? assert.fail();
    assert.deepEqual(
      pick.items.map(({ label, detail }) => [label, detail]),
      [
        ['Pixel 8', undefined],
        ['R58M123', 'Allow USB debugging on the device, then try again.'],
      ],
    );
    pick.accept('R58M123');
    await until(() => pick.items[0]?.label === 'Try Again');
    pick.hide();
    await done;
    assert.deepEqual(fixture.asked, []);
  });

  it('says why an installation failed, and what helps', async () => {
    adb('echo "Failure [INSTALL_FAILED_UPDATE_INCOMPATIBLE: signatures do not match]" >&2; exit 1');
    await fixture.commands('a node');
    await until(() => editor.messages.length > 0);
    assert.match(
      editor.messages[0] ?? '',
      /was not installed on Pixel 8 \(INSTALL_FAILED_UPDATE_INCOMPATIBLE\)\. The installed app is signed with another key/,
    );
  });

  it('T5: cancelled while it installs it is silent, and leaves no file', async () => {
    adb('exec sleep 30');
    editor.begun = ({ title, cancel }) => {
      if (title.startsWith('Installing'))
        void until(() => existsSync(path.join(folder, 'arguments'))).then(cancel);
    };
    await failing(fixture.commands('a node'), 'cancelled');
    assert.equal(existsSync(path.dirname(values().at(-1) ?? '')), false);
    assert.deepEqual(editor.messages, []);
  });

  it('R55: what cannot be installed says why, and what leads to it, before anything is looked for', async () => {
    const android = version;
    for (const [more, why] of [
      [{ platform: 'ios', fileType: 'ipa' }, /Simulators do not run apps that were built for devices/],
      [{ fileType: 'aab' }, /\.aab file/],
      [{ isExpired: true }, /has expired/],
    ] as const) {
      version = { ...android, ...more };
      editor.messages = [];
      await fixture.commands('a node');
      assert.match(editor.messages[0] ?? '', why);
    }
    assert.deepEqual(
      [fixture.asked, editor.picks, existsSync(path.join(folder, 'arguments'))],
      [[], [], false],
    );
  });

  it('without adb it says what is missing, and where this runs', async () => {
    const { PATH } = process.env;
    process.env['ANDROID_HOME'] = process.env['PATH'] = path.join(folder, 'nothing');
    try {
      await fixture.commands('a node');
      editor.env.remoteName = 'ssh-remote';
      await fixture.commands('a node');
    } finally {
      process.env['PATH'] = PATH;
    }
    assert.match(editor.messages[0] ?? '', /^adb was not found\. Install the Android SDK Platform-Tools/);
    assert.match(editor.messages[1] ?? '', /^adb was not found on the remote computer \(ssh-remote\)/);
  });
});
