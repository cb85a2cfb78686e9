import { strict as assert } from 'node:assert';
import { downloadLink } from '../../../../src/api/files/downloadLink';
import { Failure } from '../../../../src/api/failure';
import { awaitTask } from '../../../../src/api/tasks';
import { Redactor } from '../../../../src/support/redact';
import { ApiClient } from '../../../../src/api/client';
import { assertNoSecret, spellings } from '../../support/leaks';
import { failureOf } from '../../support/until';
import { FakeTokens } from '../fakeClient';
import { json, RawServer } from './rawServer';
import { wire } from './transportFixture';

/** No JSON Web Token: only its value tells that it is a secret. */
const token = 'Live+access/token-of.the~tests0123456789==';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';

const lower = (text: string) => text.replace(/%../g, (escape) => escape.toLowerCase());

/** How an API could repeat what it was sent. */
const echoes: [how: string, echo: (secret: string) => string][] = [
  ['as it is', (secret) => `Invalid: ${secret}.`],
  ['with its header', (secret) => `Authorization: Bearer ${secret}`],
  ['in a sentence', (secret) => `The value Bearer ${secret} is wrong`],
  ['as JSON of .NET', (secret) => `{"t":"${secret.replaceAll('+', '\\u002B').replaceAll('/', '\\u002F')}"}`],
  ['in an address', (secret) => `https://s.example/f?x=${lower(encodeURIComponent(secret))}`],
  ['in a form', (secret) => new URLSearchParams({ personalAccessKey: secret }).toString()],
  ['in HTML', (secret) => secret.replaceAll('+', '&#x2B;').replaceAll('/', '&#47;')],
  ['escaped twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['as Basic', (secret) => `Basic ${Buffer.from(`name:${secret}`).toString('base64')}`],
  ['where it would be cut', (secret) => `${'x'.repeat(285)} ${secret} ${secret}`],
];

describe('a server that repeats secrets', () => {
  let raw: RawServer;
  before(async () => {
    raw = await RawServer.start();
  });
  after(() => raw.close());

  const redactor = new Redactor();
  redactor.protect(token);
  const { transport } = wire({ redactor });
  const request = () => ({ method: 'POST', base: raw.origin, path: '/x', bearer: token }) as const;
  const client = () => new ApiClient(transport, raw.origin, new FakeTokens(token), wire().log);

  /** Neither whole nor its first characters. */
  const assertGone = (secret: string, ...things: unknown[]) => {
    assertNoSecret(secret, ...things);
    assert.ok(!JSON.stringify(things).includes(secret.slice(0, 8)), JSON.stringify(things));
  };

  for (const [how, echo] of echoes) {
    for (const secret of [token, jwt]) {
      it(`R5: ${how}, ${secret === token ? 'a live token' : 'any web token'} reaches no failure`, async () => {
        for (const name of ['message', 'error_description', 'error', 'detail', 'title']) {
          raw.answer(json(400, { [name]: echo(secret) }));
          const failure = await failureOf(transport.send(request()));
          assert.ok(failure instanceof Failure);
          const said = failure.facts.serverMessage ?? '';
          assert.ok(said.includes('•••') && said.length <= 300, said);
          assertGone(secret, failure.facts, failure.message);
        }
      });
    }
  }

  it('R5: not by a task that failed, nor by a link that was refused', async () => {
    raw.answer(json(200, { stateValue: 2, message: `Bearer ${token}` }));
    const end = await awaitTask(client(), 'task');
    assert.deepEqual(end, { kind: 'failed', serverText: 'Bearer •••' });
    raw.answer(json(400, { message: `Bearer ${token}` }));
    const refused = await failureOf(downloadLink(client(), 'p', 'v'));
    assert.ok(refused instanceof Failure);
    assert.equal(refused.facts.serverMessage, 'Bearer •••');
  });

  it('R5: not by its status line, nor by what it calls its body', async () => {
    raw.answer((response) => {
      response.writeHead(418, `Bad ${token}`);
      response.end();
    });
    const { statusText } = await transport.sendHttp({ ...request(), target: '/x' });
    assert.equal(statusText, 'Bad •••');
    raw.answer((response) => {
      response.writeHead(200, { 'content-type': `text/${token}; sig=x` });
      response.end('no JSON');
    });
    const unreadable = await failureOf(transport.send(request()));
    assert.ok(unreadable instanceof Failure);
    assert.equal(unreadable.facts.contentType, 'text/•••');
  });

  it('what it says otherwise stays as it said it', async () => {
    const said = 'Name must be unique: "a\\b" & <c> 100% of 3 tokens, see https://docs.example/?page=2';
    raw.answer(json(400, { message: said }));
    const failure = await failureOf(transport.send(request()));
    assert.ok(failure instanceof Failure);
    assert.equal(failure.facts.serverMessage, said);
  });

  it('each spelling that the tests look for is one that is masked', () => {
    for (const spelling of spellings(token)) {
      assert.ok(!redactor.redact(`"${spelling}"`).includes(spelling), spelling);
    }
  });
});
