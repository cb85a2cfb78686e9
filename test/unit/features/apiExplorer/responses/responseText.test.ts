import { strict as assert } from 'node:assert';
import type { CharsetDoubt } from '../../../../../src/api/response/charset';
import { failureAfterRenewal } from '../../../../../src/api/responseFailure';
import type { HttpResponse } from '../../../../../src/api/transport/transport';
import type * as AnswerText from '../../../../../src/features/apiExplorer/responses/responseText';
import type { ShownResponse } from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import { Redactor } from '../../../../../src/support/redact';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const answer = (more: Partial<HttpResponse>): HttpResponse => ({
  status: 200,
  statusText: 'OK',
  headers: [],
  body: new Uint8Array(),
  size: 12_345,
  durationMs: 33.6,
  streamed: false,
  ...more,
});

describe('API Explorer: what stands above an answer', () => {
  const {
    arrivalText,
    headersText,
    helpText,
    receivingText,
    redirectText,
    remarksOn,
    revealText,
    statusIcon,
    statusText,
  } = (useEditor('features/apiExplorer/responses/responseText') as EditorWith<typeof AnswerText>).module;

  it('status, time and size, with an icon by shape', () => {
    const said = (more: Partial<HttpResponse>) => [statusIcon(answer(more)), statusText(answer(more))];
    assert.deepEqual(said({}), ['pass', '200 OK · 34 ms · 12.3 kB']);
    assert.deepEqual(said({ status: 302, statusText: 'Found', size: 0 }), [
      'arrow-right',
      '302 Found · 34 ms · 0 bytes',
    ]);
    assert.deepEqual(said({ status: 404, statusText: '' }), ['error', '404 · 34 ms · 12.3 kB']);
    assert.match(statusText(answer({ status: 500, statusText: 'x'.repeat(1000) })), /^500 x{40} · /);
  });

  it('masked values are counted where there are several', () => {
    assert.equal(revealText(1), 'Show 1 Secret');
    assert.equal(revealText(3), 'Show 3 Secrets');
  });

  it('the same aloud, with what is missing of it', () => {
    assert.equal(arrivalText(answer({})), '200 OK, 34 ms, 12.3 kB');
    assert.equal(arrivalText(answer({ earlyEnd: 'lost' })), '200 OK, 34 ms, 12.3 kB, Incomplete');
  });

  it('of what still comes how much there is, and that there will be more', () => {
    const stop = () => undefined;
    const text = (events: number | undefined) => receivingText(answer({}), { events, stop });
    assert.equal(text(undefined), '200 OK · 12.3 kB · receiving…');
    assert.match(text(1), / · 1 event · /);
    assert.match(text(2), / · 2 events · /);
  });

  it('what is not as the response says, and nothing where all is well', () => {
    const remarks = (response: Partial<HttpResponse>, more: Partial<ShownResponse> = {}) =>
      remarksOn({ kind: 'text', response: answer(response), ...more } as ShownResponse);
    const read = (doubt?: CharsetDoubt) => ({ charset: { name: 'windows-1252', ...(doubt && { doubt }) } });
    assert.deepEqual(remarks({}, read()), []);
    assert.deepEqual(remarks({ earlyEnd: 'lost' }), [{ icon: 'warning', title: 'Incomplete' }]);
    assert.deepEqual(remarks({ packed: { coding: 'utf-8', known: false } }), [
      { title: 'Shown as received, although it is declared as utf-8' },
    ]);
    assert.deepEqual(remarks({ packed: { coding: 'zstd', known: false } }, { kind: 'binary' }), []);
    assert.deepEqual(
      [
        remarks({}, read({ kind: 'undeclared' })),
        remarks({}, read({ kind: 'unknown', declared: 'martian' })),
        remarks({}, read({ kind: 'wrong', declared: 'UTF-8' })),
      ].flat(),
      [
        { title: 'Read as windows-1252 because no charset is declared and the text is not UTF-8' },
        { title: 'Read as windows-1252 because the charset martian is unknown' },
        { title: 'Read as windows-1252 because the text does not match its charset UTF-8' },
      ],
    );
  });

  it('headers that ask for something, in one line, with the days of an end', () => {
    const text = (...headers: [string, string][]) => headersText(answer({ headers }), new Redactor());
    assert.equal(text(['set-cookie', 'a=b'], ['content-type', 'text/html'], ['allow', 'GET']), 'allow: GET');
    assert.equal(text(['deprecation', 'true'], ['sunset', 'never']), 'Deprecated · sunset: never');
    assert.equal(text(['Deprecation', '@1688169599']), 'Deprecated since Jun 30, 2023');
    assert.equal(text(['deprecation', '@yesterday']), 'Deprecated');
    assert.equal(text(), '');
  });

  const failureOf = (status: number, body: string, headers: Record<string, string> = {}) =>
    failureAfterRenewal(
      { status, headers: Object.entries(headers), body: Buffer.from(body) },
      { url: 'https://api.example', redactor: new Redactor() },
    );

  it('a page in the place of a response is told to be one, and asks for no other key', () => {
    for (const status of [401, 403]) {
      assert.equal(
        helpText(failureOf(status, '<html><body>Blocked</body></html>', { 'content-type': 'text/html' })),
        `api.example returned a web page with status ${status} instead of an Appcircle response. A proxy, VPN, or sign-in page may be in the way.`,
      );
    }
  });

  it('a 401 of the server came to a new token, too: another key is not what helps', () => {
    assert.match(helpText(failureOf(401, '{}')), /refused this request \(401\), although your key works/);
    assert.match(helpText(failureOf(403, '{}')), /^You do not have permission to do this on api\.example/);
    assert.equal(
      helpText(failureOf(400, '{"message":"in the document"}')),
      'api.example refused the request (400).',
    );
    assert.match(helpText(failureOf(405, '', { allow: 'GET, PUT' })), /It allows GET, PUT\.$/);
  });

  it('a redirect is told with the host that it leads to, as text', () => {
    const redirect = (location: string) => redirectText(failureOf(302, '', { location }));
    assert.match(redirect('https://files.example:8443/a?sig=b'), /^The redirect to files\.example:8443 was/);
    assert.match(redirectText(failureOf(304, '')), /^The redirect was not followed/);
    assert.doesNotMatch(redirect(`https://${'a'.repeat(300)}.example/`), /a{81}/);
  });
});
