import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import { ApiModule, type ModuleOrigin } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as Commands from '../../../../../src/features/apiExplorer/operations/operationCommands';
import type * as Documents from '../../../../../src/features/apiExplorer/operations/operationDocuments';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import type * as OperationsModule from '../../../../../src/features/apiExplorer/operations/operations';
import { RecentOperations } from '../../../../../src/features/apiExplorer/operations/recentOperations';
import { RequestValues } from '../../../../../src/features/apiExplorer/requests/requestValues';
import type { Sandbox } from '../../../../sandbox/sandbox';
import type { FakeQuickPick } from '../../../extension/fakeQuickPick';
import type { FakeUri } from '../../../extension/fakeUri';
import { until } from '../../../support/until';
import { ExplorerFixture } from '../explorerFixture';
import { descriptionText, operation } from './listedOperations';

export const list = '/distribution/v2/profiles';

const description = descriptionText({
  [`GET ${list}`]: { summary: 'All profiles', tags: ['Profiles'] },
  [`GET ${list}/{profileId}`]: { summary: 'A profile', tags: ['Profiles'] },
});

/** The same operations as they are publicly known: the ids of paths may have other names. */
const known = descriptionText({
  [`GET ${list}`]: { summary: 'All profiles', 'x-roles': ['Owner', 'Viewer'] },
  [`GET ${list}/{id}`]: { summary: 'A profile' },
});

/** The commands on operations, before a server with two of them. */
export class OperationCommandsFixture extends ExplorerFixture<typeof Commands> {
  readonly commands: Commands.OperationCommands;
  readonly recent = new RecentOperations(new AccountMemento(this.window.memento, 'recent'));
  readonly values = new RequestValues(new AccountMemento(this.window.memento, 'values'));
  /** Names of the files whose descriptions are open. */
  readonly files: string[] = [];
  /** What reading a description waits for. */
  reading = Promise.resolve();
  readonly server = this.makeModule('server');
  readonly documents: Documents.OperationDocuments;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'operations/operationCommands');
    const { OperationDocuments } = this.load('operations/operationDocuments') as typeof Documents;
    this.documents = new OperationDocuments(this.accountData);
    this.commands = this.makeCommands();
  }

  /** The row of an operation of the server. */
  node(key: string): object {
    return { kind: 'operation', id: key, module: this.server, operation: operation(key) };
  }

  /** Runs a command until its pick of operations has its rows. */
  async picking(run: () => Promise<void>): Promise<{ pick: FakeQuickPick; done: Promise<void> }> {
    const { picks } = this.editor;
    picks.length = 0;
    const done = run();
    await until(() => picks[0]?.busy === false, 'the pick');
    return { pick: picks[0] ?? assert.fail('no pick'), done };
  }

  /** Texts of the request documents that were opened. */
  get requests(): string[] {
    return this.editor.documents.open.map(({ text }) => text);
  }

  /** Addresses of the documentation that was shown. */
  get previews(): string[] {
    return this.editor.executed.flatMap(([command, uri]) =>
      command === 'vscode.openWith' ? [(uri as FakeUri).path] : [],
    );
  }

  override dispose(): void {
    this.documents.dispose();
    super.dispose();
  }

  private makeModule(origin: ModuleOrigin, name: string = origin): ApiModule {
    return new ApiModule(`https://api.example/${name}`, name, origin, async () => {
      await this.reading;
      if (name === 'bad.json') throw new UnusableDescription('notOpenApi');
      return { text: origin === 'own' ? known : description, staleSince: undefined };
    });
  }

  private makeCommands(): Commands.OperationCommands {
    const { Operations } = this.load('operations/operations') as typeof OperationsModule;
    const { sessions, clientFor } = this.window;
    const { documents, recent, values, files } = this;
    const descriptions = {
      all: () => Promise.resolve([this.server]),
      own: this.makeModule('own'),
      open: (file: vscode.Uri) => {
        const name = file.path.split('/').at(-1) ?? '';
        files.push(name);
        return this.makeModule('file', name);
      },
      close: ({ name }: ApiModule) => files.splice(files.indexOf(name), 1),
    } as unknown as Descriptions;
    const operations = new Operations(descriptions);
    const { DocumentOrigins } = this.load('requests/documentOrigins') as typeof Origins;
    const origins = this.editor.own(new DocumentOrigins());
    const deps = { sessions, clientFor, descriptions, operations, documents, recent, values, origins };
    return new this.module.OperationCommands(deps);
  }
}
