import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Opened from '../../../../../src/features/apiExplorer/descriptions/openedModule';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';

describe('API Explorer: a description opened from a file', () => {
  const editor = useEditor('features/apiExplorer/descriptions/openedModule') as EditorWith<typeof Opened>;
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'opened-'));
    await mkdir(path.join(home, 'apis'));
    await writeFile(path.join(home, 'secret.yaml'), '{ get: { summary: secret } }');
    await writeFile(path.join(home, 'apis', 'one.yaml'), '{ get: { summary: one } }');
    await symlink(path.join(home, 'secret.yaml'), path.join(home, 'apis', 'link.yaml'));
  });
  afterEach(() => rm(home, { recursive: true }));

  it('rule 6: is put together of the files below its folder, and of nothing that a link or a path leads out to', async () => {
    const references = ['./one.yaml', './link.yaml', '../secret.yaml', path.join(home, 'secret.yaml')];
    const paths = references.map((reference, nth) => `  /${nth}: { $ref: '${reference}' }`);
    const text = Buffer.from(
      `\ufeffopenapi: 3.0.0\nservers: [{ url: /sub/a }]\npaths:\n${paths.join('\n')}`,
      'utf16le',
    );
    const file = path.join(home, 'apis', 'api.yaml');
    await writeFile(file, text);
    editor.files.add(file);
    const opened = editor.module.openedModule(FakeUri.file(file) as never, 'https://api.example/sub');
    const { description } = await opened.load();
    assert.deepEqual(
      description.operations.map(({ key, summary }) => [key, summary]),
      [['GET /a/0', 'one']],
    );
    assert.deepEqual(description.leftOut, { count: 3, first: '/1' });
  });
});
