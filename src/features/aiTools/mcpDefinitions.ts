import * as vscode from 'vscode';
import type { AccessToken } from '../../account/accessToken';
import type { AccessTokens } from '../../account/accessTokens';
import { toFailure } from '../../api/failure';
import type { Log } from '../../support/log';
import { hostOf } from '../../support/url';
import type { McpOffer } from './mcpOffer';
import type { McpOffers } from './mcpOffers';
import type { McpTrial } from './mcpTrial';

/**
 * Tells the editor of the active account's MCP server. What `provide…` returns may be kept anywhere and holds no
 * secret; the token goes into the headers in `resolve…` alone, when the editor starts the server. Neither ever asks
 * the user anything (T4, R15).
 */
export class McpDefinitions implements vscode.McpServerDefinitionProvider<vscode.McpHttpServerDefinition> {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;

  constructor(
    private readonly offers: McpOffers,
    private readonly tokens: AccessTokens,
    private readonly log: Log,
    private readonly version: string,
  ) {
    this.onDidChangeMcpServerDefinitions = (listener) =>
      offers.onDidChange(() => {
        listener();
      });
  }

  provideMcpServerDefinitions(): vscode.McpHttpServerDefinition[] {
    const offer = this.offers.current;
    return offer ? [this.definition(offer)] : [];
  }

  /** Undefined keeps the editor from starting the server. The reason is in the log. */
  async resolveMcpServerDefinition(
    asked: vscode.McpHttpServerDefinition,
  ): Promise<vscode.McpHttpServerDefinition | undefined> {
    const offer = this.offers.current;
    if (!offer || !isSame(this.definition(offer), asked)) {
      return undefined;
    }
    try {
      const token = await this.offers.issue(offer, () => this.findAcceptedToken(offer));
      // Another object than the one that was provided: the editor keeps that one.
      return token && this.definition(offer, { Authorization: `Bearer ${token.value}` });
    } catch (error) {
      this.log.warn(`MCP server ${hostOf(offer.url)}: ${toFailure(error).message}, and is not started`);
      return undefined;
    }
  }

  /** A token that the server takes; one that it refuses is renewed once. */
  private async findAcceptedToken(offer: McpOffer): Promise<AccessToken | undefined> {
    const { account } = offer;
    const first = await this.tokens.token(account);
    const trial = await this.try(offer, first);
    if (trial.kind !== 'refused' || trial.status !== 401) {
      return trial.kind === 'ready' ? first : undefined;
    }
    await this.tokens.sourceFor(account).replace(first.value);
    const second = await this.tokens.token(account);
    return (await this.try(offer, second)).kind === 'ready' ? second : undefined;
  }

  private async try({ url }: McpOffer, { value: bearer }: AccessToken): Promise<McpTrial> {
    const { tryMcpServer } = await import('./mcpTrial');
    const trial = await tryMcpServer({ url, bearer, version: this.version });
    this.log.info(`MCP server ${hostOf(url)}: ${trialText(trial)}`);
    return trial;
  }

  private definition(
    { name, url }: McpOffer,
    headers: Record<string, string> = {},
  ): vscode.McpHttpServerDefinition {
    const label = vscode.l10n.t('Appcircle: {0}', name);
    return new vscode.McpHttpServerDefinition(label, vscode.Uri.parse(url), headers, this.version);
  }
}

function isSame(a: vscode.McpHttpServerDefinition, b: vscode.McpHttpServerDefinition): boolean {
  return a.label === b.label && a.uri.toString() === b.uri.toString();
}

function trialText(trial: McpTrial): string {
  switch (trial.kind) {
    case 'ready':
      return 'takes the token';
    case 'refused':
      return `refuses the token (${trial.status})`;
    case 'unfit':
      return `${trial.reason}, and is not started`;
    case 'unreachable':
      return 'gives no answer, and is not started';
  }
}
