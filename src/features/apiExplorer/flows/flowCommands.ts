import * as vscode from 'vscode';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import { lensIdName } from '../requests/chooseIdName';
import { openValues } from '../../../api/request/resolve/openValues';
import { requireRequestPlace } from '../requests/requestPlace';
import type { Sender } from '../requests/sender';
import type { SendAllDeps } from './sendAll';
import { writeValue } from './writeValue';

/** Commands on all requests of a document, and on the values that live beside it. */
export class FlowCommands {
  constructor(
    private readonly deps: SendAllDeps,
    private readonly sender: Sender,
  ) {}

  /** Send All, of the document of a lens or of the active editor. */
  async sendAll(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    const place = account && requireRequestPlace(argument);
    if (place) {
      const { sendAll } = await import('./sendAll');
      await sendAll(this.sender, this.deps, place, place.parsed.requests);
    }
  }

  /** Send From Here: the request of a lens or at the cursor, and all after it. */
  async sendFromHere(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    const place = account && requireRequestPlace(argument);
    if (place) {
      const { sendAll } = await import('./sendAll');
      const { requests } = place.parsed;
      await sendAll(this.sender, this.deps, place, requests.slice(requests.indexOf(place.request)));
    }
  }

  /** Writes a value that lives beside the document into it, because the person says so (R37). */
  async writeValue(argument: unknown): Promise<void> {
    const { sessions, values } = this.deps;
    const account = await ensureSignedIn(sessions);
    const place = account && requireRequestPlace(argument);
    if (!account || !place) {
      return;
    }
    const names = openValues(place.parsed, place.request)
      .variables.map(({ name }) => name)
      .filter((name) => values.picked(account.id, name) !== undefined);
    const asked = lensIdName(argument);
    const name = asked !== undefined && names.includes(asked) ? asked : await this.choose(names);
    const value = name === undefined ? undefined : values.picked(account.id, name);
    if (name !== undefined && value !== undefined && sessions.account === account) {
      await writeValue(place, name, value);
    }
  }

  private async choose(names: readonly string[]): Promise<string | undefined> {
    if (names.length === 0) {
      void showInformation(vscode.l10n.t('This request uses no remembered value.'));
    }
    return names.length > 1
      ? (
          await showPick(
            names.map((label) => ({ label })),
            {
              title: vscode.l10n.t('Appcircle: Write Value to Document'),
              placeHolder: vscode.l10n.t('Choose the value to write'),
            },
          )
        )?.label
      : names[0];
  }
}
