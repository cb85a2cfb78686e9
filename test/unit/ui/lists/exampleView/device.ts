import type { Account } from '../../../../../src/account/account';
import { getList, type ApiClient } from '../../../../../src/api/client';
import type { ListArrangement } from '../../../../../src/ui/lists/listArrangement';
import type { ViewDeps } from '../../../../../src/ui/lists/lazyView';

/** Ids that stand for those of a new view: one that is made up is in no manifest. */
export const View = { devices: 'appcircle.testingGroups' } as const;
export const Command = {
  copyDeviceId: 'appcircle.copyTestingGroupId',
  filterDevices: 'appcircle.filterProfiles',
  showMoreDevices: 'appcircle.showMoreGroups',
} as const;
export const ViewCommandIds = { devices: Object.values(Command) };

/** What the view lists. */
export interface Device {
  readonly id: string;
  /** Untrusted text. */
  readonly name: string;
}

/** What the view takes. */
export interface DevicesDeps extends ViewDeps {
  clientFor: (account: Account) => ApiClient;
}

/** Shows what has a text in its name. */
export class NameFilter implements ListArrangement<Device> {
  text: string | undefined;
  readonly clear = { label: 'Clear Filter', icon: 'clear-all', command: Command.filterDevices };

  apply(rows: readonly Device[]): readonly Device[] {
    return rows.filter(({ name }) => name.includes(this.text ?? ''));
  }

  describeFilter(): string | undefined {
    return this.text;
  }

  showAll(): void {
    this.text = undefined;
  }
}

/** `GET devices/v1/devices`, as a file of `src/api` reads a list. */
export function listDevices(client: ApiClient, signal: AbortSignal): Promise<Device[]> {
  return getList(client, { path: '/devices/v1/devices', signal }, (row) => {
    const [id, name] = [row.text('id'), row.text('name')];
    return id !== undefined && name !== undefined ? { id, name } : undefined;
  });
}
