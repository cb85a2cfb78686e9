import { strict as assert } from 'node:assert';
import type { HttpRequest } from '../../../../../src/api/request/request';
import type * as Questions from '../../../../../src/features/apiExplorer/requests/confirmSend';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const request: HttpRequest = {
  method: 'DELETE',
  path: '/distribution/v2/profiles/1',
  query: [],
  headers: [],
  body: undefined,
};
const to = { name: 'Harbor Labs', host: 'api.example:444' };

describe('API Explorer: the question before sending', () => {
  const editor = useEditor('features/apiExplorer/requests/confirmSend') as EditorWith<typeof Questions>;
  const { confirmSend } = editor.module;

  it('is not asked where there is no doubt', async () => {
    assert.equal(await confirmSend(request, to, { unsafe: false, foreign: false }), true);
    assert.deepEqual(editor.messages, []);
  });

  it('names method, path, query, organization and host, once', async () => {
    editor.presses = 'Send GET';
    const cancel: HttpRequest = {
      ...request,
      method: 'GET',
      path: '/build/v1/queue/1',
      query: [['action', 'cancel']],
    };
    assert.equal(await confirmSend(cancel, to, { unsafe: true, foreign: true }), true);
    assert.deepEqual(editor.messages, ['Send GET /build/v1/queue/1?action=cancel to Harbor Labs?']);
    const [detail = ''] = editor.details;
    assert.match(detail, /Organization: Harbor Labs\. Server: api\.example:444\.$/);
    assert.match(detail, /came with the workspace or from a file/);
    assert.match(detail, /takes effect immediately/);
  });

  it('says no more than what is in doubt', async () => {
    await confirmSend(request, to, { unsafe: true, foreign: false });
    await confirmSend(request, to, { unsafe: false, foreign: true });
    assert.doesNotMatch(editor.details[0] ?? '', /came with the workspace/);
    assert.doesNotMatch(editor.details[1] ?? '', /takes effect immediately/);
  });

  it('R31: asks before what says to be JSON and is none, with the values in it, and where it is wrong', async () => {
    const write = {
      ...request,
      method: 'POST' as const,
      headers: [['Content-Type', 'application/json']] as const,
    };
    editor.presses = 'Send Anyway';
    const body = '{\n  "name": "a" "b"\n}';
    assert.equal(await confirmSend({ ...write, body }, to, { unsafe: false, foreign: false }), true);
    assert.match(editor.details.at(-1) ?? '', /not valid JSON\. Line 2: A comma is missing here\./);
    await confirmSend({ ...write, body: '{ "name": {{nmae}} }' }, to, { unsafe: true, foreign: false });
    assert.match(editor.details.at(-1) ?? '', /Line 1: .*\n*.*The variable nmae is not set/s);
    editor.presses = 'Send POST';
    const right = { ...write, body: '{ "name": "{{nmae}}" }' };
    assert.equal(await confirmSend(right, to, { unsafe: true, foreign: false }), true);
    assert.match(
      editor.details.at(-1) ?? '',
      /^The variable nmae is not set\. The braces are sent as text\./,
    );
    const asked = editor.details.length;
    assert.equal(await confirmSend(right, to, { unsafe: false, foreign: false }), true);
    const text = { ...write, headers: [], body };
    assert.equal(await confirmSend(text, to, { unsafe: false, foreign: false }), true);
    assert.equal(editor.details.length, asked);
  });

  const subject = { operation: 'Create a profile', things: ['Harbor Notes'], body: ['{', '  "a": 1'] };

  it('names the operation, what it is done with, and the first lines of the body', async () => {
    await confirmSend(request, to, { unsafe: true, foreign: false }, subject);
    assert.deepEqual(editor.details[0]?.split('\n\n'), [
      'Operation: Create a profile\nFor: Harbor Notes',
      'Body:\n{\n  "a": 1',
      'This takes effect immediately.',
      'Organization: Harbor Labs. Server: api.example:444.',
    ]);
  });

  it('of a DELETE Enter sends nothing, and nobody can agree to the next one', async () => {
    const remember = () => assert.fail('agreed');
    assert.equal(
      await confirmSend(request, to, { unsafe: true, foreign: false }, { ...subject, remember }),
      false,
    );
    const [asked] = editor.shownMessages;
    assert.deepEqual(asked?.buttons, ["Don't Send", 'Send DELETE']);
    assert.doesNotMatch(editor.details[0] ?? '', /Don't Ask Again/);
    editor.presses = "Don't Send";
    assert.equal(await confirmSend(request, to, { unsafe: true, foreign: false }), false);
    editor.presses = 'Send DELETE';
    assert.equal(await confirmSend(request, to, { unsafe: true, foreign: false }), true);
  });

  it('other writes can be agreed to for the window, where nothing else is in doubt', async () => {
    let agreed = 0;
    const remembering = { ...subject, remember: () => agreed++ };
    const post = { ...request, method: 'POST' as const };
    editor.presses = "Send and Don't Ask Again";
    assert.equal(await confirmSend(post, to, { unsafe: true, foreign: false }, remembering), true);
    assert.equal(agreed, 1);
    assert.match(
      editor.details[0] ?? '',
      /applies to "Create a profile" in this window until you switch accounts\./,
    );
    const file = { file: 'a.txt', size: 1 };
    for (const doubts of [
      { unsafe: true, foreign: true },
      { unsafe: true, foreign: false, files: [file] },
    ]) {
      assert.equal(await confirmSend(post, to, doubts, remembering), false);
      assert.deepEqual(editor.shownMessages.at(-1)?.buttons, ['Send POST']);
    }
    assert.equal(agreed, 1);
  });

  it('T5: anything but its button is no', async () => {
    for (const pressed of [undefined, 'Send GET', 'Cancel']) {
      editor.presses = pressed;
      assert.equal(await confirmSend(request, to, { unsafe: true, foreign: true }), false);
    }
  });

  it('nothing in it can be a link, hide itself, or push the rest out of sight', async () => {
    const path = `/[x](command:evil)/\u202e${'long'.repeat(1000)}`;
    await confirmSend(
      { ...request, path },
      { ...to, name: '[x](command:evil)\nb' },
      { unsafe: true, foreign: false },
      { operation: `[x](command:evil)${path}`, things: [path], body: [path, '[x](command:evil)'] },
    );
    const said = [...editor.messages, ...editor.details].join();
    assert.doesNotMatch(said, /\]\(|\u202e/);
    assert.ok((editor.messages[0] ?? '').length < 500);
    assert.match(editor.messages[0] ?? '', /…/);
  });
});
