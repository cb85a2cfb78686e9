import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readApp } from '../../../../src/api/apps/readApp';
import { checkApp } from '../../../../src/api/apps/checks/checkApp';
import { usualManifest } from '../../../apps/androidManifest';
import { buildApk, buildBundle, buildIpa, usualInfo, usualProfile } from '../../../apps/appBuilder';
import { AppFile } from '../../../apps/appFile';
import { binaryXml } from '../../../apps/binaryXmlBuilder';
import { signedMessage } from '../../../apps/cmsBuilder';
import { binaryPlist, xmlPlist } from '../../../apps/plistBuilder';
import { protoXml } from '../../../apps/protoXmlBuilder';
import { briefOrLong } from '../../support/briefOrLong';

const runs = briefOrLong(100, 10_000);

/** Changes of bytes, and where: the first half of a byte says how. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: 3 })), {
  minLength: 1,
  maxLength: 6,
});

function changed(bytes: Buffer, list: readonly (readonly [number, number, number])[]): Buffer {
  return list.reduce((now, [at, value, how]) => {
    const place = now.length === 0 ? 0 : at % now.length;
    const [before, after] = [now.subarray(0, place), now.subarray(place)];
    switch (how) {
      case 0:
        return Buffer.concat([before, Buffer.from([value]), after.subarray(1)]);
      case 1:
        return Buffer.concat([before, Buffer.from([value]), after]);
      case 2:
        return Buffer.concat([before, after.subarray(value)]);
      default:
        return Buffer.concat([before, after.subarray(0, value), after]);
    }
  }, bytes);
}

const utf8 = binaryXml(usualManifest(), { utf8: true });
/** Each gives an app with something changed in it. */
const targets: readonly [what: string, name: string, build: (change: (bytes: Buffer) => Buffer) => Buffer][] =
  [
    ['archive of an .ipa', 'app.ipa', (change) => change(buildIpa())],
    ['archive of an .apk', 'app.apk', (change) => change(buildApk())],
    ['binary property list', 'app.ipa', (change) => buildIpa({ info: change(binaryPlist(usualInfo)) })],
    ['property list in XML', 'app.ipa', (change) => buildIpa({ info: change(xmlPlist(usualInfo)) })],
    ['profile', 'app.ipa', (change) => buildIpa({ profile: change(signedMessage(xmlPlist(usualProfile))) })],
    [
      'profile in pieces',
      'app.ipa',
      (change) => buildIpa({ profile: change(signedMessage(xmlPlist(usualProfile), { pieces: 40 })) }),
    ],
    ['manifest', 'app.apk', (change) => buildApk({ manifest: change(binaryXml(usualManifest())) })],
    ['manifest in UTF-8', 'app.apk', (change) => buildApk({ manifest: change(utf8) })],
    [
      'manifest of a bundle',
      'app.aab',
      (change) => buildBundle({ manifest: change(protoXml(usualManifest())) }),
    ],
  ];

describe('an app that is damaged anywhere', () => {
  for (const [what, name, build] of targets) {
    it(`in its ${what} is read, or told as what it is, and nothing else happens`, async function () {
      this.timeout(300_000);
      await fc.assert(
        fc.asyncProperty(changes, async (list) => {
          const reading = await readApp(
            new AppFile(
              name,
              build((bytes) => changed(bytes, list)),
            ),
          );
          assert.ok(['app', 'noApp', 'unread'].includes(reading.kind));
          checkApp(reading, { fileName: name, destination: { kind: 'distribution' }, now: 0 });
        }),
        { numRuns: Math.ceil(runs / targets.length) },
      );
    });
  }
});
