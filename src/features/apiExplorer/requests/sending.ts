import type * as vscode from 'vscode';
import { knownSafe } from '../../../api/openapi/knownSafe';
import type { KnownSafe } from '../../../api/request/isSafe';
import { lazy } from '../../../support/lazy';
import type { Disposable } from '../../../support/emitter';
import type { Refreshes } from '../../../ui/lists/refreshes';
import type { Descriptions } from '../descriptions/descriptions';
import { readOwnDescription } from '../descriptions/ownDescription';
import { sendAt } from '../flows/sendAt';
import type { AskingDeps } from '../questions/askingDeps';
import { SendAgreements } from '../questions/sendAgreements';
import type { RequestPlace } from './requestPlace';
import { Sender, type SenderDeps } from './sender';
import { WriteNotices } from './writeNotices';

/** What sending takes that is not made for it. */
export interface SendingDeps extends Omit<SenderDeps, 'safe' | 'notices' | 'asking'> {
  readonly refreshes: Refreshes;
  /** Folder of this extension, whose own description says what is safe. */
  readonly extension: vscode.Uri;
  /** What is described, as far as somebody asked for it. */
  readonly known: () => Descriptions | undefined;
}

/** Sends the requests of a window. Loaded with the first Send. */
export class Sending implements Disposable {
  readonly deps: SenderDeps;
  readonly sender: Sender;
  private readonly notices: WriteNotices;
  private readonly agreements: SendAgreements;

  constructor({ refreshes, extension, known, ...deps }: SendingDeps) {
    this.agreements = new SendAgreements(deps.sessions);
    this.notices = new WriteNotices(refreshes);
    const safe = lazy(async (): Promise<KnownSafe> =>
      knownSafe(JSON.parse(await readOwnDescription(extension))),
    );
    const asking: AskingDeps = {
      agreements: this.agreements,
      operations: async () =>
        (await import('../questions/knownOperations')).knownOperations(known(), extension),
    };
    this.deps = { ...deps, safe, notices: this.notices, asking };
    this.sender = new Sender(this.deps);
  }

  /** Sends the request at a place, and what it needs before. */
  async send(place: RequestPlace): Promise<void> {
    await sendAt(this.sender, this.deps, place);
  }

  dispose(): void {
    this.notices.dispose();
    this.agreements.dispose();
  }
}
