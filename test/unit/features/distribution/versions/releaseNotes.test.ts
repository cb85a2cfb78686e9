import { strict as assert } from 'node:assert';
import { listVersions } from '../../../../../src/api/distribution/appVersions';
import { Failure } from '../../../../../src/api/failure';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type * as Notes from '../../../../../src/features/distribution/versions/releaseNotes';
import { failing } from '../../../api/transport/transportFixture';
import { drawsIcon, findLink, hidesSomething } from '../../../support/hostileTexts';
import { until } from '../../../support/until';
import { useProfiles } from '../profiles/profileFixture';

describe('Edit Release Notes', () => {
  const fixture = useProfiles('versions/releaseNotes', (module) => module as typeof Notes, 5);
  const { editor } = fixture;
  const { lenses } = editor;
  let version: AppVersion;

  beforeEach(() => have('Fixes the banner'));

  /** The notes that the server has, as the row knows them. */
  async function have(message: string | null): Promise<void> {
    const { id } = fixture.row().row;
    fixture.sandbox.replaceVersions(
      id,
      fixture.sandbox.versions(id).map((row, nth) => (nth === 0 ? { ...row, message } : row)),
    );
    version = (await listVersions(fixture.window.clientFor(fixture.window.account), id))[0] ?? assert.fail();
    fixture.sandbox.clearRequests();
  }

  const edit = () =>
    fixture.commands.editReleaseNotes(
      {
        ...fixture.deps,
        pickVersion: (argument) =>
          Promise.resolve(argument === 'nothing' ? undefined : { profile: fixture.row().row, version }),
      },
      'a node',
    );
  const saved = () => fixture.sandbox.versions(fixture.row().row.id)[0]?.message;
  const writes = () => fixture.asked.filter((line) => !line.startsWith('GET'));

  it('one line is edited in a box, written alone, and its profile alone is renewed', async () => {
    const done = edit();
    const box = await editor.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Edit Release Notes', 'Fixes the banner']);
    box.submit('Fixes the sync banner');
    await done;
    assert.equal(saved(), 'Fixes the sync banner');
    assert.equal(writes().length, 1);
    assert.match(writes()[0] ?? '', /^PATCH .* 200$/);
    assert.deepEqual(fixture.told, ['renew Atlas Field Service']);
    assert.equal(editor.documents.open.length, 0);
  });

  it("a version's name is text in what is asked, in a box and beside an editor", async () => {
    const said: [message: string, sentence: RegExp][] = [
      ['one line', /^Release notes for \[x\] \(command:workbench\.action\.quit\)/],
      ['two\nlines', /^Write the release notes for \[x\] \(command:workbench\.action\.quit\)/],
    ];
    for (const [message, sentence] of said) {
      await have(message);
      version = { ...version, version: '[x](command:workbench.action.quit) $(zap)\u202e' };
      // An older server gives no single version: the row is what is known.
      fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'GET', times: 1 });
      const done = edit();
      await until(() => editor.boxes.length + editor.messages.length > 0, 'the question');
      const asked = editor.boxes[0]?.prompt ?? editor.messages[0] ?? '';
      assert.match(asked, sentence);
      assert.deepEqual([findLink(asked), hidesSomething(asked)], [undefined, false]);
      assert.equal(editor.boxes.length > 0 && drawsIcon(asked), false);
      editor.boxes.splice(0)[0]?.hide();
      editor.closeTab();
      await done;
    }
  });

  it('notes can be begun, and taken back', async () => {
    await have(null);
    const first = edit();
    (await editor.box()).submit('New');
    await first;
    assert.equal(saved(), 'New');
    const second = edit();
    (await editor.box(2)).submit('');
    await second;
    assert.equal(saved(), '');
  });

  it('begins with what the server has now, not with what the row knew', async () => {
    const { id } = fixture.row().row;
    fixture.sandbox.replaceVersions(
      id,
      fixture.sandbox.versions(id).map((row) => ({ ...row, message: 'Changed by somebody' })),
    );
    const done = edit();
    const box = await editor.box();
    assert.equal(box.value, 'Changed by somebody');
    box.hide();
    await done;
  });

  it('and with the row where an older server gives no single version', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'GET', path: '/distribution' });
    const done = edit();
    const box = await editor.box();
    assert.equal(box.value, 'Fixes the banner');
    box.hide();
    await done;
  });

  it('any other failure comes before something was typed', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, method: 'GET', path: '/distribution' });
    await failing(edit(), 'forbidden');
    assert.equal(editor.boxes.length, 0);
  });

  it('T5: Esc is silent, and nothing changed is nothing written', async () => {
    const first = edit();
    (await editor.box()).hide();
    await first;
    const second = edit();
    (await editor.box(2)).submit('Fixes the banner');
    await second;
    assert.deepEqual([writes(), fixture.told, editor.messages], [[], [], []]);
  });

  it('several lines are edited in an editor, and none is lost', async () => {
    await have('one\r\ntwo\r\n\r\n- three');
    editor.presses = 'Save Release Notes';
    editor.edits = (document) => {
      document.text += '\n- four';
    };
    await edit();
    assert.equal(saved(), 'one\ntwo\n\n- three\n- four');
    assert.equal(editor.boxes.length, 0);
    assert.ok(editor.executed.some(([command]) => command === 'workbench.action.revertAndCloseActiveEditor'));
  });

  it('line breaks that a disk spells another way are no change', async () => {
    await have('one\r\ntwo');
    editor.presses = 'Save Release Notes';
    await edit();
    assert.deepEqual(writes(), []);
  });

  it('from the box there is a way into the editor, with what was typed', async () => {
    editor.presses = 'Save Release Notes';
    const done = edit();
    const box = await editor.box();
    box.value = 'A first line';
    box.press(box.buttons[0]?.tooltip ?? '');
    await done;
    assert.equal(editor.documents.open[0]?.text, 'A first line');
    assert.equal(saved(), 'A first line');
    assert.equal(box.visible, false);
  });

  it('R7: a server that is down loses nothing that was typed', async () => {
    const done = edit();
    const box = await editor.box();
    fixture.sandbox.arm({ kind: 'reset', method: 'PATCH', times: 1 });
    assert.match(await editor.refusal(box, 'Typed at length'), /127\.0\.0\.1/);
    box.submit('Typed at length');
    await done;
    assert.equal(saved(), 'Typed at length');
  });

  it('R7: nor does one that refuses what was written in an editor', async () => {
    await have('one\ntwo');
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'PATCH', times: 1 });
    editor.presses = 'Save Release Notes';
    editor.edits = (document) => {
      document.text = 'one\ntwo\nthree';
    };
    await edit();
    assert.match(editor.messages[1] ?? '', /has a server error \(500\)/);
    assert.equal(saved(), 'one\ntwo\nthree');
    assert.equal(editor.documents.open.length, 1);
  });

  it('a viewer reads in the box which role it takes', async () => {
    await fixture.enter('harbor-viewer');
    await have('Fixes the banner');
    const done = edit();
    const box = await editor.box();
    assert.match(
      await editor.refusal(box, 'Mine'),
      /owners, managers, and operators .* the Operator role\.$/,
    );
    box.hide();
    await done;
    assert.deepEqual(fixture.told, []);
  });

  it('notes that are saved are saved, whether or not the row can be renewed', async () => {
    fixture.deps.changes.renew = () => Promise.reject(new Failure('offline'));
    const done = edit();
    (await editor.box()).submit('Saved');
    await done;
    assert.equal(saved(), 'Saved');
    await until(() => fixture.window.log.lines.some((line) => line.includes('release notes: offline')));
    assert.deepEqual(editor.messages, []);
  });

  it('rule 8: an account that is no longer active has no row to renew', async () => {
    const done = edit();
    const box = await editor.box();
    fixture.sandbox.arm({ kind: 'delay', delayMs: 20, method: 'PATCH' });
    box.submit('Saved');
    fixture.switchAccount();
    await done;
    assert.deepEqual(fixture.told, []);
  });

  it('rule 8: nor is anything written as another account; it is said where the text still is', async () => {
    await have('one\ntwo');
    const { clientFor } = fixture.deps;
    const writers: unknown[] = [];
    fixture.deps.clientFor = (writer) => {
      writers.push(writer);
      return clientFor(writer);
    };
    const done = edit();
    await until(
      () => editor.documents.open.length === 1 && lenses.above(editor.documents.open[0]!).length === 2,
    );
    const [document] = editor.documents.open;
    assert.ok(document);
    const { account } = fixture.window;
    fixture.switchAccount();
    document.text = 'three';
    lenses.press(document, 'Save Release Notes');
    await until(() => editor.messages.length === 2);
    assert.match(editor.messages[1] ?? '', /belong to another account\. Switch back to that account/);
    assert.deepEqual([writes(), editor.tabs.length], [[], 1]);
    const replaced = { ...account };
    fixture.deps.sessions.setSignedIn(replaced);
    lenses.press(document, 'Save Release Notes');
    await done;
    assert.equal(saved(), 'three');
    assert.ok(writers.at(-1) === replaced);
  });

  it('T13: nothing comes of Esc where the version is asked for', async () => {
    await fixture.commands.editReleaseNotes(
      { ...fixture.deps, pickVersion: () => Promise.resolve(undefined) },
      undefined,
    );
    assert.deepEqual([fixture.asked, editor.boxes.length], [[], 0]);
  });
});
