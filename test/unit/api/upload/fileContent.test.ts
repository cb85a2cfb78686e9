import { strict as assert } from 'node:assert';
import { contentProblem, type ContentProblem } from '../../../../src/api/upload/fileContent';
import { zipAround } from '../../../apps/zipAround';

/** What is wrong with bytes, and how many of them were read. */
async function look(bytes: Buffer): Promise<{ problem: ContentProblem | undefined; read: number }> {
  let read = 0;
  const problem = await contentProblem((start, length) => {
    const part = bytes.subarray(start, start + length);
    read += part.length;
    return Promise.resolve(part);
  }, bytes.length);
  return { problem, read };
}

/** A zip of one file, as far as its names tell an app. */
function appOf(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string);
  const { head, tail } = zipAround({ name: 'Payload/app', size: bytes.length });
  return Buffer.concat([head, bytes, tail]);
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();
const binary = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 167 + 13) % 256));
const app = appOf(binary);
/** A zip whose list of entries begins here. */
const directory = app.length - 22 - 46 - 'Payload/app'.length;

/** A zip of one file of this name, which is as long as the one in an app. */
const called = (name: string) =>
  Buffer.from(app.toString('latin1').replaceAll('Payload/app', name.slice(0, 11).padEnd(11, '_')), 'latin1');

describe('what a file is that is called like an app', () => {
  const cases: Partial<Record<ContentProblem, [what: string, bytes: string | Buffer][]>> = {
    gitLfsPointer: [
      ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n'],
      ['one with line breaks of Windows', 'version https://git-lfs.github.com/spec/v1\r\noid sha256:ab\r\n'],
      ['one of long ago', 'version https://hawser.github.com/spec/v1\noid sha256:ab\nsize 12\n'],
    ],
    gitAnnexPointer: [
      ['a pointer', '/annex/objects/SHA256E-s12--ab.ipa\n'],
      ['a link that was checked out as a file', '../../.git/annex/objects/Xx/yY/SHA256E-s12--ab.ipa/a.ipa'],
    ],
    webPage: [
      ['HTML', '<!DOCTYPE html><title>Sign in</title>'],
      ['HTML behind a mark, blanks and comments', '\ufeff \r\n<!-- a --><!-- b -->\n<HTML lang="tr">'],
      ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'],
      ['a page that is a comment as far as it is looked at', `<!--${'x'.repeat(5000)}--><html>`],
      ['a fragment', '<h1>502 Bad Gateway</h1>'],
      ['a form', '<form action="/login">Sign in</form>'],
      ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('<html>')])],
      ['UTF-16 without a mark', utf16('<!doctype html>')],
      ['UTF-16 with the big end first', bigEndian('<html><body>')],
      ['Latin-1', Buffer.from('<html><title>Anmeldung für Gäste', 'latin1')],
    ],
    xml: [
      ['an error of a storage', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
      ['without a declaration', '<Error><Code>NoSuchKey</Code></Error>'],
      ['a list of properties', '<?xml version="1.0"?><!DOCTYPE plist><plist/>'],
    ],
    json: [
      ['an error', '{"message":"Not Found"}'],
      ['one behind a mark', '\ufeff\n [1]'],
    ],
    text: [
      ['plain text', 'Not found\n'],
      ['two letters', 'PK'],
      ['base64', app.toString('base64')],
      ['the path of a link, checked out as a file', 'build/app.ipa'],
      ['Turkish, cut off within a letter', `${'x'.repeat(1023)}ş`],
      ['blanks', ' \n\t'],
      ['colors of a terminal', '\u001b[31mError\u001b[0m'],
    ],
    blank: [
      ['zeros', Buffer.alloc(100)],
      ['a zero', Buffer.alloc(1)],
    ],
    noArchive: [
      ['gzip', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), binary])],
      ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), binary])],
      ['PDF', Buffer.concat([Buffer.from('%PDF-1.7\n%'), binary])],
      ['7z', Buffer.concat([Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), binary])],
      ['the resources of a file of macOS', Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0])],
      ['anything', binary],
    ],
    emptyArchive: [
      ['a zip with nothing in it', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ],
    noApp: [
      ['a document', called('word/doc.xml')],
      ['a library', called('a/Main.clas')],
      ['an app that was packed once more', called('out/app.apk')],
    ],
    cutOff: [
      ['half of it', app.subarray(0, 1500)],
      ['all but a byte', app.subarray(0, -1)],
      ['all but its end', app.subarray(0, -22)],
      ['its first bytes', app.subarray(0, 4)],
      [
        'half of it, and zeros where the rest is to come',
        Buffer.concat([app.subarray(0, 1500), Buffer.alloc(90_000)]),
      ],
    ],
    damaged: [
      ['bytes missing in the middle', Buffer.concat([app.subarray(0, 500), app.subarray(700)])],
      [
        'another list',
        Buffer.concat([app.subarray(0, directory), Buffer.from('no list'), app.subarray(directory + 7)]),
      ],
    ],
  };
  for (const [problem, files] of Object.entries(cases)) {
    for (const [what, bytes] of files) {
      it(`${what} is ${problem}`, async () => {
        assert.equal((await look(Buffer.from(bytes as string))).problem, problem);
      });
    }
  }

  const comment = (text: string) => {
    const commented = Buffer.concat([app, Buffer.from(text)]);
    commented.writeUInt16LE(text.length, app.length - 2);
    return commented;
  };
  const good: [what: string, bytes: Buffer][] = [
    ['as it is', app],
    ['with a comment', comment('made by hand')],
    ['with the longest comment', comment('x'.repeat(0xffff))],
    ['with something behind it', Buffer.concat([app, Buffer.from('\n')])],
    ['behind another one', Buffer.concat([appOf('first'), app])],
    [
      'with its numbers in the 64-bit record',
      Buffer.concat([app.subarray(0, -10), Buffer.alloc(8, 0xff), Buffer.alloc(2)]),
    ],
  ];
  for (const [what, bytes] of good) {
    it(`a zip ${what} is as apps are`, async () => {
      assert.equal((await look(bytes)).problem, undefined);
    });
  }

  it('little is read of what is large', async () => {
    const { problem, read } = await look(appOf(Buffer.alloc(20_000_000, 1)));
    assert.deepEqual([problem, read < 70_000], [undefined, true]);
    assert.ok((await look(Buffer.alloc(20_000_000, 'x'))).read <= 1024);
  });
});
