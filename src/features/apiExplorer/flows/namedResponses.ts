import * as vscode from 'vscode';
import type { RetainedAccounts } from '../../../account/accountData';
import type { LastResponse } from '../../../api/request/resolve/requestChain';
import type { HttpResponse } from '../../../api/transport/model';
import { Emitter, type Disposable } from '../../../support/emitter';
import { isOwnDocument } from '../scratch/scratchAddress';

/** Whose response it is: of which account, to which request of which document. */
export interface ResponseOwner {
  readonly accountId: string;
  /** Address of the document. */
  readonly source: string;
  /** The name of the request, which is not that of a person. */
  readonly handle: string;
}

const MAX_RESPONSES = 50;

/** Bytes of all of them together. */
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

/** The last response of each named request of this window, by account and document. In memory alone. */
export class NamedResponses implements Disposable {
  /** Oldest first. */
  private readonly responses = new Map<string, ResponseOwner & LastResponse<HttpResponse>>();
  private readonly changes = new Emitter<undefined>();
  readonly onDidChange = this.changes.event;
  /** The next document that is no file may get the address of this one. */
  private readonly closing = vscode.workspace.onDidCloseTextDocument((document) => {
    if (isOwnDocument(document)) {
      this.forget(({ source }) => source === document.uri.toString());
    }
  });

  /** Whether there is any of a document. */
  hasAny(accountId: string, source: string): boolean {
    return [...this.responses.values()].some(
      (kept) => kept.accountId === accountId && kept.source === source,
    );
  }

  of(owner: ResponseOwner): LastResponse<HttpResponse> | undefined {
    return this.responses.get(keyOf(owner));
  }

  /** Its request is sent again: whatever comes of that, the response before is not its last one. */
  delete(owner: ResponseOwner): void {
    this.forget((kept) => keyOf(kept) === keyOf(owner));
  }

  /** One that is not whole, or went to a file, is none that could be read. */
  set(owner: ResponseOwner, last: LastResponse<HttpResponse>): void {
    const { earlyEnd, streamed, packed } = last.response;
    if (earlyEnd || streamed || packed) {
      return;
    }
    this.responses.delete(keyOf(owner));
    this.responses.set(keyOf(owner), { ...owner, ...last });
    let bytes = 0;
    [...this.responses].reverse().forEach(([key, { response }], nth) => {
      bytes += response.body.length;
      if (nth > 0 && (nth >= MAX_RESPONSES || bytes > MAX_TOTAL_BYTES)) {
        this.responses.delete(key);
      }
    });
    this.changes.fire(undefined);
  }

  retainAccounts(retained: RetainedAccounts): void {
    this.forget(({ accountId }) => !retained.hasAccount(accountId));
  }

  dispose(): void {
    this.closing.dispose();
    this.responses.clear();
  }

  private forget(isMeant: (owner: ResponseOwner) => boolean): void {
    for (const [key, owner] of this.responses) {
      if (isMeant(owner)) {
        this.responses.delete(key);
      }
    }
    this.changes.fire(undefined);
  }
}

function keyOf({ accountId, source, handle }: ResponseOwner): string {
  return JSON.stringify([accountId, source, handle]);
}
