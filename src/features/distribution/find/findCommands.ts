import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { AccountList } from '../../../ui/lists/accountList';
import type { ListView } from '../../../ui/lists/listView';
import { askFilter } from './askFilter';
import { loadProfiles } from './loadProfiles';
import type { PickProfile } from '../deps';
import type { ProfileArrangement } from './profileArrangement';
import { noFilter, type ProfileFilter } from './profileFilter';
import { askOrder } from './askOrder';

/** Finds profiles: by name at once, by what they have, and in the order that is wanted. */
export class FindCommands {
  constructor(
    private readonly source: ScopeSource,
    private readonly list: AccountList<DistributionProfile>,
    private readonly view: ListView<DistributionProfile>,
    private readonly arrangement: ProfileArrangement,
    private readonly pick: PickProfile,
  ) {}

  async goTo(): Promise<void> {
    const profile = await this.pick({ title: vscode.l10n.t('Appcircle: Go to Profile') });
    await (profile && this.view.reveal(profile.id));
  }

  async filter(): Promise<void> {
    const loaded = await loadProfiles(this.list, this.source);
    if (!loaded) {
      return;
    }
    const accepted = await askFilter({
      rows: loaded.rows,
      filter: this.arrangement.filter,
      preview: (wanted) => {
        this.show(wanted);
      },
    });
    await (accepted && this.arrangement.keep());
  }

  async clearFilter(): Promise<void> {
    this.show(noFilter);
    await this.arrangement.keep();
  }

  async sort(): Promise<void> {
    const order = await askOrder(this.arrangement.order);
    if (order) {
      await this.arrangement.sort(order);
      this.view.arrange();
    }
  }

  private show(filter: ProfileFilter): void {
    this.arrangement.preview(filter);
    this.view.arrange();
  }
}
