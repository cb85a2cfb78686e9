import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import { currentScope } from '../../../account/commandScope';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { SessionStore } from '../../../account/sessionStore';
import type { ApiClient } from '../../../api/client';
import { listVersions } from '../../../api/distribution/appVersions';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { PageScheme } from '../../../contributions';
import { AccountLoads } from '../../../ui/lists/accountLoads';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { compareDocuments } from '../../../ui/documents/compareDocuments';
import type { JsonDocuments } from '../../../ui/documents/jsonDocuments';
import { PAGE_ENDING, showPage } from '../../../ui/documents/showPage';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { profileAround } from '../tree/profileNodes';
import { findCurrentProfile } from '../profiles/findCurrentProfile';
import type { ProfileUpdate } from '../deps';
import { versionMarkdown } from './versionDetails';
import { sharedTesterOf, versionOf, type ProfileVersion } from './versionNodes';
import { comparableRows, versionPickRows } from './versionPickRows';
import type { UploadedFiles } from './uploadedFiles';
import { VersionRows } from './versionRows';
import { versionSummary } from './versionSummary';
import { versionName } from './versionText';

/** Ending of what is compared: of no language, so that nothing is made of what a server says. */
const COMPARED = '.appcircle-version';

/** What the versions take. `pickProfile` asks for a profile where none is known; `profiles` are the active account's. */
export interface VersionsDeps {
  sessions: SessionStore;
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  documents: JsonDocuments;
  pickProfile: (title: string) => Promise<DistributionProfile | undefined>;
  profiles: () => Promise<readonly DistributionProfile[]>;
  extension: vscode.Uri;
  uploadedFiles: UploadedFiles;
}

/** The versions below the profiles, and what can be done with one. Loaded when a profile is first opened. */
export class Versions implements vscode.Disposable {
  readonly rows: VersionRows;
  private readonly loads: AccountLoads<AppVersion>;
  /** A comparison is dropped with its tab; a preview of Markdown still shows a document that is closed. */
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === PageScheme.version && uri.path.endsWith(COMPARED)) {
      this.documents.delete(uri);
    }
  });
  private readonly documents: AccountDocuments;

  constructor(private readonly deps: VersionsDeps) {
    this.documents = new AccountDocuments(deps.accountData, PageScheme.version, () =>
      vscode.l10n.t('This page is no longer available. Open it again from the view.'),
    );
    this.loads = new AccountLoads(deps.sessions, (account, profileId, signal) =>
      listVersions(deps.clientFor(account), profileId, signal),
    );
    this.rows = new VersionRows(this.loads, deps.extension);
  }

  /** Details as Markdown, in the editor's own preview. */
  async show(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Show Version'));
    await (chosen && this.showVersion(chosen));
  }

  /** The same, of a version that is known. */
  async showVersion(chosen: ProfileVersion): Promise<void> {
    const scope = currentScope(this.deps);
    const text = await this.pageOf(chosen, this.loads.lastRowsOf(chosen.profile.id));
    const uri = scope?.isCurrent() ? this.document(chosen, PAGE_ENDING, text) : undefined;
    await (uri && showPage(uri));
  }

  async showAsJson(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Show Version as JSON'));
    const { account } = this.deps.sessions;
    if (chosen && account) {
      const path = ['distribution', ...documentPath(chosen)];
      await this.deps.documents.show(account.credentialId, path, chosen.version.raw);
    }
  }

  /** Shows the versions of a profile as they are now in the documents that there are of them. */
  async renewDocuments({ id, profile }: ProfileUpdate): Promise<void> {
    const scope = currentScope(this.deps);
    const owner = scope?.account.credentialId ?? '';
    const open = this.documents.find(owner, [id], 2);
    if (open.length === 0 && !this.deps.documents.has(owner, ['distribution', id], 2)) {
      return;
    }
    const versions = profile ? await this.rows.versionsOf(profile).catch(() => undefined) : [];
    if (!versions || !scope?.isCurrent()) {
      return;
    }
    const textOf = async ({ path }: vscode.Uri, version: AppVersion): Promise<string> => {
      if (!profile) {
        return '';
      }
      const shown = { profile, version };
      return path.endsWith(COMPARED) ? versionSummary(shown) : this.pageOf(shown, versions);
    };
    const texts = new Map(open.map((uri) => [uri.toString(), vscode.l10n.t('This version was deleted.')]));
    for (const version of versions) {
      this.deps.documents.renew(owner, ['distribution', id, version.id], version.raw);
      for (const uri of this.documents.find(owner, [id, version.id])) {
        texts.set(uri.toString(), await textOf(uri, version));
      }
    }
    if (!scope.isCurrent()) {
      return;
    }
    for (const [name, text] of texts) {
      this.documents.replace(vscode.Uri.parse(name), text);
    }
  }

  async copyId(argument: unknown): Promise<void> {
    const chosen = await this.pick(argument, vscode.l10n.t('Appcircle: Copy Version ID'));
    if (chosen) {
      await vscode.env.clipboard.writeText(chosen.version.id);
    }
  }

  /** Copies the address of the tester that it is run on; there is none to ask for. */
  async copyTesterAddress(argument: unknown): Promise<void> {
    const address = sharedTesterOf(argument);
    await (address !== undefined && vscode.env.clipboard.writeText(address));
  }

  /** Compares what there is to read of a version and of another one of the same profile, in the diff editor. */
  async compare(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Compare Versions');
    const first = await this.pick(argument, title);
    const second = first && (await this.pickVersion(first.profile, title, first));
    if (!first || !second) {
      return;
    }
    const older = (second.version.createdAt ?? 0) <= (first.version.createdAt ?? 0);
    const [from, to] = older ? [second, first] : [first, second];
    const [left, right] = [from, to].map((one) => this.document(one, COMPARED, versionSummary(one)));
    if (left && right) {
      const names = [from.profile.name, versionName(from.version), versionName(to.version)] as const;
      await compareDocuments(left, right, vscode.l10n.t('{0}: {1} ↔ {2}', ...names));
    }
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

  /** Its Markdown. What was read of its file is told where these versions of its profile leave no doubt. */
  private async pageOf(chosen: ProfileVersion, versions: readonly AppVersion[] = []): Promise<string> {
    const { sessions, uploadedFiles } = this.deps;
    const files = uploadedFiles.of(sessions.account?.id ?? '', chosen.profile.id);
    if (files.length === 0) {
      return versionMarkdown(chosen);
    }
    const { uploadedFacts } = await import('./uploadedFacts');
    return versionMarkdown(chosen, uploadedFacts(chosen.version, versions, files));
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
    const versions = await withWindowProgress(vscode.l10n.t('Loading versions…'), () =>
      this.rows.versionsOf(profile),
    );
    if (!scope?.isCurrent()) {
      return undefined;
    }
    const rows = except ? comparableRows(versions, except.version) : versionPickRows(versions);
    const offered = rows.filter(({ version }) => version).length;
    const placeHolder = placeholder(profile, offered, except);
    const chosen = await pickFolded(rows, { title, placeHolder, matchOnDescription: true });
    return chosen?.version && scope.isCurrent() ? { profile, version: chosen.version } : undefined;
  }
}

function placeholder({ name }: DistributionProfile, offered: number, except?: ProfileVersion): string {
  if (except) {
    return offered > 0
      ? vscode.l10n.t('Compare {0} with…', versionName(except.version))
      : vscode.l10n.t('{0} has no other version', name);
  }
  return offered > 0
    ? vscode.l10n.t('Select a version of {0}', name)
    : vscode.l10n.t('{0} has no versions yet', name);
}

/** Tells documents of versions apart; the last part is the title. */
function documentPath({ profile, version }: ProfileVersion): string[] {
  return [profile.id, version.id, vscode.l10n.t('{0} {1}', profile.name, versionName(version))];
}
