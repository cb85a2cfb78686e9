/** What of package.json the registries look at, its texts put in. */
export interface PublishedManifest {
  readonly name?: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly license?: string;
  readonly icon?: string;
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  readonly galleryBanner?: { readonly color?: string; readonly theme?: string };
}

/** More keywords the Marketplace refuses when it is too late to see that here. */
const MAX_KEYWORDS = 30;
const MAX_TEXT = 255;
const MAX_DESCRIPTION = 2048;
const MAX_COLOR = 16;

/** Names of publishers and extensions that both registries take. */
const name = /^[a-z0-9][a-z0-9-]*$/i;
const version = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
/** Control characters, those that format or part lines, and what Unicode has no character for. */
const unseen = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u;

/**
 * What Open VSX refuses when it is sent a package, and the Marketplace, too, in most: a sentence each. `files` are those
 * that are packed. Neither registry can be asked beforehand, and `ovsx` itself checks the license alone.
 * (Source: ExtensionValidator and PublishExtensionVersionHandler of Open VSX; validation of vsce.)
 */
export function refusedByRegistries(manifest: PublishedManifest, files: readonly string[]): string[] {
  const { icon = '', galleryBanner: banner = {}, keywords = [], categories = [] } = manifest;
  const named: Record<string, string | undefined> = {
    publisher: manifest.publisher,
    name: manifest.name,
  };
  const texts: [field: string, value: string | undefined, most: number][] = [
    ['displayName', manifest.displayName, MAX_TEXT],
    ['description', manifest.description, MAX_DESCRIPTION],
    ['license', manifest.license, MAX_TEXT],
    ['galleryBanner.color', banner.color, MAX_COLOR],
    ...[...keywords, ...categories].map((text): [string, string, number] => [text, text, MAX_TEXT]),
  ];
  const packed = (pattern: RegExp) => files.some((file) => pattern.test(file));
  const problems: [boolean, string][] = [
    ...Object.entries(named).map(([field, value = '']): [boolean, string] => [
      !name.test(value) || value.length > MAX_TEXT,
      `The ${field} "${value}" is not allowed.`,
    ]),
    [!version.test(manifest.version ?? ''), `The version "${manifest.version ?? ''}" is not three numbers.`],
    ...texts.map(([field, value = '', most]): [boolean, string] => [
      value === '' || value.startsWith('%') || value.length > most || unseen.test(value),
      `The ${field} is missing, too long, or has a character that is not seen.`,
    ]),
    [keywords.length > MAX_KEYWORDS, `There are more than ${MAX_KEYWORDS} keywords.`],
    [!['dark', 'light'].includes(banner.theme ?? ''), 'The galleryBanner.theme is neither dark nor light.'],
    [/\.svg$/i.test(icon) || !files.includes(icon), 'The icon is an SVG or is not packed.'],
    [!packed(/^LICEN[CS]E(?:\.\w+)?$/i), 'No license is packed.'],
    [!packed(/^README\.md$/i), 'No README.md is packed.'],
    [!packed(/^CHANGELOG\.md$/i), 'No CHANGELOG.md is packed.'],
  ];
  return problems.filter(([isOne]) => isOne).map(([, problem]) => problem);
}
