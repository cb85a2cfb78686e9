/**
 * The rows of every organization. Made when first asked for, and kept as bytes too: a list of 100,000 profiles is
 * written into JSON once, not at each request.
 */
import type { Organization } from '../accounts';
import { makeProfile, type Profile } from './profiles';
import { makeTestingGroups, type TestingGroup } from './testingGroups';

/** Rows and their JSON. */
export interface StoredList<Row> {
  rows: readonly Row[];
  /** The bare array, as Appcircle answers when no paging is asked for (appcircle-api 3, "Pagination"). */
  json: Buffer;
}

function store<Row>(rows: readonly Row[]): StoredList<Row> {
  return { rows, json: Buffer.from(`[${rows.map((row) => JSON.stringify(row)).join(',')}]`) };
}

export class Lists {
  private readonly profileLists = new Map<string, StoredList<Profile>>();
  private readonly groupLists = new Map<string, StoredList<TestingGroup>>();

  constructor(
    private readonly seed: number,
    /** How many profiles the first organization has. */
    private readonly profiles: number,
  ) {}

  profilesOf(organization: Organization): StoredList<Profile> {
    return (
      this.profileLists.get(organization.id) ??
      this.makeProfiles(organization, organization.isFirst ? this.profiles : organization.profiles)
    );
  }

  /** Puts `count` generated profiles in the place of those that are there. */
  makeProfiles(organization: Organization, count: number): StoredList<Profile> {
    const owner = {
      organizationId: organization.id,
      organizationName: organization.name,
      testingGroupIds: this.testingGroupsOf(organization).rows.map(({ id }) => id),
    };
    return this.setProfiles(
      organization,
      Array.from({ length: count }, (_, index) => makeProfile(this.seed, owner, index)),
    );
  }

  setProfiles(organization: Organization, rows: readonly Profile[]): StoredList<Profile> {
    const list = store(rows);
    this.profileLists.set(organization.id, list);
    return list;
  }

  testingGroupsOf(organization: Organization): StoredList<TestingGroup> {
    return (
      this.groupLists.get(organization.id) ??
      this.setTestingGroups(organization, makeTestingGroups(this.seed, organization.id))
    );
  }

  setTestingGroups(organization: Organization, rows: readonly TestingGroup[]): StoredList<TestingGroup> {
    const list = store(rows);
    this.groupLists.set(organization.id, list);
    return list;
  }

  /** Every password that stands in the settings of a profile that was made so far. */
  passwords(): string[] {
    const found = [...this.profileLists.values()].flatMap(({ rows }) =>
      rows.map(({ settings }) => settings?.password).filter((password) => typeof password === 'string'),
    );
    return [...new Set(found)];
  }
}
