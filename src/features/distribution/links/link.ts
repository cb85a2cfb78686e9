/** What a link leads to. Ids alone: hosts and tokens come from the accounts that are signed in, never from a link (T9). */
export interface DistributionLink {
  /** Of the organization that the profile is in; undefined where the account that made the link knew of none. */
  organizationId: string | undefined;
  profileId: string;
  versionId?: string;
}

/** Ids of the API are GUIDs (api/README 3). Nothing in one needs escaping, wherever it is put. */
const ID = /^[\da-z_-]{1,64}$/i;

/**
 * `<scheme>://<extension>/distribution/<profile>[/<version>][?organization=<id>]`; undefined where an id is not like
 * one, so that no link is made which would not open.
 */
export function formatLink(scheme: string, extensionId: string, link: DistributionLink): string | undefined {
  const { organizationId, profileId, versionId } = link;
  const ids = [profileId, ...(versionId === undefined ? [] : [versionId])];
  if (![...ids, organizationId ?? profileId].every((id) => ID.test(id))) {
    return undefined;
  }
  const query = organizationId === undefined ? '' : `?organization=${encodeURIComponent(organizationId)}`;
  return `${scheme}://${extensionId}/distribution/${ids.map(encodeURIComponent).join('/')}${query}`;
}

/**
 * The other way round, from the decoded parts of an address. Whoever can show a page can make a person click on one,
 * so all that is not exactly a link is none: undefined. Of the query the organization alone is read, whatever else
 * there is.
 */
export function parseLink({ path, query }: { path: string; query: string }): DistributionLink | undefined {
  const [root, area, profileId, versionId, ...rest] = path.split('/');
  const organizations = new URLSearchParams(query).getAll('organization');
  const [organizationId] = organizations;
  const ids = [profileId, ...(versionId === undefined ? [] : [versionId]), ...organizations];
  if (
    root !== '' ||
    area !== 'distribution' ||
    profileId === undefined ||
    rest.length > 0 ||
    organizations.length > 1 ||
    !ids.every((id) => id !== undefined && ID.test(id))
  ) {
    return undefined;
  }
  return { organizationId, profileId, ...(versionId !== undefined && { versionId }) };
}
