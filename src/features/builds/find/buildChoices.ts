import * as vscode from 'vscode';
import { currentScope, type ScopeSource } from '../../../account/commandScope';
import type { Branch, BuildProfile, UnderWayItem } from '../../../api/builds/model';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { BranchNode, BuildNode } from '../buildNodes';
import type { LiveBuilds } from '../rooms';
import { branchOf, buildOf, buildProfileOf, underWayOf } from '../rowArguments';
import type { BuildLists } from '../tree/buildLists';
import { itemsOfBranch, rowOfItem, withLive, type BuildRow } from '../tree/liveRows';
import { buildFacts, buildName } from '../tree/buildText';
import { buildStatusIcon } from '../tree/statusText';
import type { BuildPicks } from './buildPicks';
import { pickFromSections, type PickRow } from './pickRows';

/** What a command is run on, found in a row or asked for step by step. */
export type ChosenBranch = Pick<BranchNode, 'profile' | 'branch'>;

export interface BuildChoicesDeps extends ScopeSource {
  readonly lists: BuildLists;
  readonly live: Pick<LiveBuilds, 'underWay' | 'stateOf'>;
  readonly picks: BuildPicks;
}

/**
 * What a command of the Builds view was run on; asks for what a row does not tell (T13). Undefined when the person chose
 * nothing or the account left meanwhile. Fails as a request does.
 */
export class BuildChoices {
  constructor(private readonly deps: BuildChoicesDeps) {}

  chooseProfile(argument: unknown, title: string): Promise<BuildProfile | undefined> {
    const given = buildProfileOf(argument);
    return given ? Promise.resolve(given) : this.deps.picks.pickBuildProfile({ title });
  }

  async chooseBranch(argument: unknown, title: string): Promise<ChosenBranch | undefined> {
    const given = branchOf(argument);
    if (given) {
      return given;
    }
    const profile = await this.chooseProfile(argument, title);
    const branch = profile && (await this.deps.picks.pickBranch(profile, title));
    return branch && { profile, branch };
  }

  /** A build, or one that is under way: then with its place in the queue. `among`: only these. */
  async chooseBuild(
    argument: unknown,
    title: string,
    among: (node: BuildNode) => boolean = () => true,
  ): Promise<BuildNode | undefined> {
    const item = underWayOf(argument)?.item;
    if (item) {
      return this.findUnderWay(item);
    }
    const given = buildOf(argument);
    const chosen = given ? undefined : await this.chooseBranch(argument, title);
    return given ?? (chosen && this.pickBuild(chosen, title, among));
  }

  /** The build of a row of the queue's dashboard, which need not tell all that a list does. */
  async findUnderWay(item: UnderWayItem): Promise<BuildNode> {
    const { lists, live } = this.deps;
    const profiles = await lists.profiles.rows();
    const { profileId = '', profileName = '', branchName = '' } = item;
    const profile = profiles.find(({ id }) => id === profileId) ?? unlistedProfile(profileId, profileName);
    const branches = profileId === '' ? [] : await lists.branches.rowsOf(profileId).catch(() => []);
    const branch = branches.find(({ name }) => name === branchName) ?? unlistedBranch(branchName);
    return chosenNode({ profile, branch }, rowOfItem(item, live));
  }

  private async pickBuild(
    { profile, branch }: ChosenBranch,
    title: string,
    among: (node: BuildNode) => boolean,
  ): Promise<BuildNode | undefined> {
    const { lists, live } = this.deps;
    const scope = currentScope(this.deps);
    const builds = await withWindowProgress(vscode.l10n.t('Loading builds…'), () =>
      lists.builds.rowsOf({ profileId: profile.id, branchId: branch.id }),
    );
    if (!scope?.isCurrent()) {
      return undefined;
    }
    const rows = withLive(builds, itemsOfBranch(live, profile, branch), live)
      .map((row) => chosenNode({ profile, branch }, row))
      .filter(among)
      .map((node): PickRow<BuildNode> => ({
        value: node,
        label: buildName(node.build),
        description: buildFacts(node.build, Date.now()).shown.join(' · '),
        iconPath: buildStatusIcon(node.build.status),
      }));
    const placeHolder =
      rows.length === 0
        ? vscode.l10n.t('{0} has no builds to choose from', branch.name)
        : vscode.l10n.t('Choose a build of {0}', branch.name);
    const chosen = await pickFromSections([{ heading: branch.name, rows }], { title, placeHolder });
    return scope.isCurrent() ? chosen : undefined;
  }
}

/** As a command takes it; the tree has rows of its own. */
function chosenNode({ profile, branch }: ChosenBranch, { build, queueItemId }: BuildRow): BuildNode {
  return { kind: 'build', id: build.id, profile, branch, build, queueItemId };
}

/** A profile that the list does not have, such as one of a sub-organization. */
function unlistedProfile(id: string, name: string): BuildProfile {
  return {
    id,
    name,
    pinned: false,
    platform: undefined,
    repositoryName: undefined,
    lastBuildAt: undefined,
    raw: {},
  };
}

function unlistedBranch(name: string): Branch {
  return { id: '', name, lastBuildAt: undefined, status: undefined };
}
