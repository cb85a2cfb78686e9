import { l10n } from 'vscode';
import { Command, type CommandId } from '../../contributions';
import { foundIn, type Board } from './board';

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
    const row = foundIn(distribution)?.profile;
    return row
      ? { command: Command.uploadVersion, row: { kind: 'row', row } }
      : l10n.t('No distribution profile has a version of {0}.', app.id);
  },
  [Command.startBoardPublish]: ({ publish, app }) => {
    const found = foundIn(publish);
    if (!found) {
      return l10n.t('No publish profile has the ID {0}.', app.id);
    }
    const { profile, version } = found;
    return version
      ? { command: Command.startPublish, row: below({ kind: 'version', id: version.id, profile, version }) }
      : { command: Command.uploadPublishVersion, row: below({ kind: 'profile', id: profile.id, profile }) };
  },
  [Command.publishBoardToStore]: ({ store, app }) => {
    const found = foundIn(store);
    if (!found) {
      return l10n.t('The Enterprise App Store has no version of {0}.', app.id);
    }
    const { profile, versions } = found;
    const [version] = versions;
    return version.channel === 'live'
      ? { command: Command.uploadStoreVersion, row: { kind: 'row', row: profile } }
      : {
          command: Command.publishStoreVersion,
          row: { ...below({ kind: 'storeVersion', id: version.id, version }), row: profile },
        };
  },
};

function below(node: object): object {
  return { kind: 'below', node };
}
