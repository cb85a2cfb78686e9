import type * as vscode from 'vscode';
import type { RetainedAccounts } from '../../../account/accountData';
import { currentScope, type CommandScope, type ScopeSource } from '../../../account/commandScope';
import { listedIdAt, type ListedId } from '../../../api/request/assist/idUse';
import type { TextPlace } from '../../../api/request/assist/place';
import { placeAt } from '../../../api/request/assist/placeAt';
import type { RequestSuggestion } from '../../../api/request/assist/suggestion';
import { isSafe } from '../../../api/request/isSafe';
import { snippetText } from '../../../api/request/json/snippetStops';
import type { NamedRow } from '../../../api/response/namedRows';
import type { Disposable } from '../../../support/emitter';
import type { Clock } from '../../../support/time';
import type { DocumentOrigins } from '../requests/documentOrigins';
import { listRows } from '../../../api/request/resolve/listRows';
import type { RequestOperations } from './requestOperations';

export interface LiveIdDeps extends ScopeSource {
  operations: RequestOperations;
  origins: DocumentOrigins;
}

/** How long rows are good for, in milliseconds: while somebody types, no list is asked twice. */
const KEPT_FOR = 60_000;
const MAX_LISTS = 30;
const MAX_ROWS = 500;

const placesOfIds: ReadonlySet<TextPlace['kind']> = new Set(['path', 'queryValue', 'variableValue', 'body']);

interface KeptList {
  readonly credentialId: string;
  readonly since: number;
  readonly rows: Promise<readonly NamedRow[]>;
}

/**
 * Ids by the names of what they stand for, from lists of the active account. A list is asked with what a document says:
 * never for one that came with the workspace or from a file until it was sent from once (the gate of Send, which asks;
 * nobody is asked while typing). What cannot be had is nothing to propose.
 */
export class LiveIds implements Disposable {
  private readonly kept = new Map<string, KeptList>();
  private readonly abort = new AbortController();

  constructor(
    private readonly deps: LiveIdDeps,
    private readonly clock: Clock = Date.now,
  ) {}

  /** The ids that may be written at an offset; none where there is no list for them. */
  async suggest(
    document: vscode.TextDocument,
    offset: number,
    token: vscode.CancellationToken,
  ): Promise<readonly RequestSuggestion[]> {
    const { operations, origins } = this.deps;
    const text = document.getText();
    if (!placesOfIds.has(placeAt(text, offset).place.kind) || origins.isForeign(document)) {
      return [];
    }
    const [list, more] = [await operations.all(), await operations.publicly()];
    const scope = currentScope(this.deps);
    const listed = scope && listedIdAt(text, offset, list, more.summaries);
    const isWanted = () => scope?.isCurrent() === true && !token.isCancellationRequested;
    if (!listed || !isWanted() || !isSafe({ method: 'GET', ...listed })) {
      return [];
    }
    const rows = await this.rowsOf(scope, listed);
    const isQuoted = text.startsWith('"', listed.span.start);
    return isWanted() ? rows.map((row, nth) => suggestionOf(row, nth, listed, isQuoted)) : [];
  }

  /** Forgets what is of nobody who is signed in. */
  retainAccounts(retained: RetainedAccounts): void {
    for (const [key, { credentialId }] of this.kept) {
      if (!retained.hasCredential(credentialId)) {
        this.kept.delete(key);
      }
    }
  }

  dispose(): void {
    this.abort.abort();
    this.kept.clear();
  }

  private async rowsOf(
    { account, client }: CommandScope,
    { path, query, source }: ListedId,
  ): Promise<readonly NamedRow[]> {
    const key = JSON.stringify([account.id, account.credentialId, path, query, source.property]);
    const known = this.kept.get(key);
    if (known && this.clock() - known.since < KEPT_FOR) {
      return known.rows;
    }
    const rows = listRows(client, { path, query }, source.property, this.abort.signal).then(
      (found) => found.slice(0, MAX_ROWS),
      // Kept as well: a server that fails is not asked at each key.
      () => [],
    );
    this.kept.delete(key);
    this.kept.set(key, { credentialId: account.credentialId, since: this.clock(), rows });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_LISTS && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return rows;
  }
}

function suggestionOf(
  { id, name, detail }: NamedRow,
  nth: number,
  { encode, span }: ListedId,
  isQuoted: boolean,
): RequestSuggestion {
  return {
    kind: 'id',
    label: name,
    detail: detail === '' ? id : `${detail} · ${id}`,
    snippet: snippetText(encode(id)),
    // What is replaced is what the editor compares with it.
    filter: `${isQuoted ? '"' : ''}${name} ${detail} ${id}`,
    // In the order of the list, above the variable that could stand there.
    rank: nth / 1000,
    ...span,
  };
}
