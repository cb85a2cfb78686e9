import * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import type { DistributionProfile } from '../../api/distribution';
import type { AccountList } from '../../ui/accountList';
import type { ListView } from '../../ui/listView';
import { signedIn } from '../../ui/signedIn';
import { askFilter } from './filterProfiles';
import type { PickProfile } from './needs';
import type { ProfileArrangement } from './profileArrangement';
import { noFilter, type ProfileFilter } from './profileFilter';
import { askOrder } from './sortProfiles';

/** Finds profiles: by name at once, by what they have, and in the order that is wanted. */
export class Finding {
  constructor(
    private readonly sessions: SessionStore,
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
    if (!(await signedIn(this.sessions))) {
      return;
    }
    const rows = await this.list.rows();
    const { filter } = this.arrangement;
    const accepted = await askFilter({
      rows,
      filter,
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
