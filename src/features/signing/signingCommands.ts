import { Command } from '../../contributions';
import type { SelectionKinds, ViewCommands } from '../../ui/lists/lazyView';
import type { RowMeanings } from '../../ui/lists/rowCommands';
import type { SigningFindCommands } from './find/signingFindCommands';
import type { SigningReminders } from './reminders/signingReminders';
import type { SigningMoreNode } from './signingNodes';
import type { SigningRowCommands } from './signingRowCommands';
import type { SigningTree } from './tree/signingTree';
import type { IdentityUploads } from './upload/identityUploads';

/** As much of the view as its commands are run on. */
interface SigningCommandTarget {
  readonly rows: Pick<SigningTree, 'showMore'>;
  readonly find: SigningFindCommands;
  readonly rowCommands: SigningRowCommands;
  readonly reminders: SigningReminders;
  readonly uploads: () => Promise<IdentityUploads>;
}

/** What each command of the view does. */
export const signingCommands: ViewCommands<SigningCommandTarget> = {
  [Command.clearSigningFilter]: ({ find }) => find.clearFilter(),
  [Command.copySigningIdentityId]: ({ rowCommands }, argument) => rowCommands.copyId(argument),
  [Command.copySigningIdentityName]: ({ rowCommands }, argument) => rowCommands.copyName(argument),
  [Command.deleteSigningIdentity]: ({ rowCommands }, argument) => rowCommands.remove(argument),
  [Command.filterSigningIdentities]: ({ find }) => find.filter(),
  [Command.goToSigningIdentity]: ({ find }, argument) => find.goTo(argument),
  [Command.setSigningReminders]: ({ reminders }) => reminders.choose(),
  [Command.showMoreSigningIdentities]: ({ rows }, node) => {
    rows.showMore(node as SigningMoreNode);
  },
  [Command.showSigningIdentityAsJson]: ({ rowCommands }, argument) => rowCommands.showAsJson(argument),
  [Command.uploadSigningIdentity]: async ({ uploads }, argument) => (await uploads()).upload(argument),
};

/** What the commands of the menu of a row are here. */
export const signingRows: RowMeanings = {
  signingIdentity: {
    [Command.copyRowId]: Command.copySigningIdentityId,
    [Command.copyRowName]: Command.copySigningIdentityName,
    [Command.deleteRow]: Command.deleteSigningIdentity,
    [Command.showRowAsJson]: Command.showSigningIdentityAsJson,
  },
};

/** Commands of the palette that take the selected row where they are run on nothing. */
export const signingSelection: SelectionKinds = {
  [Command.copySigningIdentityId]: 'signingIdentity',
  [Command.copySigningIdentityName]: 'signingIdentity',
  [Command.showSigningIdentityAsJson]: 'signingIdentity',
};
