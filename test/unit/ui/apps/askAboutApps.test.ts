import { strict as assert } from 'node:assert';
import type { AppDestination } from '../../../../src/api/apps/checks/destination';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import type { UploadFile } from '../../../../src/api/upload/uploadFile';
import type * as Questions from '../../../../src/ui/apps/askAboutApps';
import type * as Checks from '../../../../src/ui/apps/checkedApp';
import { usualManifest } from '../../../apps/androidManifest';
import { buildApk, buildBundle, buildIpa, usualInfo, usualProfile } from '../../../apps/appBuilder';
import { AppFile } from '../../../apps/appFile';
import { findLink, hidesSomething } from '../../support/hostileTexts';
import { useEditor, type EditorWith } from '../../support/useEditor';

const fileOf = (name: string, content: Buffer) => new AppFile(name, content) as unknown as UploadFile;

describe('an app is read before it is sent', () => {
  const editor = useEditor('ui/apps/askAboutApps') as EditorWith<typeof Questions>;
  let presses: string | undefined;

  beforeEach(() => {
    presses = undefined;
    editor.answers = ({ buttons }) => Promise.resolve(buttons.find((button) => button === presses));
  });

  /** Reads an app and asks about it, as an upload does. */
  const ask = async (
    content: Buffer,
    { name = 'app.ipa', ...destination }: Partial<AppDestination> & { name?: string } = {},
  ) => {
    const { readIfThere, checkedApp } = editor.load('ui/apps/checkedApp') as typeof Checks;
    const read = (await readIfThere(fileOf(name, content))) ?? assert.fail('not read');
    const app = checkedApp(name, read.reading, { kind: 'distribution', ...destination });
    return { answer: await editor.module.askAboutApps([app], 'Field Reports'), summary: app.summary };
  };
  const asked = () => {
    const { text, buttons } = editor.shownMessages.at(-1) ?? assert.fail('nothing was asked');
    const detail = editor.details.at(-1) ?? '';
    return { text, detail: detail.split('\n\n'), buttons };
  };
  const ended = { ...usualProfile, ExpirationDate: new Date('2026-01-02T12:00:00Z') };

  it('asks nothing where nothing speaks against it, and tells what it is', async () => {
    const ipa = await ask(buildIpa());
    assert.deepEqual(editor.messages, []);
    assert.equal(ipa.answer, 'upload');
    assert.equal(
      ipa.summary,
      'Harbor Notes 2.4.0 (318) · iOS 15.0 or later · ad hoc profile until Mar 1, 2999 · 2 devices',
    );
    const apk = await ask(buildApk(), { name: 'app.apk' });
    assert.equal(apk.summary, 'Harbor Notes 2.4.0 (318) · API 24 or later · target API 35 · signed v1, v2');
  });

  it('R52: a profile that has ended is told in one question; who goes on all the same may', async () => {
    presses = 'Upload Anyway';
    assert.equal((await ask(buildIpa({ profile: ended }))).answer, 'upload');
    assert.deepEqual(asked(), {
      text: 'Upload app.ipa to Field Reports?',
      detail: [
        'Harbor Notes 2.4.0 (318) · iOS 15.0 or later · ad hoc profile until Jan 2, 2026 · 2 devices',
        'Its provisioning profile expired on Jan 2, 2026. Devices cannot install it.',
      ],
      buttons: ['Upload Anyway', 'Choose Another File'],
    });
    assert.equal(editor.shownMessages.length, 1);
  });

  it('R52: of what goes to a store nothing is said of devices', async () => {
    await ask(buildIpa({ profile: ended }), { kind: 'publish' });
    assert.equal(asked().detail[1], 'Its provisioning profile expired on Jan 2, 2026.');
    assert.doesNotMatch(asked().detail.join(' '), /Devices cannot/);
  });

  it('who wants another file says so, and Cancel ends it', async () => {
    presses = 'Choose Another File';
    assert.equal((await ask(buildIpa({ profile: ended }))).answer, 'another');
    presses = undefined;
    assert.equal((await ask(buildIpa({ profile: ended }))).answer, undefined);
  });

  it('what is impossible cannot be overruled, and is told in words', async () => {
    presses = 'Upload Anyway';
    const cases: [content: Buffer, options: Parameters<typeof ask>[1], said: string][] = [
      [
        buildApk(),
        { name: 'renamed.ipa' },
        'renamed.ipa contains an APK file, despite its name. Rename it so that it ends in .apk.',
      ],
      [
        buildBundle(),
        { name: 'app.aab', kind: 'store' },
        'app.aab is an Android App Bundle, which devices cannot install. Choose an .apk file.',
      ],
      [
        buildIpa(),
        { kind: 'publish', platform: 'android' },
        'app.ipa is an app for iOS, and this profile is for Android. Choose another file.',
      ],
      [Buffer.from('x'), {}, 'app.ipa is an archive that contains no app. Extract the app and upload it.'],
    ];
    for (const [content, options, said] of cases) {
      assert.equal((await ask(content, options)).answer, undefined);
      const { text, detail, buttons } = asked();
      assert.equal(text, `${options?.name ?? 'app.ipa'} cannot be uploaded to Field Reports.`);
      assert.equal(detail.at(-1), said);
      assert.deepEqual(buttons, ['Choose Another File']);
    }
  });

  it('R57: a version that is there already is named with its file and time', async () => {
    const there = {
      version: '2.4.0',
      code: '318',
      fileName: 'HarborNotes.ipa',
      createdAt: Date.UTC(2026, 2, 1, 12),
    };
    await ask(buildIpa(), { versions: [there] });
    assert.match(
      asked().detail[1] ?? '',
      /^Version 2\.4\.0 \(318\) is already there: HarborNotes\.ipa, uploaded Mar 1, 2026, /,
    );
    await ask(buildIpa(), { versions: [{ version: '2.4.0', code: '318' }] });
    assert.equal(asked().detail[1], 'Version 2.4.0 (318) is already there.');
  });

  it('says what else somebody should know of', async () => {
    const manifest = usualManifest({ application: { 'android:debuggable': true, 'android:testOnly': true } });
    await ask(buildApk({ manifest, isJarSigned: false, blocks: [] }), {
      name: 'app.apk',
      requiredIds: { android: 'com.required' },
    });
    assert.deepEqual(asked().detail.slice(1), [
      'It is not signed. Devices cannot install it.',
      'It is marked as test-only. Devices can install it only from a computer.',
      'It is a debug build.',
      'Its ID is com.harborlabs.notes, but this profile accepts only com.required.',
    ]);
    await ask(buildIpa({ profile: undefined }), { versions: [{ bundleId: 'com.a', platform: 'ios' }] });
    assert.deepEqual(asked().detail.slice(1), [
      'It has no provisioning profile. Devices cannot install it.',
      'Its ID is com.harborlabs.notes, but the versions in this profile have com.a.',
    ]);
  });

  it('who the profile is for is told, by where the app is sent', async () => {
    const development = { ...usualProfile, Entitlements: { 'get-task-allow': true } };
    const store = { Name: 'App Store', ExpirationDate: new Date('2999-01-01') };
    const said = async (
      profile: Record<string, never> | object,
      destination: Partial<AppDestination> = {},
    ) => {
      await ask(buildIpa({ profile: profile as typeof store }), destination);
      return asked().detail[1];
    };
    assert.equal(
      await said(development),
      'Its provisioning profile is for development. Only its 2 devices can install it.',
    );
    assert.equal(
      await said({ ...development, ProvisionedDevices: ['one'] }),
      'Its provisioning profile is for development. Only its 1 device can install it.',
    );
    assert.match((await said(store)) ?? '', /is for the App Store\. Devices cannot install it from here\.$/);
    assert.match((await said(usualProfile, { kind: 'publish' })) ?? '', /is not for the App Store/);
  });

  it('what cannot be read is told with why, and can be uploaded all the same', async () => {
    presses = 'Upload Anyway';
    const unread = await ask(buildIpa({ info: Buffer.from('no list') }));
    assert.deepEqual(unread, { answer: 'upload', summary: '' });
    assert.deepEqual(asked().detail, ['Could not check the app because its manifest cannot be read.']);
  });

  it('what the disk has against it is left to the upload', async () => {
    const file = {
      ...fileOf('app.ipa', buildIpa()),
      stat: () => Promise.reject(new FileProblem('ENOENT', '/x')),
    };
    const { readIfThere } = editor.load('ui/apps/checkedApp') as typeof Checks;
    assert.equal(await readIfThere(file), undefined);
  });

  it('an app may call itself anything: it is shown as text', async () => {
    const hostile = '[Renew](command:workbench.action.quit)\u202e$(zap)\nx'.padEnd(3000, 'y');
    const info = { ...usualInfo, CFBundleDisplayName: hostile, CFBundleVersion: hostile };
    await ask(buildIpa({ info, profile: { ...ended, Name: hostile } }), {
      versions: [
        {
          version: '2.4.0',
          code: hostile.slice(0, 1000),
          fileName: hostile,
          bundleId: 'com.harborlabs.notes',
        },
      ],
    });
    const { text } = editor.shownMessages.at(-1) ?? assert.fail('nothing was asked');
    const detail = editor.details.at(-1) ?? '';
    assert.equal(findLink(text + detail), undefined);
    assert.equal(hidesSomething(detail.replaceAll('\n\n', '')), false);
  });

  it('several apps are asked about at once, those that nothing speaks against left out', async () => {
    const { askAboutApps } = editor.module;
    const warning = { impossible: [], warnings: [{ kind: 'debuggable' } as const], notes: [] };
    const good = { impossible: [], warnings: [], notes: [] };
    const to = { destination: 'distribution', summary: '' } as const;
    const apps = [
      { ...to, fileName: 'good.apk', findings: good },
      ...Array.from({ length: 12 }, (_, index) => ({
        ...to,
        fileName: `debug-${index}.apk`,
        findings: warning,
      })),
    ];
    presses = 'Upload Anyway';
    assert.equal(await askAboutApps(apps, 'Field Reports'), 'upload');
    const { text, detail, buttons } = asked();
    assert.equal(text, 'Upload the 13 files to Field Reports?');
    assert.deepEqual(
      [detail.length, detail[0], detail[10]],
      [11, 'debug-0.apk: It is a debug build.', 'And 2 more.'],
    );
    assert.deepEqual(buttons, ['Upload Anyway', 'Choose Other Files']);
    const impossible = { ...good, impossible: [{ kind: 'wrongPlatform', platform: 'ios' } as const] };
    presses = 'Choose Other Files';
    assert.equal(
      await askAboutApps([...apps, { ...to, fileName: 'other.ipa', findings: impossible }], 'Field Reports'),
      'another',
    );
    assert.equal(asked().text, 'The 14 files cannot all be uploaded to Field Reports.');
    assert.deepEqual(asked().buttons, ['Choose Other Files']);
  });
});
