import { strict as assert } from 'node:assert';
import { javaKeystore, p12File, provisioningFile } from '../../api/signing/identityFiles';
import { useSigning } from './signingFixture';

const password = 'Sentinel+Upload/password==';

describe('uploading a signing identity', () => {
  const fixture = useSigning();
  const { editor } = fixture;
  const upload = async (argument?: unknown) => (await fixture.view.uploads()).upload(argument);
  const posts = () => fixture.asked().filter((request) => request.startsWith('POST'));

  it('R52, T1: a certificate goes with its password, which is masked, checked here first, and found nowhere', async () => {
    fixture.chooses('release.p12', p12File(password));
    const done = upload();
    const box = await editor.box();
    assert.deepEqual([box.password, box.ignoreFocusOut], [true, true]);
    assert.match(await editor.refusal(box, 'something else'), /^This is not the password of release\.p12\./);
    assert.deepEqual(posts(), []);
    box.submit(password);
    await done;
    assert.deepEqual(posts(), ['POST /v2/certificates']);
    assert.deepEqual(editor.statusBar, ['Uploaded release.p12.']);
    assert.match(fixture.tree.revealed.join(), /\/certificate\//);
    const sinks = [
      fixture.window.log.lines,
      editor.messages,
      editor.executed,
      editor.copied,
      fixture.memento.text,
      fixture.window.memento.text,
      fixture.sandbox.requests(),
      await fixture.rows('Certificates'),
    ];
    assert.ok(!JSON.stringify(sinks).includes(password));
  });

  it('what the server refuses keeps the box open, with what was typed', async () => {
    fixture.chooses('old.p12', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x03]));
    const done = upload();
    const box = await editor.box();
    const sentence = await editor.refusal(box, 'wrong+Sentinel==');
    assert.match(sentence, /tampered or the password is wrong/);
    assert.doesNotMatch(sentence, /Sentinel/);
    box.hide();
    await done;
    assert.deepEqual(editor.statusBar, []);
  });

  it('R52: a keystore goes with two passwords, and one can be gone back to', async () => {
    fixture.chooses('release.jks', javaKeystore(password));
    const done = upload();
    const box = await editor.box();
    assert.match(await editor.refusal(box, 'no'), /^This is not the password/);
    box.submit(password);
    const second = await editor.box(2);
    assert.deepEqual([second.password, second.step, second.totalSteps], [true, 2, 2]);
    second.press('Back');
    (await editor.box(3)).submit(password);
    (await editor.box(4)).submit('');
    await done;
    assert.deepEqual(posts(), ['POST /v2/keystores/binary']);
    assert.ok(fixture.served('keystores').some(({ name }) => name === 'release'));
  });

  it('R52: a profile that has ended is only uploaded by who was told so', async () => {
    const ended = provisioningFile({ name: 'Notes $(zap)', ends: '2020-01-01T00:00:00Z' });
    fixture.chooses('notes.mobileprovision', ended);
    await upload();
    assert.deepEqual(editor.messages, ['Upload Notes $(zap), although it has expired?']);
    assert.match(editor.details[0] ?? '', /^Expired \d+ years ago\. Builds cannot sign with it\./);
    assert.deepEqual(posts(), []);
    fixture.chooses('notes.mobileprovision', ended);
    editor.presses = 'Upload Anyway';
    await upload();
    assert.deepEqual(posts(), ['POST /v2/provisioning-profiles']);
    fixture.chooses('fresh.mobileprovision', provisioningFile());
    await upload();
    assert.equal(editor.messages.length, 2);
    assert.equal(posts().length, 2);
  });

  it('files of the group come first in the dialog', async () => {
    const [, , keystores] = await fixture.tree.nodes();
    await upload(keystores);
    assert.deepEqual(Object.entries(editor.openDialogs[0]?.filters ?? {}), [
      ['Keystores', ['jks', 'keystore']],
      ['Signing Identities', ['p12', 'pfx', 'mobileprovision', 'provisionprofile', 'jks', 'keystore']],
    ]);
  });

  it('what is none is told before anything is sent, and another file can be chosen', async () => {
    fixture.chooses('app.ipa', 'x');
    fixture.chooses('empty.p12', '');
    fixture.chooses('key.p12', '-----BEGIN PRIVATE KEY-----');
    fixture.chooses('page.mobileprovision', '<html>');
    fixture.chooses('text.jks', 'text');
    fixture.chooses('huge.p12', Buffer.alloc(6_000_000, 0x30));
    editor.presses = 'Choose Another File';
    await upload();
    assert.deepEqual(
      editor.messages.map((message) => message.split('. ')[0]),
      [
        'app.ipa is not a signing identity',
        'empty.p12 is empty',
        'key.p12 is not a P12 file, despite its name',
        'page.mobileprovision is not a provisioning profile, despite its name',
        'text.jks is not a keystore, despite its name',
        'huge.p12 is too large for a signing identity',
      ],
    );
    assert.deepEqual(posts(), []);
  });

  it('nothing is sent for an account that is no longer the active one', async () => {
    fixture.chooses('release.p12', p12File(password));
    const done = upload();
    const box = await editor.box();
    await fixture.window.signIn(fixture.sandbox, fixture.sandbox.account('northwind-owner').secret);
    assert.match(await editor.refusal(box, password), /^The account changed/);
    box.hide();
    await done;
    assert.deepEqual(posts(), []);
  });

  it('a viewer is told who may', async () => {
    await fixture.open('harbor-viewer');
    fixture.chooses('release.p12', p12File(password));
    const done = upload();
    const box = await editor.box();
    assert.match(await editor.refusal(box, password), /^Only owners and managers can do this/);
    box.hide();
    await done;
  });
});
