import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { HttpResponse } from '../../../api/transport/transport';
import type { BodyKind } from '../../../api/response/body';
import type { Charset } from '../../../api/response/charset';
import { responseHeader } from '../../../api/response/responseHeaders';
import type { HttpRequest } from '../../../api/request/request';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import type { Redactor } from '../../../support/redact';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../../ui/documents/lateDocuments';
import { DocumentScheme } from '../documentSchemes';
import { keptOf } from './keptResponses';
import { charsetIn, kindOf, presentBody } from './presentedBody';
import { responseEnding, responseTitle } from './responseName';
import type { DescribedResponse, ResponseFilter } from './responseNotes';
import type { TaskState } from './taskText';

/** An answer as it is shown. */
export interface ShownResponse {
  readonly uri: vscode.Uri;
  readonly account: Account;
  readonly request: HttpRequest;
  /** The document that it was sent from, as far as one is known. */
  readonly source: string | undefined;
  /** The name of its request in that document. */
  readonly handle?: string | undefined;
  readonly response: HttpResponse;
  readonly kind: BodyKind;
  /** How many secrets are masked in it. */
  readonly masked: number;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Where the body went that was too large to be shown. */
  readonly file: string | undefined;
  /** How its text was read. */
  readonly charset?: Charset | undefined;
  /** Its body still comes. */
  readonly receiving?: Receiving;
  /** A later request of the same document got no response (R38). */
  readonly isOld?: boolean;
  readonly task?: TaskState;
  /** What is shown of it, where that is not all. */
  readonly filter?: ResponseFilter | undefined;
  /** What its description says, once that was looked up. */
  readonly described?: DescribedResponse;
}

/** A body that still comes. */
export interface Receiving {
  /** Complete events by now, of what has events. */
  readonly events: number | undefined;
  /** Ends the request. */
  readonly stop: () => void;
}

/** The answers of this window, as read-only documents. They are in memory alone. */
export class ResponseDocuments implements DocumentOwner {
  private readonly disposables = new Disposables();
  readonly documents: AccountDocuments;
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  /** Tells that what stands above an answer may have changed. */
  readonly onDidChange = this.changes.event;
  private readonly arrivals = this.disposables.add(new Emitter<ShownResponse>());
  /** Tells of an answer that has all come. */
  readonly onDidArrive = this.arrivals.event;
  private shown: ShownResponse[] = [];
  private readonly revealed = new Set<string>();
  private count = 0;

  static readonly selector: vscode.DocumentSelector = { scheme: DocumentScheme.response };

  constructor(
    accountData: AccountDataRegistry,
    readonly redactor: Redactor,
  ) {
    this.documents = this.disposables.add(
      new AccountDocuments(accountData, DocumentScheme.response, () =>
        vscode.l10n.t('This response is no longer available. Send its request again.'),
      ),
    );
    this.disposables.add(
      accountData.add((retained) => {
        this.shown = this.shown.filter(({ account }) => retained.hasCredential(account.credentialId));
      }),
    );
    // Secrets are shown once: who comes back finds them masked.
    this.disposables.add(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const name of this.revealed) {
          if (!editors.some(({ document }) => document.uri.toString() === name)) {
            this.hide(name);
          }
        }
      }),
    );
  }

  /** Newest first. */
  get all(): readonly ShownResponse[] {
    return this.shown;
  }

  of(uri: vscode.Uri | string): ShownResponse | undefined {
    return this.shown.find((response) => response.uri.toString() === uri.toString());
  }

  isRevealed({ uri }: ShownResponse): boolean {
    return this.revealed.has(uri.toString());
  }

  /** Takes an answer in; it is shown by its address. */
  add(
    given: Pick<ShownResponse, 'account' | 'request' | 'source' | 'handle' | 'response' | 'file'>,
  ): ShownResponse {
    const { response, file } = given;
    const kind = kindOf(response, file);
    const { text, masked } = presentBody(response, kind, file, this.redactor);
    const shown = this.insert({ ...given, kind, masked, charset: charsetIn(response, kind) }, text);
    this.arrivals.fire(shown);
    return shown;
  }

  /** Takes one in whose body still comes, and will be of this kind. */
  begin(
    given: Pick<ShownResponse, 'account' | 'request' | 'source' | 'handle' | 'response'>,
    kind: BodyKind,
    receiving: Receiving,
  ): ShownResponse {
    return this.insert({ ...given, file: undefined, kind, masked: 0, receiving }, '');
  }

  /** Some more has come. Its open document is left to the caller. False for one that was forgotten. */
  grow({ uri }: ShownResponse, response: HttpResponse, receiving: Receiving, text: string): boolean {
    return this.replace(uri, (shown) => {
      this.documents.prepare(uri, text);
      return { ...shown, response, receiving };
    });
  }

  /** All has come that will. Undefined for one that was forgotten. */
  finish(
    { uri }: ShownResponse,
    response: HttpResponse,
    file: string | undefined,
  ): ShownResponse | undefined {
    this.replace(uri, ({ receiving: _, ...shown }) => {
      const kind = file === undefined ? shown.kind : 'binary';
      const { text, masked } = presentBody(response, kind, file, this.redactor);
      this.documents.replace(uri, text);
      return { ...shown, response, file, masked, kind, charset: charsetIn(response, kind) };
    });
    this.forgetOld();
    const shown = this.of(uri);
    if (shown) {
      this.arrivals.fire(shown);
    }
    return shown;
  }

  /** Says how far the task of an answer is, or what its description says. */
  note({ uri }: ShownResponse, known: Partial<Pick<ShownResponse, 'task' | 'described'>>): void {
    this.replace(uri, (shown) => ({ ...shown, ...known }));
  }

  /** Shows what a filter leaves of an answer, or all of it again. */
  filter({ uri }: ShownResponse, filter: ResponseFilter | undefined): void {
    this.replace(uri, (shown) => ({ ...shown, filter }));
    const shown = this.of(uri);
    if (shown) {
      this.write(shown, this.isRevealed(shown));
    }
  }

  /** A request of this document got no response: what is shown of it is of an earlier one. */
  markOld({ id }: Account, source: string | undefined): void {
    const isMeant = (shown: ShownResponse) => shown.account.id === id && shown.source === source;
    this.shown = this.shown.map((shown) => (isMeant(shown) ? { ...shown, isOld: true } : shown));
    this.changes.fire(undefined);
  }

  /** There is nothing to be seen of it any more. */
  forget({ uri }: ShownResponse): void {
    this.shown = this.shown.filter((response) => response.uri !== uri);
    this.documents.delete(uri);
    this.changes.fire(undefined);
  }

  /** Shows the secrets of an answer until its editor is left. */
  reveal({ uri }: ShownResponse): void {
    const shown = this.of(uri);
    if (shown) {
      this.revealed.add(uri.toString());
      this.write(shown, true);
    }
  }

  hide(name: string): void {
    this.revealed.delete(name);
    const shown = this.of(name);
    if (shown) {
      this.write(shown, false);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private insert(given: Omit<ShownResponse, 'uri' | 'at'>, text: string): ShownResponse {
    const { account, request, response, kind } = given;
    const type = responseHeader(response.headers, 'content-type');
    this.count += 1;
    const path = [String(this.count), responseTitle(request, response)];
    const uri = this.documents.set(account.credentialId, path, responseEnding(kind, type), text);
    const shown = { ...given, uri, at: Date.now() };
    this.shown = [shown, ...this.shown];
    this.forgetOld();
    return shown;
  }

  private replace(uri: vscode.Uri, change: (shown: ShownResponse) => ShownResponse): boolean {
    const old = this.of(uri);
    if (!old) {
      return false;
    }
    const changed = change(old);
    this.shown = this.shown.map((shown) => (shown === old ? changed : shown));
    this.changes.fire(undefined);
    return true;
  }

  private write({ uri, response, kind, file, filter }: ShownResponse, reveal: boolean): void {
    const redactor = reveal ? undefined : this.redactor;
    const text = filter ? filter.text(redactor) : presentBody(response, kind, file, redactor).text;
    this.documents.replace(uri, text);
    this.changes.fire(undefined);
  }

  private forgetOld(): void {
    const kept = keptOf(this.shown);
    for (const old of this.shown.filter((response) => !kept.includes(response))) {
      this.revealed.delete(old.uri.toString());
      this.documents.delete(old.uri);
    }
    this.shown = kept;
  }
}
