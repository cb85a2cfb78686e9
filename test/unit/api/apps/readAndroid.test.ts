import { strict as assert } from 'node:assert';
import type { AndroidApp } from '../../../../src/api/apps/app';
import { readApp } from '../../../../src/api/apps/readApp';
import { aapt2Binary, aapt2Proto } from '../../../apps/aapt2Manifests';
import { usualManifest, type BuiltElement } from '../../../apps/androidManifest';
import { buildApk, buildBundle, signatureBlocks, type ApkForm } from '../../../apps/appBuilder';
import { AppFile } from '../../../apps/appFile';
import { binaryXml } from '../../../apps/binaryXmlBuilder';
import { bytesField, numberField } from '../../../apps/protoXmlBuilder';

async function appIn(name: string, bytes: Buffer): Promise<AndroidApp> {
  const reading = await readApp(new AppFile(name, bytes));
  assert.ok(reading.kind === 'app' && reading.app.platform === 'android', JSON.stringify(reading));
  return reading.app;
}

const apk = (form: ApkForm = {}) => appIn('app.apk', buildApk(form));
const bundle = (form: ApkForm = {}) => appIn('app.aab', buildBundle(form));

const usual: Omit<AndroidApp, 'format' | 'signatures'> = {
  platform: 'android',
  id: 'com.harborlabs.notes',
  name: 'Harbor Notes',
  version: '2.4.0',
  build: '318',
  minSdk: '24',
  targetSdk: '35',
  isDebuggable: false,
  isTestOnly: false,
};

describe('what an .apk says of itself', () => {
  for (const utf8 of [true, false]) {
    for (const withoutNames of [true, false]) {
      it(`is read of binary XML in ${utf8 ? 'UTF-8' : 'UTF-16'}, ${withoutNames ? 'without' : 'with'} names`, async () => {
        assert.deepEqual(await apk({ xml: { utf8, withoutNames } }), {
          ...usual,
          format: 'apk',
          signatures: ['v1', 'v2'],
        });
      });
    }
    it(`may be in characters of any plane, in ${utf8 ? 'UTF-8' : 'UTF-16'}`, async () => {
      const name = 'Defter ığüşç 📒';
      const manifest = usualManifest({ application: { 'android:label': name } });
      assert.equal((await apk({ manifest, xml: { utf8 } })).name, name);
    });
  }

  it('what stands in the resources, and what is not there, is undefined', async () => {
    const manifest = usualManifest({
      application: { 'android:label': { reference: 0x7f010001 } },
      manifest: { 'android:versionName': { reference: 0x7f010002 } },
      sdk: { 'android:targetSdkVersion': 'Baklava' },
    });
    const { name, version, targetSdk } = await apk({ manifest });
    assert.deepEqual([name, version, targetSdk], [undefined, undefined, 'Baklava']);
    const bare: BuiltElement = { name: 'manifest' };
    assert.deepEqual(await apk({ manifest: bare, isJarSigned: false, blocks: [] }), {
      platform: 'android',
      format: 'apk',
      id: undefined,
      name: undefined,
      version: undefined,
      build: undefined,
      minSdk: undefined,
      targetSdk: undefined,
      isDebuggable: false,
      isTestOnly: false,
      signatures: [],
    });
  });

  it('a version code of 64 bits is told whole', async () => {
    const manifest = usualManifest({
      manifest: { 'android:versionCodeMajor': 2, 'android:versionCode': -1 },
    });
    assert.equal((await apk({ manifest })).build, String(3n * 2n ** 32n - 1n));
    assert.equal((await bundle({ manifest })).build, String(3n * 2n ** 32n - 1n));
  });

  it('whether it can be debugged, and is for tests only', async () => {
    const manifest = usualManifest({ application: { 'android:debuggable': true, 'android:testOnly': true } });
    for (const app of [await apk({ manifest }), await bundle({ manifest })]) {
      assert.deepEqual([app.isDebuggable, app.isTestOnly], [true, true]);
    }
  });

  it('an attribute of the same name that is of somebody else is not taken for it', async () => {
    const manifest = usualManifest();
    const own: BuiltElement = {
      ...manifest,
      attributes: { versionName: '9.9', ...manifest.attributes },
    };
    assert.equal((await apk({ manifest: own })).version, '2.4.0');
  });

  it('by which schemes it is signed', async () => {
    const { v2, v3, 'v3.1': v31 } = signatureBlocks;
    const cases: [isJarSigned: boolean, blocks: number[], signatures: string[]][] = [
      [true, [], ['v1']],
      [false, [v2], ['v2']],
      [true, [v31, v3, v2], ['v1', 'v2', 'v3', 'v3.1']],
      [false, [0x12345678], []],
      [false, [], []],
    ];
    for (const [isJarSigned, blocks, signatures] of cases) {
      assert.deepEqual((await apk({ isJarSigned, blocks })).signatures, signatures);
    }
  });

  it('a block of signatures whose lengths lead nowhere ends the search', async () => {
    const good = buildApk({ isJarSigned: false });
    const at = good.lastIndexOf('APK Sig Block 42') - 8;
    const readWith = async (size: bigint) => {
      const bytes = Buffer.from(good);
      bytes.writeBigUInt64LE(size, at);
      const reading = await readApp(new AppFile('app.apk', bytes));
      return reading.kind === 'app' && reading.app.platform === 'android' ? reading.app.signatures : reading;
    };
    for (const size of [0n, 24n, 1n << 40n]) assert.deepEqual(await readWith(size), []);
    assert.deepEqual(await readWith((1n << 64n) - 1n), { kind: 'unread', reason: 'broken' });
    const many = Array<number>(200).fill(7);
    assert.deepEqual(
      (await apk({ isJarSigned: false, blocks: [...many, signatureBlocks.v2] })).signatures,
      [],
    );
  });
});

describe('what an .aab says of itself', () => {
  it('is read of Protocol Buffers', async () => {
    assert.deepEqual(await bundle(), { ...usual, format: 'aab', signatures: ['v1'] });
    assert.deepEqual((await bundle({ isJarSigned: false })).signatures, []);
  });

  it('what an attribute is called counts only where it does not say which one of Android it is', async () => {
    const attribute = (id: Buffer) =>
      bytesField(
        4,
        Buffer.concat([bytesField(2, Buffer.from('versionName')), bytesField(3, Buffer.from('9.9')), id]),
      );
    const versionWith = async (id: Buffer) => {
      const element = Buffer.concat([bytesField(3, Buffer.from('manifest')), attribute(id)]);
      return (await bundle({ manifest: bytesField(1, element) })).version;
    };
    assert.equal(await versionWith(Buffer.alloc(0)), '9.9');
    assert.equal(await versionWith(numberField(5, 0x01010003)), undefined);
  });

  it('what stands in the resources is undefined', async () => {
    const manifest = usualManifest({ application: { 'android:label': { reference: 0x7f010001 } } });
    assert.equal((await bundle({ manifest })).name, undefined);
  });
});

describe('manifests that a tool of Android wrote', () => {
  it('are read in both forms', async () => {
    const expected = {
      ...usual,
      name: undefined,
      version: '2.4.0 📒 ğ',
      build: String(2n * 2n ** 32n + 318n),
      targetSdk: '29',
      isDebuggable: true,
    };
    assert.deepEqual(await apk({ manifest: aapt2Binary, blocks: [] }), {
      ...expected,
      format: 'apk',
      signatures: ['v1'],
    });
    assert.deepEqual(await bundle({ manifest: aapt2Proto }), {
      ...expected,
      format: 'aab',
      signatures: ['v1'],
    });
  });
});

describe('which kind of app a file is', () => {
  it('is told by what is in it, whatever it is called', async () => {
    assert.equal((await appIn('app.ipa', buildApk())).format, 'apk');
    assert.equal((await appIn('app.apk', buildBundle())).format, 'aab');
  });

  it('where there are two in it, it is the one that it is called', async () => {
    const both = {
      more: [{ name: 'base/manifest/AndroidManifest.xml', content: 'x' }],
      manifest: binaryXml(usualManifest()),
    };
    assert.equal((await appIn('app.apk', buildApk(both))).format, 'apk');
    const reading = await readApp(new AppFile('app.aab', buildApk(both)));
    assert.deepEqual(reading, { kind: 'unread', reason: 'content' });
  });
});
