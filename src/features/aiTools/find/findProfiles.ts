import * as vscode from 'vscode';
import type { JsonObject } from '../../../api/decode';
import { foldedTerms, foldText } from '../../../support/foldText';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedId, quotedIfAny } from '../../../ui/tools/quoted';
import { readTool, type Tool, type ToolAnswer, type ToolCall } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import { failureFact } from '../../../ui/tools/toolFailure';
import { profileSources, type FoundProfile, type ProfileModule } from './profileSources';

/** What a model asks for: names with all of these words, in these modules. */
interface Wanted {
  text: string;
  modules: readonly ProfileModule[];
}

/** How many profiles an answer has. */
const MAX_PROFILES = 40;

const allModules = ['distribution', 'build', 'publish', 'store'] as const satisfies readonly ProfileModule[];

/** `appcircle_findProfiles`: profiles of every module by words of their names. */
export function findProfiles(): Tool {
  return readTool<Wanted>({
    parse,
    running: ({ text }) =>
      text.trim() === ''
        ? vscode.l10n.t('Listing Appcircle profiles')
        : vscode.l10n.t('Looking for Appcircle profiles: {0}', text),
    run: find,
  });
}

function parse(input: JsonObject): Wanted {
  const { text = '', modules = allModules } = input.raw;
  if (typeof text !== 'string' || text.length > 200) {
    throw new ToolInputError(
      vscode.l10n.t('Send "text" as a text of at most 200 characters, or leave it out.'),
    );
  }
  const known = Array.isArray(modules) ? allModules.filter((name) => modules.includes(name)) : [];
  if (!Array.isArray(modules) || known.length === 0 || known.length < new Set(modules).size) {
    throw new ToolInputError(
      vscode.l10n.t('Send "modules" as a list of {0}, or leave it out.', allModules.join(', ')),
    );
  }
  return { text, modules: known };
}

/** Asks all modules at once. One that fails is said as such; only where all fail the call does. */
async function find({ text, modules }: Wanted, { scope, signal }: ToolCall): Promise<ToolAnswer> {
  const sources = profileSources.filter(({ module }) => modules.includes(module));
  const ends = await Promise.allSettled(sources.map(({ list }) => list(scope.client, signal)));
  const failures = ends.flatMap((end, index) =>
    end.status === 'rejected' ? [{ source: sources[index], reason: end.reason as unknown }] : [],
  );
  const [first] = failures;
  if (first && failures.length === sources.length) {
    throw first.reason;
  }
  const found = ends.flatMap((end) => (end.status === 'fulfilled' ? matching(end.value, text) : []));
  return {
    profiles: boundedList(found.map(factsOf), MAX_PROFILES),
    ...(failures.length > 0 && {
      notSearched: failures.map(({ source, reason }) => ({
        module: source?.module,
        platform: source?.platform,
        ...failureFact(reason),
      })),
    }),
  };
}

/** Those with all the words; a name that is the words themselves first. */
function matching(profiles: readonly FoundProfile[], text: string): FoundProfile[] {
  const terms = foldedTerms(text);
  const whole = foldText(text);
  const hits = profiles.filter((profile) => {
    const folded = foldText(`${profile.name} ${profile.appId ?? ''}`);
    return terms.every((term) => folded.includes(term));
  });
  return [
    ...hits.filter(({ name }) => foldText(name) === whole),
    ...hits.filter(({ name }) => foldText(name) !== whole),
  ];
}

function factsOf({ module, platform, id, name, appId, version, lastAt }: FoundProfile): ToolAnswer {
  return {
    module,
    id: quotedId(id),
    name: quoted(name),
    platform,
    appId: quotedIfAny(appId),
    newestVersion: quotedIfAny(version, 60),
    lastActivity: lastAt === undefined ? undefined : new Date(lastAt).toISOString(),
  };
}
