import * as vscode from 'vscode';
import type { AccessToken } from '../../../account/accessToken';
import type { AccessTokens } from '../../../account/accessTokens';
import type { AccountMetadataStore } from '../../../account/accountMetadata';
import type { SessionStore } from '../../../account/sessionStore';
import { toFailure } from '../../../api/failure';
import type { Log } from '../../../support/log';
import { textForAnyPlace } from '../../../support/shownText';
import { hostOf } from '../../../support/url';
import type { McpOffer } from './mcpOffer';
import { McpOffers } from './mcpOffers';

/** What definitions are made of. */
export interface McpDefinitionsDeps {
  sessions: SessionStore;
  tokens: AccessTokens;
  metadata: AccountMetadataStore;
  log: Log;
  /** Of this extension. */
  version: string;
}

/**
 * Tells the editor of the active account's MCP server. What `provide…` returns may be kept anywhere and holds no
 * secret; the token goes into the headers in `resolve…` alone, when the editor starts the server. Neither ever asks
 * the user anything (T4, R15).
 */
export class McpDefinitions implements vscode.Disposable {
  readonly offers: McpOffers;

  constructor(private readonly deps: McpDefinitionsDeps) {
    this.offers = new McpOffers(deps.sessions, deps.metadata);
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
      this.deps.log.warn(
        `MCP server ${hostOf(offer.url)}: ${toFailure(error).message}, so it is not started`,
      );
      return undefined;
    }
  }

  dispose(): void {
    this.offers.dispose();
  }

  private async findAcceptedToken(offer: McpOffer): Promise<AccessToken | undefined> {
    const { findAcceptedToken } = await import('./acceptedToken');
    const token = await findAcceptedToken(offer, this.deps);
    await this.noteOutcome(offer, token !== undefined);
    return token;
  }

  /** A server that does not start is told where the account is shown (R71): the editor says nothing of it. */
  private async noteOutcome({ account }: McpOffer, accepted: boolean): Promise<void> {
    const { metadata } = this.deps;
    if (!accepted || metadata.of(account.credentialId).mcpFailedAt !== undefined) {
      await metadata.record(account.credentialId, { mcpFailedAt: accepted ? undefined : Date.now() });
    }
  }

  private definition(
    { name, url }: McpOffer,
    headers: Record<string, string> = {},
  ): vscode.McpHttpServerDefinition {
    const label = textForAnyPlace(vscode.l10n.t('Appcircle: {0}', name));
    return new vscode.McpHttpServerDefinition(label, vscode.Uri.parse(url), headers, this.deps.version);
  }
}

function isSame(a: vscode.McpHttpServerDefinition, b: vscode.McpHttpServerDefinition): boolean {
  return a.label === b.label && a.uri.toString() === b.uri.toString();
}
