/** The rows of every organization. Made when first asked for, then changed by what is asked of the sandbox. */
import type { Organization } from '../accounts';
import { makeBuilds, type BuildSizes, type Builds } from './builds';
import { befriendBuilds, befriendGroups, befriendProfile, befriendVersions } from './friendly';
import { makeProfile, type Profile } from './profiles';
import { AllSigning } from './signingTables';
import { Table } from './table';
import { makePublishData, type PublishData } from './publish';
import { makeTestingGroups, type TestingGroup } from './testingGroups';
import { makeVariableGroups, type VariableGroup } from './variables';
import { makeVersions, summaryOf, type AppVersion } from './versions';

/** When the newest version came that is published to stores. */
const newestPublished = Date.parse('2026-07-31T16:20:00.000Z');

export class Lists {
  private readonly profileTables = new Map<string, Table<Profile>>();
  /** Organizations whose profiles were made, by id. */
  private readonly owners = new Map<string, Organization>();
  private readonly groupTables = new Map<string, Table<TestingGroup>>();
  private readonly variableTables = new Map<string, Table<VariableGroup>>();
  /** By profile. */
  private readonly versionTables = new Map<string, Table<AppVersion>>();
  private readonly builds = new Map<string, Builds>();
  private readonly publishing = new Map<string, PublishData>();
  readonly signing: AllSigning;

  constructor(
    private readonly seed: number,
    /** How many profiles the first organization has. */
    private readonly profiles: number,
    private readonly names: 'friendly' | 'strange',
    /** Of what is built in root organizations. */
    private readonly buildSizes: BuildSizes,
    private readonly now: () => number,
  ) {
    this.signing = new AllSigning(seed, names, now);
  }

  profilesOf(organization: Organization): Table<Profile> {
    return (
      this.profileTables.get(organization.id) ??
      this.makeProfiles(organization, organization.isFirst ? this.profiles : organization.profiles)
    );
  }

  /** Makes and writes the profiles before anybody asks for them, and many builds as well. */
  warm(organization: Organization): void {
    this.profilesOf(organization).writeJson();
    if (this.buildSizes.profiles !== undefined) {
      this.buildsOf(organization);
    }
  }

  private buildProfilesOf({ organizationId }: Profile): Builds['profiles'] {
    const owner = this.owners.get(organizationId ?? '');
    return owner ? this.buildsOf(owner).profiles : [];
  }

  /** Puts `count` generated profiles in the place of those that are there. */
  makeProfiles(organization: Organization, count: number): Table<Profile> {
    this.owners.set(organization.id, organization);
    const owner = {
      organizationId: organization.id,
      organizationName: organization.name,
      testingGroupIds: this.testingGroupsOf(organization).rows.map(({ id }) => id),
    };
    return this.setProfiles(
      organization,
      Array.from({ length: count }, (_, index) =>
        this.named(makeProfile(this.seed, owner, index), (profile) => befriendProfile(profile, index)),
      ),
    );
  }

  setProfiles(organization: Organization, rows: readonly Profile[]): Table<Profile> {
    for (const { id } of [...(this.profileTables.get(organization.id)?.rows ?? []), ...rows]) {
      this.versionTables.delete(id);
    }
    const table = new Table(rows);
    this.profileTables.set(organization.id, table);
    return table;
  }

  /** A new profile has the name alone; everything else is as it is at the beginning. */
  createProfile(organization: Organization, id: string, name: string, createDate: string): Profile {
    const profiles = this.profilesOf(organization);
    const owner = {
      organizationId: organization.id,
      organizationName: organization.name,
      testingGroupIds: [],
    };
    // The first of the generated ones is empty: it has no version yet.
    const profile = { ...makeProfile(this.seed, owner, 0), id, name, createDate, updateDate: null };
    profiles.append(profile);
    return profile;
  }

  dropProfile(organization: Organization, id: string): void {
    this.profilesOf(organization).drop(id);
    this.versionTables.delete(id);
  }

  testingGroupsOf(organization: Organization): Table<TestingGroup> {
    return (
      this.groupTables.get(organization.id) ??
      this.setTestingGroups(
        organization,
        this.named(makeTestingGroups(this.seed, organization.id), befriendGroups),
      )
    );
  }

  setTestingGroups(organization: Organization, rows: readonly TestingGroup[]): Table<TestingGroup> {
    const table = new Table(rows);
    this.groupTables.set(organization.id, table);
    return table;
  }

  variableGroupsOf(organization: Organization): Table<VariableGroup> {
    const table =
      this.variableTables.get(organization.id) ?? new Table(makeVariableGroups(this.seed, organization));
    this.variableTables.set(organization.id, table);
    return table;
  }

  resetVariableGroups(): void {
    this.variableTables.clear();
  }

  /** Newest first. */
  versionsOf(profile: Profile): Table<AppVersion> {
    return (
      this.versionTables.get(profile.id) ??
      this.keepVersions(
        profile,
        this.named(makeVersions(this.seed, profile), (made) =>
          befriendVersions(made, profile, this.buildProfilesOf(profile)),
        ),
      )
    );
  }

  /** Puts these versions in the place of those that are there; the profile tells of its newest ones. */
  setVersions(organization: Organization, profile: Profile, rows: readonly AppVersion[]): void {
    this.keepVersions(profile, rows);
    this.profilesOf(organization).replace({ ...profile, ...summaryOf(rows) });
  }

  buildsOf(organization: Organization): Builds {
    const builds =
      this.builds.get(organization.id) ??
      this.named(makeBuilds(this.seed, organization, this.buildSizes), (made) =>
        befriendBuilds(made, this.now()),
      );
    this.builds.set(organization.id, builds);
    return builds;
  }

  publishOf(organization: Organization): PublishData {
    const isStrange = this.names === 'strange';
    // People look at what is new; tests at what is the same each time.
    const newest = isStrange ? newestPublished : this.now() - 3_600_000;
    const data =
      this.publishing.get(organization.id) ?? makePublishData(this.seed, organization, isStrange, newest);
    this.publishing.set(organization.id, data);
    return data;
  }

  /** Every password that stands in the settings of a profile that is there now. */
  passwords(): string[] {
    const found = [...this.profileTables.values()].flatMap(({ rows }) =>
      rows.map(({ settings }) => settings?.password).filter((password) => typeof password === 'string'),
    );
    return [...new Set(found)];
  }

  /** Keys and webhook secrets of build profiles that were made so far. */
  buildSecrets(): string[] {
    return [...this.builds.values()].flatMap(({ secrets }) => secrets);
  }

  /** Every value of a secret variable that is there now. */
  variableSecrets(): string[] {
    return [...this.variableTables.values()]
      .flatMap(({ rows }) => rows.flatMap(({ variables }) => variables ?? []))
      .map(({ isSecret, value }) => (isSecret ? value : undefined))
      .filter((value) => typeof value === 'string');
  }

  private named<T>(made: T, befriend: (made: T) => T): T {
    return this.names === 'friendly' ? befriend(made) : made;
  }

  private keepVersions(profile: Profile, rows: readonly AppVersion[]): Table<AppVersion> {
    const table = new Table(rows);
    this.versionTables.set(profile.id, table);
    return table;
  }
}
