import type * as vscode from 'vscode';
import { knownSafe } from '../../../api/openapi/knownSafe';
import type { KnownSafe } from '../../../api/request/isSafe';
import { lazy } from '../../../support/lazy';
import type { Disposable } from '../../../support/emitter';
import type { Refreshes } from '../../../ui/lists/refreshes';
import { readOwnDescription } from '../descriptions/ownDescription';
import { sendAt } from '../flows/sendAt';
import type { RequestPlace } from './requestPlace';
import { Sender, type SenderDeps } from './sender';
import { WriteNotices } from './writeNotices';

/** What sending takes that is not made for it. */
export interface SendingDeps extends Omit<SenderDeps, 'safe' | 'notices'> {
  readonly refreshes: Refreshes;
  /** Folder of this extension, whose own description says what is safe. */
  readonly extension: vscode.Uri;
}

/** Sends the requests of a window. Loaded with the first Send. */
export class Sending implements Disposable {
  readonly deps: SenderDeps;
  readonly sender: Sender;
  private readonly notices: WriteNotices;

  constructor({ refreshes, extension, ...deps }: SendingDeps) {
    this.notices = new WriteNotices(refreshes);
    const safe = lazy(async (): Promise<KnownSafe> =>
      knownSafe(JSON.parse(await readOwnDescription(extension))),
    );
    this.deps = { ...deps, safe, notices: this.notices };
    this.sender = new Sender(this.deps);
  }

  /** Sends the request at a place, and what it needs before. */
  async send(place: RequestPlace): Promise<void> {
    await sendAt(this.sender, this.deps, place);
  }

  dispose(): void {
    this.notices.dispose();
  }
}
