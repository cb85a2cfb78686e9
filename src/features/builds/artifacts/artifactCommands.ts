import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { BuildArtifacts } from './buildArtifacts';

/** What is done with artifacts, loaded when a build is opened or one of these is run. */
export interface HasArtifacts {
  readonly artifacts: () => Promise<{
    readonly commands: Pick<BuildArtifacts, 'download' | 'downloadOne' | 'upload'>;
  }>;
}

/** On a row or on nothing. */
export const artifactCommands: ViewCommands<HasArtifacts> = {
  [Command.downloadArtifact]: async (view, argument) =>
    (await view.artifacts()).commands.downloadOne(argument),
  [Command.downloadArtifacts]: async (view, argument) => (await view.artifacts()).commands.download(argument),
  [Command.uploadArtifact]: async (view, argument) => (await view.artifacts()).commands.upload(argument),
};
