import { Command } from '../../contributions';
import type { DistributionCommand } from './distribution';
import type { FindCommands } from './find/findCommands';
import type { LazyCommands } from './lazyCommands';
import type { ProfileRowCommands } from './tree/profileRowCommands';
import type { Versions } from './versions/versions';

/** Who does what the commands of the view are for. */
export interface CommandHandlers {
  finding: FindCommands;
  rows: ProfileRowCommands;
  versions: Versions;
  parts: LazyCommands;
  showMore: () => void;
}

/** Runs a command of the view on what it was called with: a row, a file, a link, or nothing. */
export async function runCommand(
  { finding, rows, versions, parts, showMore }: CommandHandlers,
  command: DistributionCommand,
  argument: unknown,
): Promise<void> {
  switch (command) {
    case Command.showMore:
      showMore();
      return;
    case Command.goToProfile:
      return finding.goTo();
    case Command.filterProfiles:
      return finding.filter();
    case Command.clearProfileFilter:
      return finding.clearFilter();
    case Command.sortProfiles:
      return finding.sort();
    case Command.copyProfileId:
      return rows.copyId(argument);
    case Command.copyProfileName:
      return rows.copyName(argument);
    case Command.openProfileInDashboard:
      return rows.openInDashboard(argument);
    case Command.showProfileAsJson:
      return rows.showAsJson(argument);
    case Command.showVersion:
      return versions.show(argument);
    case Command.showVersionAsJson:
      return versions.showAsJson(argument);
    case Command.copyVersionId:
      return versions.copyId(argument);
    case Command.compareVersions:
      return versions.compare(argument);
    case Command.uploadFile:
    case Command.uploadVersion:
      return (await parts.uploads()).upload(argument);
    case Command.downloadVersion:
      return (await parts.downloads()).download(argument);
    case Command.editReleaseNotes:
      return parts.editReleaseNotes(argument);
    case Command.createProfile:
      return (await parts.profiles()).create(argument);
    case Command.renameProfile:
      return (await parts.profiles()).rename(argument);
    case Command.pinProfile:
      return (await parts.profiles()).pin(argument);
    case Command.unpinProfile:
      return (await parts.profiles()).unpin(argument);
    case Command.deleteProfile:
      return (await parts.profiles()).remove(argument);
    case Command.setAutoSendGroups:
      return (await parts.profiles()).setGroups(argument);
    case Command.showProfile:
      return (await parts.profiles()).show(argument);
    case Command.copyLink:
      return (await parts.links()).copy(argument);
    case Command.openLink:
      return (await parts.links()).open(argument);
  }
}
