import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { asUsual } from '../support/sandbox';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { closeAll, open, signInToRows } from './editors';

const create = 'POST {{host}}/distribution/v2/profiles';

describe('API Explorer: completion of request documents', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  /** What the editor shows at the mark `|`, once one of it has this label; in its order. */
  async function completed(marked: string, label: string): Promise<vscode.CompletionItem[]> {
    const at = marked.indexOf('|');
    const document = await open(marked.slice(0, at) + marked.slice(at + 1));
    return until(`the suggestion ${label}`, async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(at),
        undefined,
        20,
      );
      const items = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      return items.some((item) => labelOf(item) === label) && items;
    });
  }

  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  it('R31: a whole request comes from an empty line by words', async () => {
    const items = await completed('create dist prof|', 'POST /distribution/v2/profiles');
    const item = items.find((one) => labelOf(one) === 'POST /distribution/v2/profiles');
    assert.match(
      (item?.insertText as vscode.SnippetString).value,
      /^POST \{\{host\\\}\\\}\/distribution\/v2\/profiles\n/,
    );
  });

  it('R31: paths by segment, query, headers and bodies are those of the description, and no words of the document', async () => {
    assert.equal(labelOf((await completed('GET {{host}}/distribution/|', 'v2'))[0] ?? assert.fail()), 'v2');
    await completed('GET {{host}}/distribution/v2/profiles?|', 'platform');
    await completed(`${create}\n|`, 'Content-Type');
    const fields = await completed(`${create}\nContent-Type: application/json\n\n{ | }`, 'name');
    assert.equal(labelOf(fields[0] ?? assert.fail()), 'name');
    assert.ok(fields.every(({ kind }) => kind !== vscode.CompletionItemKind.Text));
  });

  it('R31: ids are those of a live list, by name', async () => {
    const items = await completed('GET {{host}}/distribution/v2/profiles/|', '{{profileId}}');
    const ids = items.filter(({ insertText }) =>
      /^[\da-f-]{36}$/.test((insertText as vscode.SnippetString).value),
    );
    assert.ok(ids.length > 0);
    assert.equal(items[0], ids[0]);
  });

  it('R31: hovering says what a number means', async () => {
    const document = await open('GET {{host}}/distribution/v2/profiles?platform=1');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().length - 1),
    );
    const told = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join();
    assert.match(told.replaceAll('&#58;', ':'), /platform: 1 is iOS/);
  });
});
