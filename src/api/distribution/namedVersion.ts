import { foldText } from '../../support/foldText';
import type { AppVersion } from './appVersion';
import type { DistributionProfile } from './profiles';

/**
 * The profiles that somebody means who has an id or a name: by the id, else those of exactly that name, else those that
 * have it in theirs. Names are folded.
 */
export function profilesCalled(
  profiles: readonly DistributionProfile[],
  wanted: string,
): readonly DistributionProfile[] {
  const folded = foldText(wanted.trim());
  const byId = profiles.filter(({ id }) => foldText(id) === folded);
  const byName = profiles.filter(({ name }) => foldText(name) === folded);
  const within = profiles.filter(({ name }) => folded !== '' && foldText(name).includes(folded));
  return byId.length > 0 ? byId : byName.length > 0 ? byName : within;
}

/** Whether a text is an id of the API's: then nobody has to be asked for names. */
export function looksLikeId(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text.trim());
}

/**
 * The versions that somebody means, in their order: by the id, by `3.1.4 (318)`, by `3.1.4`, by the build number. All of
 * them without a word, or for the newest, which is the first.
 */
export function versionsCalled(versions: readonly AppVersion[], wanted: string): readonly AppVersion[] {
  const text = foldText(wanted.trim());
  if (text === '' || text === 'newest' || text === 'latest') {
    return versions;
  }
  const byId = versions.filter(({ id }) => foldText(id) === text);
  const byBoth = versions.filter(({ version = '', code = '' }) => foldText(`${version} (${code})`) === text);
  const byVersion = versions.filter(({ version = '' }) => foldText(version) === text.replace(/^v(?=\d)/, ''));
  const byCode = versions.filter(({ code = '' }) => foldText(code) === text);
  return [byId, byBoth, byVersion, byCode].find((found) => found.length > 0) ?? [];
}
