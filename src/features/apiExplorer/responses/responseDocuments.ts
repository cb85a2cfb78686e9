import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { HttpResponse } from '../../../api/transport/transport';
import { bodyKind, decodeBody, mediaTypeOf, type BodyKind } from '../../../api/response/body';
import { responseHeader } from '../../../api/response/responseHeaders';
import { presentJson, revealJson } from '../../../api/response/presentJson';
import { presentText } from '../../../api/response/presentText';
import type { HttpRequest } from '../../../api/request/request';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { sizeText } from '../../../ui/text/sizeText';

const SCHEME = 'appcircle-answer';

/** Answers that can be looked at and compared; older ones are forgotten. */
const MAX_RESPONSES = 20;

/** Bytes of all of them together. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** An answer as it is shown. */
export interface ShownResponse {
  readonly uri: vscode.Uri;
  readonly account: Account;
  readonly request: HttpRequest;
  /** The document that it was sent from, as far as one is known. */
  readonly source: string | undefined;
  readonly response: HttpResponse;
  readonly kind: BodyKind;
  /** How many secrets are masked in it. */
  readonly masked: number;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Where the body went that was too large to be shown. */
  readonly file: string | undefined;
}

/** The answers of this window, as read-only documents. They are in memory alone. */
export class ResponseDocuments implements Disposable {
  private readonly disposables = new Disposables();
  private readonly documents: AccountDocuments;
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  /** Tells that what stands above an answer may have changed. */
  readonly onDidChange = this.changes.event;
  private shown: ShownResponse[] = [];
  private readonly revealed = new Set<string>();
  private count = 0;

  static readonly selector: vscode.DocumentSelector = { scheme: SCHEME };

  constructor(accountData: AccountDataRegistry) {
    this.documents = this.disposables.add(
      new AccountDocuments(accountData, SCHEME, () =>
        vscode.l10n.t('This answer was not kept. Send its request again.'),
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
  add(given: Pick<ShownResponse, 'account' | 'request' | 'source' | 'response' | 'file'>): ShownResponse {
    const { account, request, response, file } = given;
    const type = responseHeader(response.headers, 'content-type');
    const kind = file ? 'binary' : bodyKind(type, response.body);
    const { text, masked } = presentBody(response, kind, file, false);
    this.count += 1;
    const path = [String(this.count), titleOf(request, response)];
    const uri = this.documents.set(account.credentialId, path, extensionOf(kind, type), text);
    const shown = { ...given, uri, kind, masked, at: Date.now() };
    this.shown = [shown, ...this.shown];
    this.forgetOld();
    return shown;
  }

  /** Shows the secrets of an answer until its editor is left. */
  reveal(shown: ShownResponse): void {
    this.revealed.add(shown.uri.toString());
    this.write(shown, true);
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

  private write({ account, uri, response, kind, file }: ShownResponse, reveal: boolean): void {
    const parts = uri.path.split('/').slice(2);
    const name = parts.pop() ?? '';
    const extension = extensionOf(kind, responseHeader(response.headers, 'content-type'));
    this.documents.set(
      account.credentialId,
      [...parts, name.slice(0, -extension.length)],
      extension,
      presentBody(response, kind, file, reveal).text,
    );
    this.changes.fire(undefined);
  }

  private forgetOld(): void {
    let bytes = 0;
    const kept = this.shown.filter(({ response }, nth) => {
      bytes += response.body.length;
      return nth === 0 || (nth < MAX_RESPONSES && bytes <= MAX_TOTAL_BYTES);
    });
    for (const old of this.shown.filter((response) => !kept.includes(response))) {
      this.revealed.delete(old.uri.toString());
      this.documents.delete(old.uri);
    }
    this.shown = kept;
  }
}

/** What stands in the document, and how many secrets of it are masked. */
function presentBody(
  response: HttpResponse,
  kind: BodyKind,
  file: string | undefined,
  reveal: boolean,
): { text: string; masked: number } {
  const type = responseHeader(response.headers, 'content-type');
  switch (kind) {
    case 'json':
      return (reveal ? revealJson : presentJson)(decodeBody(response.body, type));
    case 'text':
      return { text: presentText(decodeBody(response.body, type), type), masked: 0 };
    case 'empty':
      return { text: `${vscode.l10n.t('The answer has no body.')}\n`, masked: 0 };
    case 'binary':
      return {
        text: `${
          file
            ? vscode.l10n.t(
                'The answer was too large to be shown: {0} are in {1}',
                sizeText(response.size),
                file,
              )
            : vscode.l10n.t(
                'The answer is no text: {0}, {1}. Save it to a file with the line above.',
                mediaTypeOf(type) || vscode.l10n.t('of an unknown type'),
                sizeText(response.size),
              )
        }\n`,
        masked: 0,
      };
  }
}

/** "GET profiles 200": the last part of the path that is a word. */
function titleOf({ method, path }: HttpRequest, { status }: HttpResponse): string {
  const word = path.split('/').findLast((part) => /^[a-z][a-z-]*$/i.test(part));
  return [method, word ?? '', String(status)].filter(Boolean).join(' ');
}

/** Not plain `.json`: the editor's own service for that fetches whatever address a `$schema` in it names. */
function extensionOf(kind: BodyKind, type: string | undefined): string {
  if (kind === 'json') {
    return '.answer.json';
  }
  const media = kind === 'text' ? mediaTypeOf(type) : '';
  return media.endsWith('html') ? '.html' : media.endsWith('xml') ? '.xml' : '.txt';
}
