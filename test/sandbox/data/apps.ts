import { extname } from 'node:path';
import { binaryXml } from '../../apps/binaryXmlBuilder';
import { signedMessage } from '../../apps/cmsBuilder';
import { binaryPlist } from '../../apps/plistBuilder';
import { protoXml } from '../../apps/protoXmlBuilder';
import { zipAround, type ZipFrame } from '../../apps/zipAround';

const signature = { 'META-INF/A.SF': Buffer.alloc(0), 'META-INF/A.RSA': Buffer.alloc(0) };

/** What makes an app of each kind: it says no more of itself than that it can be installed by anybody. */
const files: Readonly<Record<string, Readonly<Record<string, Buffer>>>> = {
  '.ipa': {
    'Payload/A.app/Info.plist': binaryPlist({}),
    'Payload/A.app/embedded.mobileprovision': signedMessage(binaryPlist({ ProvisionsAllDevices: true })),
  },
  '.apk': { 'AndroidManifest.xml': binaryXml({ name: 'manifest' }), ...signature },
  '.aab': { 'base/manifest/AndroidManifest.xml': protoXml({ name: 'manifest' }), ...signature },
};

/** An app by its name: a zip with this in it, stored as it is, before what makes it one. */
export function appOf(content: string | Uint8Array, name = 'app.ipa'): Buffer {
  const bytes = Buffer.from(content as string);
  const { head, tail } = frame(bytes.length, name);
  return Buffer.concat([head, bytes, tail]);
}

/** What is in an app that `appOf` made. */
export function contentOfApp(app: Buffer): string {
  const start = 30 + app.readUInt16LE(26);
  return app.toString('utf8', start, start + app.readUInt32LE(18));
}

/** The frame of an app of so many bytes in all, by its name, and how many are left for what is in it. */
export function appFrame(size: number, name = 'app.ipa'): ZipFrame & { content: number } {
  const { head, tail } = frame(0, name);
  const content = size - head.length - tail.length;
  return { ...frame(content, name), content };
}

function frame(size: number, name: string): ZipFrame {
  return zipAround({ name: 'Payload/app', size }, files[extname(name).toLowerCase()]);
}
