import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { BuildsTree } from '../tree/buildsTree';
import type { Repositories } from '../workspace/repositories';
import { askBuildFilter } from './askBuildFilter';
import type { BuildArrangement } from './buildArrangement';
import { noBuildFilter, type BuildFilter } from './buildFilter';
import type { BuildPicks } from './buildPicks';

/** Finds builds: by profile at once, and by what they have. */
export class BuildFindCommands {
  constructor(
    private readonly source: ScopeSource,
    private readonly picks: BuildPicks,
    private readonly arrangement: BuildArrangement,
    private readonly tree: Pick<BuildsTree, 'draw' | 'reveal'>,
    private readonly repositories: Pick<Repositories, 'load' | 'active'>,
  ) {}

  async goTo(): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Go to Build Profile');
    const profile = await this.picks.pickBuildProfile({ title });
    await (profile && this.tree.reveal(profile));
  }

  async filter(): Promise<void> {
    const scope = await beginCommand(this.source);
    if (!scope) {
      return;
    }
    await this.repositories.load();
    const accepted = await askBuildFilter({
      filter: this.arrangement.filter,
      head: this.repositories.active?.head,
      preview: (wanted) => {
        this.show(wanted);
      },
    });
    await (accepted && this.arrangement.keep());
  }

  async clearFilter(): Promise<void> {
    this.show(noBuildFilter);
    await this.arrangement.keep();
  }

  private show(filter: BuildFilter): void {
    this.arrangement.preview(filter);
    this.tree.draw();
  }
}
