import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { usualManifest } from './androidManifest';
import { signatureBlocks, signingBlock, usualInfo, usualProfile } from './appBuilder';
import { binaryXml } from './binaryXmlBuilder';
import { signedMessage } from './cmsBuilder';
import { binaryPlist, xmlPlist } from './plistBuilder';
import { zipAround } from './zipAround';

/** Writes a usual app of so many bytes in all, by the ending of its path, most of which is a hole. Gives the path. */
export function writeSparseApp(file: string, bytes: number): string {
  const isIpa = path.extname(file) === '.ipa';
  const files: Record<string, Buffer> = isIpa
    ? {
        'Payload/HarborNotes.app/Info.plist': binaryPlist(usualInfo),
        'Payload/HarborNotes.app/embedded.mobileprovision': signedMessage(xmlPlist(usualProfile)),
      }
    : { 'AndroidManifest.xml': binaryXml(usualManifest()) };
  // Thousands of small files, as apps have them.
  for (let index = 0; index < 3_000; index++) {
    files[isIpa ? `Payload/HarborNotes.app/asset-${index}` : `res/asset-${index}`] = Buffer.from('an asset');
  }
  const name = isIpa ? 'Payload/HarborNotes.app/HarborNotes' : 'lib/arm64-v8a/libnotes.so';
  const block = isIpa ? Buffer.alloc(0) : signingBlock(Object.values(signatureBlocks));
  const around = zipAround({ name, size: 0 }, files, block);
  const { head, tail } = zipAround(
    { name, size: bytes - around.head.length - around.tail.length },
    files,
    block,
  );
  const written = openSync(file, 'w');
  try {
    writeSync(written, head);
    writeSync(written, tail, 0, tail.length, bytes - tail.length);
  } finally {
    closeSync(written);
  }
  return file;
}
