import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { appOf } from '../../../../sandbox/data/apps';
import { FakeUri } from '../../../extension/fakeUri';
import { useUploads } from './uploadFixture';

describe('Upload Version: what is no app, whatever it is called', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  const notApps: [what: string, content: string | Buffer, said: RegExp][] = [
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\n',
      /^app\.ipa is a Git LFS pointer, not an app\. Run git lfs pull,/,
    ],
    [
      'a git-annex pointer',
      '/annex/objects/MD5-s1--a',
      /^app\.ipa is a git-annex pointer, not an app\. Run git annex get,/,
    ],
    ['a web page', '<!doctype html>', /^app\.ipa is a web page, not an app\./],
    ['XML', '<?xml version="1.0"?><Error/>', /^app\.ipa is an XML file, not an app\./],
    ['JSON', '{"message":"no"}', /^app\.ipa is a JSON file, not an app\./],
    ['text', 'Not found', /^app\.ipa is a text file, not an app\./],
    ['zeros', Buffer.alloc(9), /^app\.ipa is not an app yet\./],
    ['something else', Buffer.from([0x1f, 0x8b, 8, 0]), /^app\.ipa is not an app, despite its name\./],
    [
      'an empty archive',
      Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
      /^app\.ipa is an empty archive/,
    ],
    [
      'an archive of something else',
      Buffer.from(appOf('x').toString('latin1').replaceAll('Payload', 'Holiday'), 'latin1'),
      /^app\.ipa is an archive that contains no app\./,
    ],
    ['half an app', appOf('x').subarray(0, 60), /^app\.ipa is incomplete\./],
    [
      'an app with a hole',
      Buffer.concat([appOf('abcdefgh').subarray(0, 42), appOf('abcdefgh').subarray(45)]),
      /^app\.ipa is damaged\. Parts of the archive are missing\./,
    ],
  ];
  for (const [what, content, said] of notApps) {
    it(`${what} that is called like an app is told as that, before anything is asked or announced`, async () => {
      await fixture.uploads.upload(fixture.write('app.ipa', content));
      assert.match(editor.messages[0] ?? '', said);
      assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File']);
      assert.deepEqual([fixture.questions, editor.lists, fixture.server.steps], [[], [], []]);
    });
  }

  it('a folder is called one, with what to do about those of Xcode', async () => {
    for (const name of ['Harbor.app', 'Harbor.xcarchive', 'build.ipa']) {
      const folder = path.join(fixture.folder, name);
      mkdirSync(folder);
      await fixture.uploads.upload(FakeUri.file(folder));
    }
    assert.deepEqual(editor.messages, [
      'Harbor.app is an app folder. Archive the app in Xcode, export an .ipa file, and upload it.',
      'Harbor.xcarchive is an Xcode archive. Export an .ipa file from it, and upload it.',
      'build.ipa is a folder. Choose an .ipa, .apk, or .aab file.',
    ]);
  });

  it('where a link leads is said before it is uploaded, and what it is uploaded as', async () => {
    fixture.write('app.apk', appOf('behind the link', 'app.apk'));
    const link = path.join(fixture.folder, 'app-latest');
    symlinkSync('app.apk', link);
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(FakeUri.file(link));
    const { options } = editor.lists[0] ?? assert.fail('no question');
    assert.equal(options.title, 'Upload app.apk to Field Reports');
    assert.equal(
      options.placeHolder,
      'app-latest is a link to app.apk. It is uploaded as app.apk. Type release notes for testers, or choose below',
    );
    assert.deepEqual(fixture.server.stored, ['behind the link']);
    assert.deepEqual(fixture.server.commits, [{ fileId: 'file-1', fileName: 'app.apk' }]);
    const same = path.join(fixture.folder, 'latest.apk');
    symlinkSync('app.apk', same);
    await fixture.uploads.upload(FakeUri.file(same));
    assert.match(editor.lists[1]?.options.placeHolder ?? '', /^latest\.apk is a link to app\.apk\. Type/);
  });

  it('a link to nothing, and one to what is not an app, are told with where they lead', async () => {
    fixture.write('notes.txt', 'x');
    for (const [name, target] of [
      ['gone.ipa', 'build/gone.ipa'],
      ['round.ipa', 'round.ipa'],
      ['notes.ipa', 'notes.txt'],
    ] as const) {
      symlinkSync(target, path.join(fixture.folder, name));
      await fixture.uploads.upload(FakeUri.file(path.join(fixture.folder, name)));
    }
    assert.deepEqual(editor.messages, [
      'gone.ipa, a link to build/gone.ipa, cannot be uploaded because its target does not exist. Choose another file.',
      'round.ipa, a link to round.ipa, cannot be uploaded because it links to itself. Choose another file.',
      'notes.ipa, a link to notes.txt, is not an app. Choose an .ipa, .apk, or .aab file.',
    ]);
  });
});
