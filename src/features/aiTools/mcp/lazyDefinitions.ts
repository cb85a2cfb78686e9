import type * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import { lazy } from '../../../support/lazy';
import type { McpDefinitions, McpDefinitionsDeps } from './mcpDefinitions';
import { mcpOffer } from './mcpOffer';

/** The definitions of MCP servers, loaded when there is the first to be offered: few turn them on (R30). */
export class LazyMcpDefinitions
  implements vscode.McpServerDefinitionProvider<vscode.McpHttpServerDefinition>, vscode.Disposable
{
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  private loaded: McpDefinitions | undefined;
  private readonly load: () => Promise<McpDefinitions>;

  constructor(private readonly deps: McpDefinitionsDeps) {
    this.load = lazy(async () => {
      const { McpDefinitions } = await import('./mcpDefinitions');
      const definitions = this.disposables.add(new McpDefinitions(deps));
      const tell = () => {
        this.changes.fire(undefined);
      };
      definitions.offers.onDidChange(tell);
      this.loaded = definitions;
      // The editor was not told of what there is to offer.
      tell();
      return definitions;
    });
    const loadForOffer = () => {
      if (this.isOffered) {
        void this.load();
      }
    };
    this.disposables.add(deps.sessions.onDidChange(loadForOffer));
    this.disposables.add(deps.metadata.onDidChange(loadForOffer));
  }

  readonly onDidChangeMcpServerDefinitions: vscode.Event<void> = (listener) =>
    this.changes.event(() => {
      listener();
    });

  /** See `McpDefinitions`. */
  async provideMcpServerDefinitions(): Promise<vscode.McpHttpServerDefinition[]> {
    return this.isOffered ? (await this.load()).provideMcpServerDefinitions() : [];
  }

  /** See `McpDefinitions`. */
  async resolveMcpServerDefinition(
    asked: vscode.McpHttpServerDefinition,
  ): Promise<vscode.McpHttpServerDefinition | undefined> {
    return this.isOffered ? (await this.load()).resolveMcpServerDefinition(asked) : undefined;
  }

  /** Compares with what the editor was told. */
  update(): void {
    this.loaded?.offers.update();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private get isOffered(): boolean {
    return mcpOffer(this.deps.sessions.current, this.deps.metadata) !== undefined;
  }
}
