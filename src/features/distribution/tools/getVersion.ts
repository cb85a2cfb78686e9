import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { versionsCalled } from '../../../api/distribution/namedVersion';
import type { Platform } from '../../../api/distribution/profiles';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedId } from '../../../ui/tools/quoted';
import { readTool, type Tool, type ToolAnswer } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import { findProfile } from './findProfile';
import { aboutVersion, versionInShort } from './versionFacts';

interface VersionInput {
  readonly profile: string;
  /** Empty for the newest. */
  readonly version: string;
  readonly platform: Platform | undefined;
}

const MAX_OTHERS = 15;

/** `appcircle_getVersion`: a version of testing distribution, and who got it. The server is asked each time. */
export function getVersionTool(): Tool {
  return readTool<VersionInput>({
    parse: (input) => {
      const profile = input.text('profile')?.trim() ?? '';
      const platform = input.text('platform')?.trim().toLowerCase();
      const version = input.text('version')?.trim() ?? input.number('version')?.toString() ?? '';
      if (profile === '') {
        throw new ToolInputError('Send "profile": the name or ID of a profile of testing distribution.');
      }
      if (platform !== undefined && platform !== 'ios' && platform !== 'android') {
        throw new ToolInputError('Send "platform" as "ios" or "android", or leave it out.');
      }
      return { profile, version, platform };
    },
    running: ({ profile }) => l10n.t('Reading versions of {0}', profile.slice(0, 100)),
    run: async ({ profile: wanted, version, platform }, { scope: { client }, signal, now }) => {
      const found = await findProfile(client, wanted, signal);
      if ('candidates' in found) {
        return candidatesFacts(found.candidates);
      }
      const ofPlatform = found.versions.filter((one) => platform === undefined || one.platform === platform);
      const [chosen, ...others] = versionsCalled(ofPlatform, version);
      return {
        profile: profileInShort(found.profile),
        ...(chosen
          ? versionsFacts(chosen, others, now)
          : missingFacts(found.versions, ofPlatform.length > 0 ? version : (platform ?? ''))),
      };
    },
  });
}

/** What a profile is told by: its id is what other tools take. */
export function profileInShort({ id, name }: DistributionProfile): ToolAnswer {
  return { id: quotedId(id), name: quoted(name, 120) };
}

/** Nobody knows which one was meant. */
function candidatesFacts(candidates: readonly DistributionProfile[]): ToolAnswer {
  return {
    found: false,
    profiles: boundedList(candidates.map(profileInShort), MAX_OTHERS),
    next:
      candidates.length === 0
        ? 'No profile of testing distribution is called so. Find it by appcircle_findProfiles, or ask the person.'
        : 'Several profiles fit. Call again with the ID of one, or ask the person which is meant.',
  };
}

function versionsFacts(chosen: AppVersion, others: readonly AppVersion[], now: number): ToolAnswer {
  return {
    version: aboutVersion(chosen, now),
    ...(others.length > 0 && {
      otherVersions: boundedList(others.map(versionInShort), MAX_OTHERS),
      otherVersionsNote:
        'Older ones that fit as well, the newest first. Send the ID of one as "version" to see it.',
    }),
  };
}

function missingFacts(versions: readonly AppVersion[], wanted: string): ToolAnswer {
  return {
    found: false,
    versions: boundedList(versions.map(versionInShort), MAX_OTHERS),
    next:
      versions.length === 0
        ? 'The profile has no versions yet.'
        : wanted === ''
          ? 'The profile has no version that fits.'
          : 'The profile has no such version. Send the ID of one of these as "version".',
  };
}
