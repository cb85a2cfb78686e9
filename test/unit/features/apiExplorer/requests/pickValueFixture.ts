import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import type { CommandScope } from '../../../../../src/account/commandScope';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import type * as PickValue from '../../../../../src/features/apiExplorer/requests/pickValue';
import type * as Writing from '../../../../../src/features/apiExplorer/flows/writeValue';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import type { Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { ExplorerFixture } from '../explorerFixture';
import { operation } from '../operations/listedOperations';

export const list = '/distribution/v2/profiles';

/** A request with one id, and one with an id that others have to be picked for. */
export const profileRequest = `@profileId =\n\nGET {{host}}${list}/{{profileId}}\n`;
export const commitRequest =
  '@profileId =\n@branchId =\n@commitId =\n\nGET {{host}}/build/v2/commits/{{commitId}}?p={{profileId}}\n';

const published = [
  `GET ${list}`,
  `GET ${list}/{profileId}`,
  `POST ${list}`,
  'GET /build/v2/profiles',
  'GET /build/v2/commits',
];

/** Picks of ids, what they offered, and what is remembered of them. */
export class PickValueFixture extends ExplorerFixture<typeof PickValue> {
  /** What each pick offered, oldest first. */
  readonly offered: string[][] = [];
  /** What was picked before. */
  readonly picked = new Map<string, string>();
  /** How often the operations were loaded. */
  loads = 0;
  /** What the account is called. */
  accountName = 'Harbor Labs';
  readonly origins: Origins.DocumentOrigins;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'requests/pickValue');
    const { DocumentOrigins } = this.load('requests/documentOrigins') as typeof Origins;
    this.origins = this.editor.own(new DocumentOrigins());
    this.editor.answersPicks = true;
    this.choose(([first]) => first);
  }

  /** What is chosen in each pick from now on. */
  choose(chooses: (rows: { label: string }[]) => { label: string } | undefined): void {
    this.editor.chooses = (rows) => {
      this.offered.push(rows.map(({ label }) => label));
      return chooses(rows);
    };
  }

  /** Picks an id of the first request of a document for an account, and gives what was chosen. */
  async pick(
    account: Account,
    document: FakeDocument,
    name: string,
    { client = this.window.clientFor(account), operations = published } = {},
  ): Promise<[name: string, value: string][]> {
    const { requestPlace } = this.load('requests/requestPlace') as typeof Places;
    const place = requestPlace({ uri: document.uri.toString(), offset: 0 }) ?? assert.fail('no request');
    const isCurrent = () => this.window.sessions.account === account;
    const scope: CommandScope = { account, client, isCurrent };
    const picked = await this.pickValue(scope, operations, place, name);
    picked.forEach((value, id) => this.picked.set(id, value));
    const value = picked.get(name);
    const { replaceOwnValue } = this.load('flows/writeValue') as typeof Writing;
    await (value === undefined ? undefined : replaceOwnValue(place, name, value));
    return [...picked];
  }

  private pickValue(
    scope: CommandScope,
    operations: readonly string[],
    place: Places.RequestPlace,
    name: string,
  ): Promise<ReadonlyMap<string, string>> {
    const { accountName, origins } = this;
    const deps = {
      ...scope,
      origins,
      recipient: { name: accountName, host: scope.client.host },
      picked: (id: string) => this.picked.get(id),
      loadOperations: () => {
        this.loads++;
        return Promise.resolve(operations.map((key) => operation(key)));
      },
    };
    return this.module.pickValue(deps, place, name);
  }
}
