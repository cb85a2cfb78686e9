import type { CommandScope } from '../../../../../src/account/commandScope';
import type { RawRequest } from '../../../../../src/api/client';
import { JsonObject } from '../../../../../src/api/decode';
import type { HttpResponse } from '../../../../../src/api/transport/transport';
import { ApiModule, type ModuleOrigin } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as ApiTools from '../../../../../src/features/apiExplorer/tools/apiTools';
import { Redactor } from '../../../../../src/support/redact';
import type { Tool } from '../../../../../src/ui/tools/tool';
import type * as RunTool from '../../../../../src/ui/tools/runTool';
import { useEditor, type EditorWith } from '../../../support/useEditor';

/** An access token of the account. */
export const token = 'Sentinel-token-of-the-tests+/==';

/** The tools that know the API, with a description, and a server behind them that answers what it is told. */
export class ApiToolsFixture {
  /** What was sent. */
  sent: RawRequest[] = [];
  /** What comes back. */
  response: Partial<HttpResponse> & { text?: string } = {};
  refreshed = 0;
  private readonly modules: ApiModule[] = [];

  constructor(private readonly editor: EditorWith<typeof ApiTools>) {}

  begin(): void {
    Object.assign(this, { sent: [], response: {}, refreshed: 0 });
    this.modules.length = 0;
  }

  /** Adds a description with these paths. */
  describe(paths: object, origin: ModuleOrigin = 'server'): void {
    const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths });
    this.modules.push(
      new ApiModule(`module-${this.modules.length}`, 'Module', origin, () =>
        Promise.resolve({ text, staleSince: undefined }),
      ),
    );
  }

  /** The answer of a tool as a model gets it, and as JSON. */
  async run(
    name: 'findOperation' | 'callReadOperation',
    input: object,
  ): Promise<{ text: string; json: Json }> {
    const tool: Tool = this.editor.module.apiTools(this.descriptions)[name]();
    const { runTool } = this.editor.load('ui/tools/runTool') as typeof RunTool;
    const call = { scope: this.scope, signal: new AbortController().signal, now: 0 };
    const parsed = tool.parse(JsonObject.of(input) ?? fail());
    const work = tool.kind === 'read' ? tool.run(parsed, call) : fail();
    const text = await runTool(work, call, 'Harbor Labs');
    return { text, json: JSON.parse(text) as Json };
  }

  private get descriptions(): Descriptions {
    return {
      all: () => Promise.resolve(this.modules),
      list: {
        refresh: () => {
          this.refreshed++;
          return Promise.resolve();
        },
      },
    } as unknown as Descriptions;
  }

  private get scope(): CommandScope {
    const redactor = new Redactor();
    redactor.protect(token);
    const client = {
      host: 'api.example',
      redactor,
      sendRaw: (request: RawRequest) => {
        this.sent.push(request);
        const { text = '[]', ...more } = this.response;
        const body = Buffer.from(text);
        const headers = [['content-type', 'application/json']];
        return Promise.resolve({ status: 200, headers, body, size: body.length, ...more });
      },
    };
    return { client, isCurrent: () => true } as unknown as CommandScope;
  }
}

export type Json = Record<string, unknown>;

function fail(): never {
  throw new Error('no object, or no reading tool');
}

/** Gives the suite that it is called in the tools over an editor; each test begins without a description. */
export function useApiTools(): ApiToolsFixture {
  const editor = useEditor('features/apiExplorer/tools/apiTools') as EditorWith<typeof ApiTools>;
  const fixture = new ApiToolsFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}
