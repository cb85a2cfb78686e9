import { l10n } from 'vscode';
import { Command, type CommandId } from '../../contributions';
import { foundIn, type Board } from './board';
import { nextInDistribution, nextInPublish, nextInStore } from './nextStep';

/** A command of another feature, and the row that it is run on, as its view gives it. */
export interface BoardStep {
  readonly command: CommandId;
  readonly row: unknown;
}

/** What each command in the title of a board does with what is on it; a sentence where there is nothing to do it with. */
export const boardSteps: Readonly<Partial<Record<CommandId, (board: Board) => BoardStep | string>>> = {
  [Command.startBoardBuild]: ({ build, app }) => {
    const profile = foundIn(build)?.profile;
    return profile
      ? { command: Command.startBuild, row: { kind: 'buildProfile', id: profile.id, profile } }
      : l10n.t('No build profile of {0} is known.', app.id);
  },
  [Command.uploadBoardVersion]: ({ distribution, app }) => {
    const found = foundIn(distribution);
    if (!found) {
      return l10n.t('No distribution profile has a version of {0}.', app.id);
    }
    const { profile: row, versions } = found;
    const [version] = versions;
    return nextInDistribution(found) !== 'share'
      ? { command: Command.uploadVersion, row: { kind: 'row', row } }
      : {
          command: Command.shareVersion,
          row: { ...below({ kind: 'version', id: version.id, version }), row, parent: { kind: 'row', row } },
        };
  },
  [Command.startBoardPublish]: ({ publish, app }) => {
    const found = foundIn(publish);
    if (!found) {
      return l10n.t('No publish profile has the ID {0}.', app.id);
    }
    const { profile, version } = found;
    const command = publishCommands[nextInPublish(found)];
    return version && command !== Command.uploadPublishVersion
      ? { command, row: below({ kind: 'version', id: version.id, profile, version }) }
      : { command, row: below({ kind: 'profile', id: profile.id, profile }) };
  },
  [Command.publishBoardToStore]: ({ store, app }) => {
    const found = foundIn(store);
    if (!found) {
      return l10n.t('The Enterprise App Store has no version of {0}.', app.id);
    }
    const { profile, versions } = found;
    const [version] = versions;
    return nextInStore(found) === 'upload'
      ? { command: Command.uploadStoreVersion, row: { kind: 'row', row: profile } }
      : {
          command: Command.publishStoreVersion,
          row: { ...below({ kind: 'storeVersion', id: version.id, version }), row: profile },
        };
  },
};

/** What waits for somebody else is looked at. */
const publishCommands: Readonly<Record<ReturnType<typeof nextInPublish>, CommandId>> = {
  approve: Command.showPublishLog,
  wait: Command.showPublishLog,
  mark: Command.markReleaseCandidate,
  start: Command.startPublish,
  sign: Command.uploadPublishVersion,
  upload: Command.uploadPublishVersion,
};

function below(node: object): object {
  return { kind: 'below', node };
}
