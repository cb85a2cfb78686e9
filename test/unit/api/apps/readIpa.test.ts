import { strict as assert } from 'node:assert';
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import type { EmbeddedProfile, IosApp } from '../../../../src/api/apps/app';
import { readApp } from '../../../../src/api/apps/readApp';
import { buildIpa, usualInfo, usualProfile, type IpaForm } from '../../../apps/appBuilder';
import { AppFile } from '../../../apps/appFile';
import { xmlPlist, type Plist } from '../../../apps/plistBuilder';

const read = (form: IpaForm = {}, name = 'app.ipa') => readApp(new AppFile(name, buildIpa(form)));

async function appOf(form: IpaForm = {}): Promise<IosApp> {
  const reading = await read(form);
  assert.ok(reading.kind === 'app' && reading.app.platform === 'ios', JSON.stringify(reading));
  return reading.app;
}

async function profileOf(changed: Readonly<Record<string, Plist>> | Buffer): Promise<EmbeddedProfile> {
  const { profile } = await appOf({
    profile: Buffer.isBuffer(changed) ? changed : { ...usualProfile, ...changed },
  });
  assert.ok(typeof profile === 'object', 'no profile');
  return profile;
}

describe('what an .ipa says of itself', () => {
  const usual: Partial<IosApp> = {
    format: 'ipa',
    platform: 'ios',
    id: 'com.harborlabs.notes',
    name: 'Harbor Notes',
    version: '2.4.0',
    build: '318',
    minimumSystem: '15.0',
    usesNonExemptEncryption: false,
  };

  for (const isBinary of [true, false]) {
    it(`is read of a property list ${isBinary ? 'in binary form' : 'in XML'}`, async () => {
      const { profile, ...app } = await appOf({ isBinary });
      assert.deepEqual(app, usual);
      assert.ok(profile);
    });
  }

  it('may be in UTF-16, in characters of any plane, in CDATA, and beside comments', async () => {
    const name = 'Defter ığüşç 📒 <&>';
    assert.equal((await appOf({ info: { ...usualInfo, CFBundleDisplayName: name } })).name, name);
    assert.equal(
      (await appOf({ isBinary: false, info: { ...usualInfo, CFBundleDisplayName: name } })).name,
      name,
    );
    const xml = xmlPlist({ CFBundleDisplayName: name }).toString();
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    assert.equal((await appOf({ info: utf16 })).name, name);
    const written =
      '<plist><dict><!-- a --><key>CFBundle<![CDATA[Name]]></key><string>A<!-- b -->&#66;&#x43;&quot;</string></dict></plist>';
    assert.equal((await appOf({ info: Buffer.from(written) })).name, 'ABC"');
  });

  it('is undefined where it says nothing, a number where some tool wrote one, and shortened where it never ends', async () => {
    assert.deepEqual(await appOf({ info: {}, profile: undefined }), {
      format: 'ipa',
      platform: 'ios',
      id: undefined,
      name: undefined,
      version: undefined,
      build: undefined,
      minimumSystem: undefined,
      profile: undefined,
      usesNonExemptEncryption: undefined,
    });
    const { version, build, name } = await appOf({
      info: { CFBundleShortVersionString: 2.5, CFBundleVersion: 12, CFBundleName: 'x'.repeat(5000) },
    });
    assert.deepEqual([version, build, name?.length], ['2.5', '12', 1000]);
  });

  it('R52: of its provisioning profile it tells end, name, team, id and how many devices', async () => {
    assert.deepEqual(await profileOf({}), {
      type: 'adHoc',
      name: 'Harbor Notes Ad Hoc',
      endsAt: Date.UTC(2999, 2, 1),
      devices: 2,
      team: 'Harbor Labs',
      appId: 'A1B2C3D4E5.com.harborlabs.notes',
      certificate: undefined,
    });
  });

  it('tells by whom it may be installed', async () => {
    const { ProvisionedDevices: devices, ...others } = usualProfile;
    const typeWith = async (changed: Readonly<Record<string, Plist>>) => {
      const { profile } = await appOf({ profile: { ...others, ...changed } });
      return typeof profile === 'object' ? profile.type : profile;
    };
    assert.equal(await typeWith({}), 'appStore');
    assert.equal(await typeWith({ ProvisionsAllDevices: true }), 'enterprise');
    assert.equal(await typeWith({ ProvisionedDevices: devices ?? [] }), 'adHoc');
    assert.equal(
      await typeWith({ ProvisionedDevices: devices ?? [], Entitlements: { 'get-task-allow': true } }),
      'development',
    );
  });

  it('R52: of the certificates of the profile it tells the one that ends last', async () => {
    const certificateUntil = async (name: string, end: Date) => {
      const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
        'sign',
        'verify',
      ]);
      const made = await X509CertificateGenerator.createSelfSigned({
        name: `CN=${name}, O=Harbor Labs`,
        notAfter: end,
        keys,
        signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      });
      return Buffer.from(made.rawData);
    };
    const certificates = [
      await certificateUntil('Apple Distribution: Old', new Date('2998-01-01T00:00:00Z')),
      Buffer.from('no certificate'),
      await certificateUntil('Apple Distribution: Harbor Labs', new Date('2999-01-01T00:00:00Z')),
      await certificateUntil('Apple Distribution: Older', new Date('2997-01-01T00:00:00Z')),
    ];
    const { certificate } = await profileOf({ DeveloperCertificates: certificates });
    assert.deepEqual(certificate, {
      name: 'Apple Distribution: Harbor Labs',
      endsAt: Date.UTC(2999, 0, 1),
    });
  });

  it('its profile is read of a message in pieces and of open lengths, too', async () => {
    for (const pieces of [1, 7, 1000, 100_000]) {
      const { profile } = await appOf({ cms: { pieces } });
      assert.ok(typeof profile === 'object', `${pieces} bytes a piece`);
      assert.equal(profile.devices, 2);
    }
  });

  it('a profile that is not one is told, and the rest is read', async () => {
    for (const broken of [
      Buffer.alloc(0),
      Buffer.from('<plist/>'),
      Buffer.from('3080', 'hex'),
      Buffer.alloc(9, 0x30),
    ]) {
      const { profile, id } = await appOf({ profile: broken });
      assert.deepEqual([profile, id], ['unreadable', 'com.harborlabs.notes']);
    }
  });

  it('apps within the app are not taken for it, and of two apps neither is', async () => {
    const watch = {
      name: 'Payload/HarborNotes.app/Watch/Watch.app/Info.plist',
      content: xmlPlist({ CFBundleIdentifier: 'watch' }),
    };
    assert.equal((await appOf({ more: [watch] })).id, 'com.harborlabs.notes');
    const other = { name: 'Payload/Other.app/Info.plist', content: xmlPlist({}) };
    assert.deepEqual(await read({ more: [other] }), { kind: 'unread', reason: 'severalApps' });
  });

  it('an archive of 64 bits is read', async () => {
    assert.equal((await appOf({ end: { zip64: true } })).version, '2.4.0');
  });
});
