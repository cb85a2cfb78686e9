import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as Transfers from '../../../../../src/features/apiExplorer/transfer/transferCommands';
import { groupsOf } from '../../../../../src/features/apiExplorer/tree/operationGroups';
import { FakeUri } from '../../../extension/fakeUri';
import { useSandbox } from '../../../support/useSandbox';
import { assertNoSecret } from '../../../support/leaks';
import { until } from '../../../support/until';
import { descriptionText } from '../operations/listedOperations';
import { SenderFixture } from '../requests/senderFixture';

const list = '/distribution/v2/profiles';
const text = descriptionText({
  [`GET ${list}`]: { summary: 'Lists profiles', tags: ['Profiles'] },
  [`GET ${list}/{profileId}`]: { summary: 'Gets a profile', tags: ['Profiles'] },
  'GET /build/v2/x': { summary: 'Gets x', tags: ['Builds'] },
});

describe('API Explorer: exports for other tools', () => {
  const sandbox = useSandbox();
  let fixture: SenderFixture;
  let commands: Transfers.TransferCommands;
  let folder: string;
  let module: ApiModule;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-exports-'));
    fixture = new SenderFixture(sandbox.current);
    await fixture.signIn();
    module = new ApiModule('https://api.example/a', 'Tide', 'server', () =>
      Promise.resolve({ text, staleSince: undefined }),
    );
    const { TransferCommands } = fixture.load('transfer/transferCommands') as typeof Transfers;
    commands = new TransferCommands({
      ...fixture.deps,
      descriptions: () =>
        Promise.resolve({ all: () => Promise.resolve([module]) } as unknown as Descriptions),
      responses: () => Promise.resolve(fixture.responses),
      redactor: fixture.responses.redactor,
      memento: fixture.window.memento,
      extension: FakeUri.file(path.resolve(__dirname, '../../../../..')) as unknown as vscode.Uri,
    });
  });
  afterEach(async () => {
    fixture.dispose();
    await rm(folder, { recursive: true });
  });

  const saveTo = (name: string) => {
    const file = path.join(folder, name);
    fixture.editor.savesTo = FakeUri.file(file);
    return async () => JSON.parse(await readFile(file, 'utf8')) as never;
  };

  describe('as a Postman collection', () => {
    interface Collection {
      info: { name: string };
      item: { name: string; item?: { name: string }[] }[];
    }
    const shape = ({ info, item }: Collection) => [
      info.name,
      ...item.map((one) => [one.name, ...(one.item ?? []).map(({ name }) => name)]),
    ];

    it('has the module of a row with a folder for each tag, or the tag of a row', async () => {
      const saved = saveTo('a.json');
      await commands.exportCollection({ kind: 'module', id: 'm', module });
      assert.equal(
        fixture.editor.saveDialogs[0]?.defaultUri.path.split('/').at(-1),
        'Tide.postman_collection.json',
      );
      assert.deepEqual(shape(await saved()), [
        'Tide',
        ['Profiles', 'Lists profiles', 'Gets a profile'],
        ['Builds', 'Gets x'],
      ]);
      assert.deepEqual(fixture.editor.messages, [
        'Exported 3 operations of Tide. Set host and token in Postman.',
      ]);
      const { description } = await module.load();
      const [group] = groupsOf(description.operations, 'tag');
      await commands.exportCollection({ kind: 'group', id: 'g', module, group });
      assert.deepEqual(shape(await saved()), ['Profiles', ['Lists profiles'], ['Gets a profile']]);
      assert.deepEqual(fixture.sent, []);
      const written = JSON.stringify(await saved());
      assertNoSecret(sandbox.current.account('harbor-owner').secret, written);
      assert.ok(!written.includes(new URL(fixture.window.account.hosts.api).host));
    });

    it('T13: asks which, with modules and their tags; Esc at either question writes nothing', async () => {
      const saved = saveTo('b.json');
      const done = commands.exportCollection(undefined);
      await until(() => fixture.editor.picks[0]?.busy === false, 'the rows');
      const [pick] = fixture.editor.picks;
      assert.deepEqual(
        pick?.items.map(({ label, description }) => [label, description]),
        [
          ['Tide', '3 operations'],
          ['Profiles', '2 operations · Tide'],
          ['Builds', '1 operation · Tide'],
        ],
      );
      pick.accept('Builds');
      await done;
      assert.deepEqual(shape(await saved()), ['Builds', ['Gets x']]);
      const again = commands.exportCollection(undefined);
      await until(() => fixture.editor.picks[1]?.busy === false, 'the rows');
      fixture.editor.picks[1]?.hide();
      await again;
      fixture.editor.savesTo = undefined;
      await commands.exportCollection({ kind: 'module', id: 'm', module });
      assert.equal(fixture.editor.messages.length, 1);
    });

    it('says why where a description cannot be read', async () => {
      const broken = new ApiModule('x', 'Ebb', 'file', () =>
        Promise.reject(new UnusableDescription('notOpenApi')),
      );
      await commands.exportCollection({ kind: 'module', id: 'm', module: broken });
      assert.match(fixture.editor.messages[0] ?? '', /^Ebb: This is not an OpenAPI/);
    });
  });

  describe('as HAR', () => {
    interface Har {
      log: {
        creator: { version: string };
        entries: {
          comment?: string;
          request: { url: string };
          response: { status: number; content: { text?: string } };
        }[];
      };
    }

    it('R27, T10: has what was chosen of what was sent, whole while its response is there, without the token', async () => {
      await fixture.send(`GET {{host}}${list}?Page=1&Size=1\n`);
      await fixture.send(`GET {{host}}${list}/nowhere\n`);
      const saved = saveTo('a.har');
      fixture.editor.choose(`GET ${list}`, `GET ${list}/nowhere`);
      await commands.exportHistory();
      const { log } = (await saved()) as Har;
      assert.deepEqual(
        log.entries.map(({ request, response }) => [
          request.url.replace(fixture.window.account.hosts.api, ''),
          response.status,
        ]),
        [
          [`${list}?Page=1&Size=1`, 200],
          [`${list}/nowhere`, fixture.history.of(fixture.window.account.id)[0]?.status],
        ],
      );
      assert.match(log.entries[0]?.response.content.text ?? '', /"id"/);
      assert.match(log.creator.version, /^\d+\.\d+/);
      assert.doesNotMatch(JSON.stringify(log), /authorization/i);
      assert.match(fixture.editor.messages[0] ?? '', /^Exported 2 requests\. Secrets are masked/);
    });

    it('R27: of one whose response is gone there is what the history has', async () => {
      await fixture.send(`GET {{host}}${list}?Page=1&Size=1\n`);
      const [shown] = fixture.responses.all;
      fixture.responses.forget(shown ?? assert.fail());
      const saved = saveTo('b.har');
      fixture.editor.choose(`GET ${list}`);
      await commands.exportHistory();
      const { log } = (await saved()) as Har;
      assert.match(log.entries[0]?.comment ?? '', /Only the method, path, status, and time/);
      assert.ok(log.entries[0]?.request.url.endsWith(list));
    });

    it('T5: says where there is nothing, and Esc or nothing ticked writes nothing', async () => {
      await commands.exportHistory();
      assert.deepEqual(fixture.editor.messages, ['No requests have been sent from this workspace.']);
      await fixture.send(`GET {{host}}${list}?Page=1&Size=1\n`);
      await commands.exportHistory();
      assert.equal(fixture.editor.saveDialogs.length, 0);
    });
  });
});
