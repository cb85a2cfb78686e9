import * as vscode from 'vscode';
import type { PublishProfile } from '../../api/publish/model';
import { askText } from '../../ui/dialogs/askText';
import type { ListView } from '../../ui/lists/listView';
import type { PublishDeps } from './deps';
import type { PublishChoices } from './publishChoices';
import type { PublishArrangement } from './rows/publishArrangement';
import { publishVersionAround, type PlatformRow } from './rows/publishNodes';
import { publishVersionText } from './rows/publishText';

/** What a row offers without asking the server, and what finds a row. */
export class PublishRowCommands {
  constructor(
    private readonly deps: Pick<PublishDeps, 'documents'>,
    private readonly choices: PublishChoices,
    private readonly arrangement: PublishArrangement,
    private readonly rows: ListView<PlatformRow>,
    private readonly reveal: (profile: PublishProfile) => Promise<void>,
  ) {}

  async goTo(): Promise<void> {
    const chosen = await this.choices.profile(undefined, vscode.l10n.t('Appcircle: Go to Publish Profile'));
    await (chosen && this.reveal(chosen.profile));
  }

  async filter(): Promise<void> {
    await askText<true>({
      title: vscode.l10n.t('Appcircle: Filter Publish Profiles'),
      prompt: vscode.l10n.t('Enter part of the name or bundle ID'),
      value: this.arrangement.text,
      accept: (text) => {
        this.show(text);
        return Promise.resolve({ done: true });
      },
    });
  }

  clearFilter(): void {
    this.show('');
  }

  /** Of the version of a row, else of its profile. */
  async copyId(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Copy Publish ID');
    const version = publishVersionAround(argument)?.version;
    const id = version?.id ?? (await this.choices.profile(argument, title))?.profile.id;
    await (id !== undefined && vscode.env.clipboard.writeText(id));
  }

  async copyName(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Copy Publish Profile Name');
    const chosen = await this.choices.profile(argument, title);
    await (chosen && vscode.env.clipboard.writeText(chosen.profile.name));
  }

  async openInDashboard(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Open Publish Profile in Dashboard');
    const chosen = await this.choices.profile(argument, title);
    if (chosen) {
      const { account, profile } = chosen;
      // The path is documented (api/README 1.1, A).
      const path = `/publish/${profile.platform}/${encodeURIComponent(profile.id)}`;
      await vscode.env.openExternal(vscode.Uri.parse(account.hosts.dashboard + path));
    }
  }

  /** Of the version of a row, else of its profile. */
  async showAsJson(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Show Publish Profile as JSON');
    const chosen = await this.choices.profile(argument, title);
    if (!chosen) {
      return;
    }
    const { account, profile } = chosen;
    const version = publishVersionAround(argument)?.version;
    await (version
      ? this.deps.documents.show(
          account.credentialId,
          ['publish', profile.id, version.id, `${profile.name} ${publishVersionText(version)}`],
          version.raw,
        )
      : this.deps.documents.show(account.credentialId, ['publish', profile.id, profile.name], profile.raw));
  }

  private show(text: string): void {
    this.arrangement.set(text);
    this.rows.arrange();
  }
}
