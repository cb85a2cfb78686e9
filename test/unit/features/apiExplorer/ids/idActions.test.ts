import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as Actions from '../../../../../src/features/apiExplorer/ids/idActions';
import type * as Links from '../../../../../src/features/apiExplorer/ids/idLinks';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { useSandbox } from '../../../support/useSandbox';
import { descriptionText } from '../operations/listedOperations';
import { SenderFixture } from '../requests/senderFixture';

const list = '/distribution/v2/profiles';
const text = descriptionText({
  [`GET ${list}/{profileId}`]: { summary: 'Gets a profile' },
  [`GET ${list}/{profileId}/versions`]: { summary: 'Lists versions' },
});

describe('API Explorer: what can be done with an id', () => {
  const sandbox = useSandbox();
  let fixture: SenderFixture;
  let actions: typeof Actions;
  let deps: Actions.IdActionDeps;
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox.current);
    await fixture.signIn();
    actions = fixture.load('ids/idActions') as typeof Actions;
    const { registerIdLinks } = fixture.load('ids/idLinks') as typeof Links;
    fixture.editor.own(registerIdLinks({ sessions: fixture.window.sessions }));
    const module = new ApiModule('m', 'Tide', 'server', () =>
      Promise.resolve({ text, staleSince: undefined }),
    );
    deps = {
      ...fixture.deps,
      sender: fixture.sender,
      descriptions: { all: () => Promise.resolve([module]), own: module } as unknown as Descriptions,
    };
  });
  afterEach(() => {
    fixture.dispose();
  });

  /** The arguments of the links of a document. */
  async function linksIn(document: FakeDocument): Promise<Links.IdArgument[]> {
    const links = await Promise.all(
      fixture.editor.languages.links.map(async (provider) =>
        provider.provideDocumentLinks(
          document as unknown as vscode.TextDocument,
          {} as vscode.CancellationToken,
        ),
      ),
    );
    return links.flatMap((found) =>
      (found ?? []).map(({ target }) => {
        const [argument] = JSON.parse(target?.query ?? '[]') as [Links.IdArgument];
        return argument;
      }),
    );
  }
  const idOf = async (request: string, address?: string) => {
    const [id] = await linksIn(fixture.open(request, address));
    return id ?? assert.fail('no link');
  };
  const profileId = () => sandbox.current.profiles()[0]?.id ?? '';
  const run = (argument: unknown) => actions.showIdActions(argument, deps);
  const offered = () => fixture.editor.lists.at(-1)?.rows.map(({ label }) => label);

  it('offers what applies: of a profile all of it, of what nobody knows two', async () => {
    await run(await idOf(`GET {{host}}${list}/${profileId()}\n`));
    assert.deepEqual(offered(), ['Show', 'Open in Dashboard', 'New Request…', 'Use as profileId', 'Copy']);
    await run(await idOf('GET {{host}}/a?thingId=x\n'));
    assert.deepEqual(offered(), ['Use as thingId', 'Copy']);
    assert.deepEqual(fixture.sent, [], 'nothing is sent before one was chosen');
  });

  it('Show reads it and shows the response; Copy, Use and the dashboard do as they say', async () => {
    const id = await idOf(`GET {{host}}${list}/${profileId()}\n`);
    fixture.editor.choose('Show');
    await run(id);
    assert.deepEqual(fixture.sent, [`harbor-owner GET ${list}/${profileId()} 200`]);
    fixture.editor.choose('Copy');
    await run(id);
    assert.deepEqual(fixture.editor.copied, [profileId()]);
    fixture.editor.choose('Use as profileId');
    await run(id);
    assert.equal(fixture.values.picked(fixture.window.account.id, 'profileId'), profileId());
    fixture.editor.choose('Open in Dashboard');
    await run(id);
    assert.ok(fixture.editor.browsed.at(-1)?.toString().endsWith(`/distribute/detail/${profileId()}`));
  });

  it('New Request offers the operations that take it, and the one that is chosen has it', async () => {
    fixture.editor.chooses = (rows) =>
      rows.find(({ label }) => ['New Request…', 'Lists versions'].includes(label));
    await run(await idOf(`@profileId = ${profileId()}\n\nGET {{host}}/a/{{profileId}}\n`));
    assert.match(fixture.editor.shownDocuments.at(-1)?.text ?? '', /\/profiles\/\{\{profileId\}\}\/versions/);
    assert.equal(fixture.values.picked(fixture.window.account.id, 'profileId'), profileId());
  });

  it('R37: of a response it can be set in the request that it came of, which takes one', async () => {
    const document = fixture.open(
      `@profileId = old\n\nGET {{host}}${list}?Size=1\n###\nGET {{host}}/a/{{profileId}}\n`,
    );
    await fixture.sendFirst(document);
    const [shown] = fixture.responses.all;
    fixture.editor.choose('Set in Request');
    const { account, uri } = shown ?? assert.fail();
    await run({ name: 'profileId', value: 'new', account: account.id, uri: uri.toString(), offset: 0 });
    assert.match(document.text, /^@profileId = new\n/);
  });

  it('R11: an id of another account is only copied, and that is said; nonsense is nothing', async () => {
    const id = await idOf(`GET {{host}}${list}/${profileId()}\n`);
    await fixture.signIn('northwind-owner');
    fixture.editor.choose('Show');
    await run(id);
    assert.deepEqual([fixture.editor.copied, fixture.sent], [[profileId()], []]);
    assert.match(fixture.editor.messages[0] ?? '', /belongs to another account/);
    for (const argument of [undefined, null, {}, { name: 1, value: 'x', account: 'y' }]) {
      await run(argument);
    }
    assert.equal(fixture.editor.copied.length, 1);
  });
});
