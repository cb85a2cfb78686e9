import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inSubOrganization, type Account } from '../../../../../src/account/account';
import type { RequestValues } from '../../../../../src/features/apiExplorer/requests/requestValues';
import { nextPageRequest } from '../../../../../src/features/apiExplorer/responses/nextPageRequest';
import type * as Actions from '../../../../../src/features/apiExplorer/responses/responseActions';
import type { ShownResponse } from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { FakeUri } from '../../../extension/fakeUri';
import { SenderFixture } from '../requests/senderFixture';

const list = '/distribution/v2/profiles';

describe('API Explorer: what is done with a response', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  let actions: typeof Actions;
  let values: RequestValues;
  let other: Account;
  let own: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 5 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    actions = fixture.load('responses/responseActions') as typeof Actions;
    ({ values } = fixture);
    other = await fixture.signIn('northwind-owner');
    own = await fixture.signIn('harbor-owner');
  });
  afterEach(() => {
    fixture.dispose();
  });

  const run = (argument: unknown) =>
    actions.runResponseAction(fixture.responses, fixture.sender, argument, () => Promise.resolve());
  const act = ({ uri }: ShownResponse, action: string) => run({ uri: uri.toString(), action });
  const use = (argument: unknown) => actions.useValue(argument, values, fixture.window.sessions);
  const messages = () => fixture.editor.messages;
  /** What was sent of ours; who switches to a sub-organization asks for its name as well. */
  const asked = () => fixture.sent.filter((line) => line.includes(list));
  /** The text of a response as its document shows it now. */
  const text = ({ uri }: ShownResponse) => fixture.textOf(uri) as string;
  const pages = () => sandbox.requests().flatMap(({ path, query }) => (path === list ? [query] : []));

  /** Sends a request, and gives its response. Nothing is in the log of the server afterwards. */
  async function respondedTo(request: string): Promise<ShownResponse> {
    await fixture.send(request);
    sandbox.clearRequests();
    return fixture.responses.all[0] ?? assert.fail('no response');
  }
  const firstPage = () => respondedTo(`GET {{host}}${list}?Page=1&Size=2&search=a\nX-Note: 1`);

  describe('Next Page and Send Again', () => {
    it('ask for the page after, or the same, with the same session and all else as it was', async () => {
      const first = await firstPage();
      await act(first, 'next');
      await act(first, 'again');
      assert.deepEqual(pages(), ['Page=2&Size=2&search=a', 'Page=1&Size=2&search=a']);
      for (const { authorization, headerNames } of sandbox.requests().filter(({ path }) => path === list)) {
        assert.equal(authorization?.account, 'harbor-owner');
        assert.ok(headerNames.includes('x-note'));
      }
      const [again, next] = fixture.responses.all;
      assert.deepEqual([again?.source, next?.source], [first.source, first.source]);
      assert.deepEqual(messages(), []);
    });

    it('the history has a document for what was sent so', async () => {
      await act(await firstPage(), 'next');
      const [entry] = fixture.history.of(own.id);
      assert.ok(entry);
      assert.equal(
        fixture.history.textOf(own.id, entry),
        `GET {{host}}${list}?Page=2&Size=2&search=a\nX-Note: 1\n`,
      );
    });

    for (const action of ['next', 'again']) {
      it(`R11: "${action}" asks nothing with the token of another account`, async () => {
        const first = await firstPage();
        const sub = inSubOrganization(own, sandbox.organizations[1]!.id);
        for (const account of [other, sub]) {
          await fixture.window.accounts.switchTo(account);
          await act(first, action);
        }
        assert.deepEqual(asked(), []);
        assert.equal(fixture.responses.all.length, 1);
        assert.equal(messages().length, 2);
        assert.match(messages()[0] ?? '', /^Not sent\. .* another account/);
        await fixture.window.accounts.switchTo(own);
        await act(first, action);
        assert.equal(asked().length, 1);
        assert.match(asked()[0] ?? '', /^harbor-owner /);
      });
    }

    it('what may change something is asked about again', async () => {
      fixture.editor.presses = 'Send DELETE';
      const deleted = await respondedTo(`DELETE {{host}}${list}/00000000-0000-4000-8000-000000000000`);
      fixture.editor.presses = undefined;
      await act(deleted, 'again');
      assert.equal(messages().length, 2);
      assert.deepEqual(fixture.sent, []);
    });

    it('nothing is asked after the last page, after a failure, and after what is no list', async () => {
      const last = await respondedTo(`GET {{host}}${list}?Page=9&Size=2`);
      const failed = await respondedTo(`GET {{host}}${list}/00000000-0000-4000-8000-000000000000?Page=1`);
      const whole = await respondedTo(`GET {{host}}${list}`);
      for (const response of [last, failed, whole]) {
        assert.equal(nextPageRequest(response), undefined);
        await act(response, 'next');
      }
      assert.deepEqual(fixture.sent, []);
    });
  });

  it('R5: secrets are shown and hidden again', async () => {
    const response = await respondedTo(`GET {{host}}${list}`);
    assert.doesNotMatch(text(response), /Sentinel/);
    await act(response, 'reveal');
    assert.match(text(response), /Sentinel/);
    await act(response, 'hide');
    assert.doesNotMatch(text(response), /Sentinel/);
  });

  it('R26: the body is saved as it came, and the file of a large one is shown in its folder', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-actions-'));
    try {
      const response = await respondedTo(`GET {{host}}${list}`);
      fixture.editor.savesTo = FakeUri.file(path.join(folder, 'x.json'));
      await act(response, 'save');
      assert.deepEqual(await readFile(path.join(folder, 'x.json')), Buffer.from(response.response.body));
      await act(response, 'openFile');
      assert.deepEqual(fixture.editor.executed, []);
      sandbox.arm({ kind: 'oversize', bytes: 11_000_000, path: list });
      await act(await respondedTo(`GET {{host}}${list}`), 'openFile');
      const [[command, uri] = []] = fixture.editor.executed as [string, FakeUri][];
      assert.deepEqual([command, uri?.fsPath], ['revealFileInOS', fixture.editor.savesTo.fsPath]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('T13: without a response that is kept nothing is done', async () => {
    const { uri } = await firstPage();
    const strange = [undefined, null, 7, {}, { uri: 7, action: 'again' }, { uri: 'appcircle-answer:/x' }];
    for (const argument of [...strange, { uri: uri.toString() }, { uri: uri.toString(), action: 'x' }]) {
      await run(argument);
      await use(argument);
    }
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(messages(), []);
  });

  describe('an id that is used', () => {
    const argument = (account: Account) => ({ name: 'profileId', value: '42', account: account.id });
    let takers: FakeDocument[];
    let others: FakeDocument[];
    beforeEach(() => {
      const taker = '@profileId = 1\n\nGET {{host}}/a/{{profileId}}\n';
      takers = [fixture.open(taker), fixture.open(taker)];
      const closed = Object.assign(fixture.open(taker), { isClosed: true });
      others = [
        fixture.open('GET {{host}}/a\n'),
        closed,
        fixture.editor.documents.add('file:///x.txt', taker, 'plaintext'),
      ];
    });
    const changed = (documents: FakeDocument[]) =>
      documents.map(({ text: content }) => content.startsWith('@profileId = 42\n'));

    it('is set in the open requests that take it, copied, and known to the next request', async () => {
      await use(argument(own));
      assert.deepEqual(changed(takers), [true, true]);
      assert.deepEqual(changed(others), [false, false, false]);
      assert.equal(fixture.editor.clipboard, '42');
      assert.deepEqual(fixture.editor.statusBar, ['profileId copied and set in 2 open requests.']);
      assert.equal(values.picked(own.id, 'profileId'), '42');
      assert.equal(values.picked(other.id, 'profileId'), undefined);
    });

    it('R11: of another account is copied, and goes into requests of that account alone', async () => {
      await use(argument(other));
      assert.deepEqual(changed(takers), [false, false]);
      assert.equal(fixture.editor.clipboard, '42');
      assert.equal(values.picked(own.id, 'profileId'), undefined);
    });

    it('is copied where no open request takes it, and that is said', async () => {
      for (const document of [...takers]) fixture.editor.documents.close(document);
      await use(argument(own));
      assert.equal(fixture.editor.clipboard, '42');
      assert.deepEqual(fixture.editor.statusBar, [
        'profileId copied. The next request that needs it starts with this value.',
      ]);
    });
  });
});
