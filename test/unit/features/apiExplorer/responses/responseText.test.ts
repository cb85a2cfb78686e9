import { strict as assert } from 'node:assert';
import type { HttpResponse } from '../../../../../src/api/transport/transport';
import type * as AnswerText from '../../../../../src/features/apiExplorer/responses/responseText';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const answer = (more: Partial<HttpResponse>): HttpResponse => ({
  status: 200,
  statusText: 'OK',
  headers: [],
  body: new Uint8Array(),
  size: 12_345,
  durationMs: 33.6,
  streamed: false,
  truncated: false,
  ...more,
});

describe('API Explorer: what stands above an answer', () => {
  const { headersText, statusText } = (
    useEditor('features/apiExplorer/responses/responseText') as EditorWith<typeof AnswerText>
  ).module;

  it('status, time and size, with an icon by shape', () => {
    assert.equal(statusText(answer({})), '$(pass)\u00a0200 OK · 34 ms · 12.3 kB');
    assert.equal(
      statusText(answer({ status: 302, statusText: 'Found', size: 0 })),
      '$(arrow-right)\u00a0302 Found · 34 ms · 0 bytes',
    );
    assert.match(statusText(answer({ status: 404, statusText: '' })), /^\$\(error\)\u00a0404 · /);
    assert.match(
      statusText(answer({ status: 500, statusText: 'x'.repeat(1000) })),
      /^\$\(error\)\u00a0500 x{40} · /,
    );
  });

  it('chosen headers, without the date, in one line', () => {
    const headers: HttpResponse['headers'] = [
      ['date', 'today'],
      ['set-cookie', 'a=b'],
      ['etag', '"e"'],
      ['content-type', 'text/html'],
    ];
    assert.equal(headersText(answer({ headers })), 'content-type: text/html · etag: "e"');
    assert.equal(headersText(answer({})), '');
  });

  it('nothing of a server is an icon, or hides itself', () => {
    const evil = '$(trash) \u202ex';
    const said = [
      statusText(answer({ statusText: evil })),
      headersText(answer({ headers: [['etag', evil]] })),
    ];
    for (const text of said) {
      assert.ok(text.includes('\\$(trash) ‹U+202E›x'), text);
    }
  });
});
