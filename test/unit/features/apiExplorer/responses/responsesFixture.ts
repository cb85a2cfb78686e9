import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import type { DescribedOperation } from '../../../../../src/api/request/assist/operationList';
import type { ParsedRequest } from '../../../../../src/api/request/document';
import { matchOperation } from '../../../../../src/api/request/matchOperation';
import type { HttpResponse } from '../../../../../src/api/transport/transport';
import type * as Commands from '../../../../../src/features/apiExplorer/responses/responseCommands';
import type * as Rooms from '../../../../../src/features/apiExplorer/responses/responseRoom';
import type { ShownResponse } from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { Redactor } from '../../../../../src/support/redact';
import { until } from '../../../support/until';
import { SenderFixture } from '../requests/senderFixture';

export const list = '/distribution/v2/profiles';
export const harbor = '3f0c6c1e-0000-4000-8000-000000000001';
export const notes = '3f0c6c1e-0000-4000-8000-000000000002';

const profile = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'string' }, name: { type: 'string' }, platform: { enum: [1, 2] } },
};

const json = (schema: unknown) => ({
  responses: { 200: { description: '', content: { 'application/json': { schema } } } },
});

const description = descriptionOf({
  openapi: '3.0.0',
  paths: {
    [list]: { get: { summary: 'List profiles', ...json({ type: 'array', items: profile }) } },
    [`${list}/{profileId}`]: { get: { summary: 'Get a profile', ...json(profile) } },
  },
});

/** Rows of the list, with a secret in the first. */
export const profiles = [
  { id: harbor, name: 'Harbor', platform: 1, password: 'hunter22', size: 10 },
  { id: notes, name: '=Notes', platform: 2, size: 9 },
];

/** All that is done with responses, over an editor and an API of two operations. */
export class ResponsesFixture extends SenderFixture {
  readonly commands!: Commands.ResponseCommands;
  private readonly room = this.makeRoom();

  /** One with the responses of its room, and an account. */
  static async start(sandbox: Sandbox): Promise<ResponsesFixture> {
    const fixture = new ResponsesFixture(sandbox);
    fixture.responses.dispose();
    const { documents, commands } = fixture.room;
    Object.assign(fixture, { responses: await documents.load(), commands: await commands() });
    await fixture.signIn();
    return fixture;
  }

  /** Takes a response in, and waits until its description is known. */
  async add(
    body: unknown,
    { path = list, method = 'GET' as const, ...more }: Added = {},
  ): Promise<ShownResponse> {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const { uri } = this.responses.add({
      account: this.window.account,
      request: { method, path, query: [], headers: [], body: undefined },
      source: undefined,
      file: undefined,
      response: {
        status: 200,
        statusText: 'OK',
        headers: [['content-type', 'application/json']],
        body: bytes,
        size: bytes.length,
        durationMs: 1,
        streamed: false,
        ...more,
      },
    });
    const shown = () => this.responses.of(uri) ?? assert.fail('forgotten');
    if (path.startsWith(list)) await until(() => shown().described !== undefined, 'the description');
    return shown();
  }

  /** What a document of ours says now. */
  text({ uri }: Pick<ShownResponse, 'uri'>): string {
    return this.textOf(uri) as string;
  }

  /** What stands above a response. */
  above({ uri }: ShownResponse): string[] {
    return this.editor.lenses.above({ uri: uri });
  }

  /** Puts the cursor into a response. */
  activate({ uri }: ShownResponse): FakeDocument {
    const document = this.editor.documents.add(uri.toString(), '');
    this.editor.documents.activate(document, '');
    return document;
  }

  override dispose(): void {
    this.room.dispose();
    super.dispose();
  }

  private makeRoom(): Rooms.ResponseRoom {
    const { ResponseRoom } = this.load('responses/responseRoom') as typeof Rooms;
    return new ResponseRoom({
      ...this.deps,
      accountData: this.accountData,
      redactor: new Redactor(),
      viewed: new AccountMemento(this.window.memento, 'viewed'),
      sending: () => Promise.resolve({ deps: this.deps, sender: this.sender }),
      find: (request) => Promise.resolve(find(request)),
    });
  }
}

type Added = Partial<HttpResponse> & { path?: string; method?: 'GET' | 'POST' };

function find(request: ParsedRequest): DescribedOperation | undefined {
  const summary = matchOperation(request, description.operations);
  const operation = summary && description.details(summary.key);
  return operation && { description, operation };
}
