import * as vscode from 'vscode';
import { currentScope, type CommandScope, type ScopeSource } from '../../../account/commandScope';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { isFailure } from '../../../api/failure';
import { showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import type { ProfileUpdates, DistributionViewDeps } from '../deps';
import { profileAround } from '../tree/profileNodes';
import { versionOf } from '../versions/versionNodes';
import { versionName } from '../versions/versionText';
import { formatLink, type DistributionLink } from './link';
import { accountFor, type LinkAccountDeps } from './linkAccount';
import { askLink, damagedText, EXTENSION_ID, linkIn } from './linkAddress';

/** What the links take. `showVersion` opens the details of a version, which `versionsOf` has. */
export interface LinkDeps extends LinkAccountDeps, ScopeSource {
  pickProfile: DistributionViewDeps['pickProfile'];
  changes: Pick<ProfileUpdates, 'rows' | 'renew' | 'reveal'>;
  showVersion: (profile: DistributionProfile, version: AppVersion) => Promise<void>;
  versionsOf: (profile: DistributionProfile) => Promise<readonly AppVersion[]>;
}

/**
 * Links that lead to a profile or a version. Any page can hold one: nothing but ids is read of it, another organization
 * is asked about before anything is sent, and an id is looked for among the rows that there are (T9).
 */
export class DistributionLinks {
  constructor(private readonly deps: LinkDeps) {}

  /** Copies the link of a profile or a version; run without a row it asks for the profile (T13). */
  async copy(argument: unknown): Promise<void> {
    const version = versionOf(argument)?.version;
    const title = vscode.l10n.t('Appcircle: Copy Link');
    const profile = profileAround(argument) ?? (await this.deps.pickProfile({ title }));
    const { account } = this.deps.sessions;
    if (!profile || !account) {
      return;
    }
    const link = formatLink(vscode.env.uriScheme, EXTENSION_ID, {
      organizationId: account.organizationId || undefined,
      profileId: profile.id,
      ...(version && { versionId: version.id }),
    });
    if (link === undefined) {
      const name = version ? versionName(version) : profile.name;
      void showWarning(vscode.l10n.t('Cannot create a link to {0} because of its ID.', name));
      return;
    }
    await vscode.env.clipboard.writeText(link);
    showStatus(vscode.l10n.t('Link copied.'));
  }

  /**
   * Goes where a link leads, given as the editor's `Uri`, asking first where that is another organization. Run without
   * one it asks for it (T13): an editor in a browser is given none by the system. Fails as a request does.
   */
  async open(argument: unknown): Promise<void> {
    const link = linkIn(argument) ?? (await askLink());
    if (link === 'damaged') {
      void showWarning(damagedText());
      return;
    }
    const account = link && (await accountFor(link.organizationId, this.deps));
    const scope = account && currentScope(this.deps);
    if (scope) {
      await this.goTo(link, scope);
    }
  }

  private async goTo({ profileId, versionId }: DistributionLink, scope: CommandScope): Promise<void> {
    const profile = await this.find(() => this.deps.changes.rows(), profileId, profileId, scope);
    if (!scope.isCurrent()) {
      return;
    }
    if (!profile) {
      showMissing(
        vscode.l10n.t('The linked profile was not found in this organization. It may have been deleted.'),
      );
      return;
    }
    await this.deps.changes.reveal(profile.id);
    await (versionId !== undefined && this.show(profile, versionId, scope));
  }

  private async show(profile: DistributionProfile, versionId: string, scope: CommandScope): Promise<void> {
    const version = await this.find(() => this.deps.versionsOf(profile), versionId, profile.id, scope);
    if (!scope.isCurrent()) {
      return;
    }
    if (!version) {
      showMissing(
        vscode.l10n.t('The linked version was not found in {0}. It may have been deleted.', profile.name),
      );
      return;
    }
    await this.deps.showVersion(profile, version);
  }

  /** The row with an id. Rows may be older than the link: where none has it, the profile is asked for once more. */
  private find<T extends { id: string }>(
    rows: () => Promise<readonly T[]>,
    id: string,
    profileId: string,
    scope: CommandScope,
  ): Thenable<T | undefined> {
    const findRow = async () => (await rows()).find((row) => row.id === id);
    const title = vscode.l10n.t('Opening link…');
    return withWindowProgress(
      title,
      async () => (await findRow()) ?? ((await this.tryRenew(profileId, scope)) ? findRow() : undefined),
    );
  }

  /** Whether the server knows the profile, which is up to date then. An account that came meanwhile is not asked. */
  private async tryRenew(profileId: string, scope: CommandScope): Promise<boolean> {
    if (!scope.isCurrent()) {
      return false;
    }
    try {
      await this.deps.changes.renew(profileId);
    } catch (error) {
      if (!isFailure(error, 'notFound', 'forbidden', 'invalidInput')) {
        throw error;
      }
      return false;
    }
    return scope.isCurrent();
  }
}

function showMissing(sentence: string): void {
  void showWarning(sentence);
}
