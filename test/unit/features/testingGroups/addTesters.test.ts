import { strict as assert } from 'node:assert';
import { settled, until } from '../../support/until';
import { useGroups } from './groupFixture';
import { G1, group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['ada@x.example'] });
const all = '/distribution/v2/testing-groups';

describe('Testing groups: adding testers', () => {
  const fixture = useGroups([field, ldapGroup]);
  const { editor } = fixture;

  const asked = () => fixture.sandbox.requests().map(({ method, path }) => `${method} ${path}`);
  /** Begins to add testers to a group, up to the box. */
  async function adding(name = field.name) {
    const done = fixture.commands.addTesters(fixture.row(name));
    return { done, box: await editor.box() };
  }
  it('takes addresses in any shape, and asks for that group alone', async () => {
    const { done, box } = await adding();
    assert.deepEqual(
      [box.title, box.prompt],
      [
        'Appcircle: Add Testers',
        'Email addresses of new testers for Field \\$(eye) Testers. Paste one or many, in any format.',
      ],
    );
    box.submit('Bob <bob@x.example>; "eve@x.example", mailto:zoe@x.example');
    await done;
    assert.deepEqual(asked(), [`POST ${all}/${G1}/testers`, `GET ${all}/${G1}`]);
    assert.equal(
      fixture.shown[0],
      'Field $(eye) Testers: ada@x.example bob@x.example eve@x.example zoe@x.example',
    );
    assert.deepEqual(editor.statusBar, ['Added 3 testers to Field \\$(eye) Testers.']);
    assert.deepEqual(editor.messages, []);
  });

  it('says while it is typed what will come of it, and which were left out when it is done', async () => {
    const { done, box } = await adding();
    box.submit('bob@x.example, eve@x.example, ADA@x.example, foo@');
    assert.equal(box.validationMessage?.message, '2 addresses, 1 duplicate, 1 not valid: foo@');
    await done;
    assert.deepEqual(editor.messages, [
      'Added 2 testers to Field $(eye) Testers. Skipped duplicates: 1. Skipped, not an email address (1): foo@',
    ]);
    assert.deepEqual(editor.statusBar, []);
  });

  it('accepts no text without a new address, and sends nothing', async () => {
    const { done, box } = await adding();
    assert.equal(await editor.refusal(box, ''), 'Enter at least one email address.');
    assert.equal(await editor.refusal(box, 'foo@ bar'), 'Not an email address: foo@, bar');
    assert.equal(await editor.refusal(box, 'Ada@x.example'), 'Already in this group: Ada@x.example');
    box.hide();
    await done;
    assert.deepEqual([asked(), editor.statusBar, editor.messages], [[], [], []]);
  });

  it('From Clipboard adds to what was typed and says what is in it; lines stay apart', async () => {
    const { done, box } = await adding();
    assert.deepEqual(
      box.buttons.map(({ tooltip }) => tooltip),
      ['Paste from Clipboard'],
    );
    editor.clipboard = '\r\nBob <bob@x.example>,\r\neve@x.example\tzoe@x.example;\n\nada@x.example\n';
    box.value = 'kim@x.example,';
    box.press('Paste from Clipboard');
    const filled = await editor.box(2);
    assert.equal(box.visible, false);
    assert.equal(
      filled.value,
      'kim@x.example, Bob <bob@x.example>, eve@x.example, zoe@x.example, ada@x.example',
    );
    assert.equal(filled.prompt, 'Found 4 addresses, 1 duplicate');
    filled.submit(filled.value);
    await done;
    assert.match(
      fixture.shown[0] ?? '',
      /: ada@x\.example kim@x\.example bob@x\.example eve@x\.example zoe@x\.example$/,
    );
  });

  it('an empty clipboard leaves what was typed, and Esc after a full one is silent', async () => {
    const { done, box } = await adding();
    editor.clipboard = ' \n';
    box.value = 'bob@x.example';
    box.press('Paste from Clipboard');
    await settled();
    assert.deepEqual(editor.messages, ['The clipboard has no text.']);
    assert.deepEqual([box.visible, box.value], [true, 'bob@x.example']);
    editor.clipboard = 'eve@x.example';
    box.press('Paste from Clipboard');
    const filled = await editor.box(2);
    filled.hide();
    await done;
    assert.deepEqual([asked(), editor.messages.length], [[], 1]);
  });

  it('what was typed outlives every failure, and goes when it works', async () => {
    const { done, box } = await adding();
    const text = 'bob@x.example, eve@x.example';
    for (const status of [500, 403, 429]) {
      fixture.sandbox.arm({ kind: 'respond', status, method: 'POST', times: 1 });
    }
    fixture.sandbox.arm({
      kind: 'respond',
      status: 400,
      body: { message: 'No $(x) [y](command:z)' },
      times: 1,
    });
    const { host } = new URL(fixture.sandbox.apiEndpoint);
    assert.deepEqual(
      [
        await editor.refusal(box, text),
        await editor.refusal(box, text),
        await editor.refusal(box, text),
        await editor.refusal(box, text),
      ],
      [
        `${host} has a server error (500). Retry in a moment.`,
        `Only owners and managers can do this on ${host}. Ask an owner of the organization for the Manager role.`,
        `Too many requests to ${host}. Wait a moment, then retry.`,
        `${host} refused the request: No \\$(x) [y] (command:z)`,
      ],
    );
    box.submit(text);
    await done;
    assert.deepEqual(editor.statusBar, ['Added 2 testers to Field \\$(eye) Testers.']);
  });

  it('a group that is gone leaves the view, and what was typed stays', async () => {
    const { done, box } = await adding();
    fixture.sandbox.replaceTestingGroups([served(ldapGroup)]);
    assert.match(await editor.refusal(box, 'bob@x.example'), /^Not found on 127\.0\.0\.1:\d+ \(404\)\./);
    assert.deepEqual(fixture.shown, ['QA Guild: x@y.example']);
    box.hide();
    await done;
  });

  it('Esc while it is sent is silent, and the group is asked for: nobody knows how far it came', async () => {
    const { done, box } = await adding();
    fixture.sandbox.arm({ kind: 'delay', method: 'POST', delayMs: 50 });
    box.submit('bob@x.example');
    await until(() => fixture.sandbox.faults.list()[0]?.hits === 1, 'the request');
    box.hide();
    await done;
    await until(() => asked().includes(`GET ${all}/${G1}`), 'the look at the group');
    // It came further than anybody knew; no other test shall see it.
    await until(
      () => fixture.sandbox.testingGroups()[0]?.testers?.includes('bob@x.example') === true,
      'the end',
    );
    assert.deepEqual([editor.statusBar, editor.messages], [[], []]);
  });

  it('nothing is sent when another account became active, and what was typed stays', async () => {
    const { done, box } = await adding();
    fixture.window.sessions.setSignedIn({ ...fixture.window.account });
    assert.equal(
      await editor.refusal(box, 'bob@x.example'),
      'The account changed. This was for the previous account.',
    );
    box.hide();
    await done;
    assert.deepEqual(asked(), []);
  });

  it('an answer for another account is neither shown nor told', async () => {
    const { done, box } = await adding();
    fixture.sandbox.arm({ kind: 'delay', method: 'POST', delayMs: 50 });
    box.submit('bob@x.example');
    fixture.window.sessions.setSignedIn({ ...fixture.window.account });
    await done;
    assert.deepEqual([fixture.list.state.kind, editor.statusBar], ['unknown', []]);
    assert.deepEqual(asked(), [`POST ${all}/${G1}/testers`]);
  });
});
