import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import { currentScope } from '../../../account/commandScope';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { SessionStore } from '../../../account/sessionStore';
import type { ApiClient } from '../../../api/client';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { maskedJson, type JsonDocuments } from '../../../ui/documents/jsonDocuments';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { profileAround } from '../tree/profileNodes';
import { findCurrentProfile } from '../profiles/findCurrentProfile';
import { versionMarkdown } from './versionDetails';
import { versionOf, type ProfileVersion } from './versionNodes';
import { VersionLoads } from './versionLoads';
import { VersionRows } from './versionRows';
import { versionFacts, versionName } from './versionText';

const SCHEME = 'appcircle-version';

/** What the versions take. `pickProfile` asks for a profile where none is known; `profiles` are the active account's. */
export interface VersionsDeps {
  sessions: SessionStore;
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  documents: JsonDocuments;
  pickProfile: (title: string) => Promise<DistributionProfile | undefined>;
  profiles: () => Promise<readonly DistributionProfile[]>;
}

/** The versions below the profiles, and what can be done with one. Loaded when a profile is first opened. */
export class Versions implements vscode.Disposable {
  readonly rows: VersionRows;
  private readonly loads: VersionLoads;
  /** A comparison is dropped with its tab; a preview of Markdown still shows a document that is closed. */
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === SCHEME && uri.path.endsWith('.json')) {
      this.documents.delete(uri);
    }
  });
  private readonly documents: AccountDocuments;

  constructor(private readonly deps: VersionsDeps) {
    this.documents = new AccountDocuments(deps.accountData, SCHEME, () =>
      vscode.l10n.t('This was not kept. Open it again from its row.'),
    );
    this.loads = new VersionLoads(deps.sessions, deps.clientFor);
    this.rows = new VersionRows(this.loads);
  }

  /** Details as Markdown, in the editor's own preview. */
  async show(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Show Version'));
    await (chosen && this.showVersion(chosen));
  }

  /** The same, of a version that is known. */
  async showVersion(chosen: ProfileVersion): Promise<void> {
    const uri = this.document(chosen, '.md', versionMarkdown(chosen));
    await (uri && vscode.commands.executeCommand('markdown.showPreview', uri));
  }

  async showAsJson(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Show Version as JSON'));
    const { account } = this.deps.sessions;
    if (chosen && account) {
      const path = ['distribution', ...documentPath(chosen)];
      await this.deps.documents.show(account.credentialId, path, chosen.version.raw);
    }
  }

  async copyId(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Copy Version ID'));
    if (chosen) {
      await vscode.env.clipboard.writeText(chosen.version.id);
    }
  }

  /** Compares a version with another one of the same profile, in the diff editor. */
  async compare(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Compare Versions');
    const first = await this.pick(argument, title);
    const second = first && (await this.pickVersion(first.profile, title, first));
    if (!first || !second) {
      return;
    }
    const older = (second.version.createdAt ?? 0) <= (first.version.createdAt ?? 0);
    const [from, to] = older ? [second, first] : [first, second];
    const [left, right] = [from, to].map((one) => this.document(one, '.json', maskedJson(one.version.raw)));
    await vscode.commands.executeCommand(
      'vscode.diff',
      left,
      right,
      vscode.l10n.t(
        '{0}: {1} ↔ {2}',
        visibleText(from.profile.name),
        visibleText(versionName(from.version)),
        visibleText(versionName(to.version)),
      ),
    );
  }

  /**
   * The version that a command was run on; asks for it, and for its profile first, where there is none (T13). Undefined,
   * after a sentence, where it is of a profile that is none of the active account's.
   */
  async pick(argument: unknown, title: string): Promise<ProfileVersion | undefined> {
    const meant = profileAround(argument);
    const profile = meant ? await this.findCurrent(meant) : await this.deps.pickProfile(title);
    const given = versionOf(argument);
    return profile && (given ? { profile, version: given.version } : this.pickVersion(profile, title));
  }

  dispose(): void {
    this.closing.dispose();
    this.documents.dispose();
    this.loads.dispose();
  }

  private findCurrent(profile: DistributionProfile): Promise<DistributionProfile | undefined> {
    const { sessions, profiles } = this.deps;
    return findCurrentProfile(profile, sessions, profiles);
  }

  private document(chosen: ProfileVersion, extension: string, text: string): vscode.Uri | undefined {
    const { account } = this.deps.sessions;
    return account && this.documents.set(account.credentialId, documentPath(chosen), extension, text);
  }

  /** Undefined, too, when the account left while this asked. */
  private async pickVersion(
    profile: DistributionProfile,
    title: string,
    except?: ProfileVersion,
  ): Promise<ProfileVersion | undefined> {
    const scope = currentScope(this.deps);
    const versions = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Loading versions…') },
      () => this.rows.versionsOf(profile),
    );
    if (!scope?.isCurrent()) {
      return undefined;
    }
    const others = versions.filter(({ id }) => id !== except?.version.id);
    const chosen = await vscode.window.showQuickPick(
      others.map((version) => ({
        version,
        label: withoutIcons(versionName(version)),
        description: withoutIcons(versionFacts(version).join(' · ')),
      })),
      {
        title,
        placeHolder: placeholder(profile, others.length, except),
        matchOnDescription: true,
      },
    );
    return chosen && scope.isCurrent() ? { profile, version: chosen.version } : undefined;
  }
}

function placeholder({ name }: DistributionProfile, offered: number, except?: ProfileVersion): string {
  if (except) {
    return offered > 0
      ? vscode.l10n.t('Compare {0} with…', visibleText(versionName(except.version)))
      : vscode.l10n.t('{0} has no other version', visibleText(name));
  }
  return offered > 0
    ? vscode.l10n.t('Choose a version of {0}', visibleText(name))
    : vscode.l10n.t('{0} has no versions yet', visibleText(name));
}

/** Tells documents of versions apart; the last part is the title. */
function documentPath({ profile, version }: ProfileVersion): string[] {
  return [profile.id, version.id, vscode.l10n.t('{0} {1}', profile.name, versionName(version))];
}
