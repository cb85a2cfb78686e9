import type { Failure } from '../../../api/failure';
import type { ApiDescription, ReadOptions } from '../../../api/openapi/description';
import type { DescriptionChanges } from '../../../api/openapi/read/descriptionChanges';
import type { UnusableDescription } from '../../../api/openapi/read/unusableDescription';
import type { DescriptionText } from './descriptionTexts';
import type { ForeignDescriptionError } from './foreignDescriptionError';

/** Where a description comes from: the account's server, the setting, a file, or this extension. */
export type ModuleOrigin = 'server' | 'setting' | 'file' | 'own';

/** Why the description of a module cannot be shown. */
export type ModuleProblem = Failure | UnusableDescription | ForeignDescriptionError;

export interface LoadedModule {
  readonly description: ApiDescription;
  /** When the server last said that it is so, where it cannot be asked now; in milliseconds since 1970. */
  readonly staleSince: number | undefined;
}

/** One document of an API, loaded when it is first needed. */
export class ApiModule {
  private loading: Promise<LoadedModule> | undefined;
  /** The description, once it was read. */
  loaded: LoadedModule | undefined;
  /** What became of its operations since this machine last had it, once it is loaded. */
  changes: DescriptionChanges | undefined;

  /** `read` gives the text of the description; what it fails with is a `ModuleProblem`. */
  constructor(
    readonly id: string,
    readonly name: string,
    readonly origin: ModuleOrigin,
    private readonly read: () => Promise<DescriptionText>,
    /** Where it is used, and what it may be put together of. */
    private readonly options: Omit<ReadOptions, 'limits'> = {},
  ) {}

  /** The description. Callers at the same time share one request; a failure is forgotten, so that a retry asks anew. */
  load(): Promise<LoadedModule> {
    this.loading ??= this.readAndParse().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async readAndParse(): Promise<LoadedModule> {
    const { text, staleSince, url: address, before } = await this.read();
    const { readDescription } = await import('../../../api/openapi/description');
    const { place, ...options } = this.options;
    const whole = { ...options, place: { ...place, ...(address !== undefined && { address }) } };
    const description = await readDescription(await describingText(text, this.id), whole);
    if (before !== undefined) {
      // One that could not be read before has nothing to be compared with.
      const old = await readDescription(await describingText(before, this.id), whole).catch(() => undefined);
      const { compareDescriptions } = await import('../../../api/openapi/read/descriptionChanges');
      this.changes = old && compareDescriptions(old, description);
    }
    this.loaded = { description, staleSince };
    return this.loaded;
  }
}

/** The text itself, or what of it is the description where it is a script. */
async function describingText(text: string, address: string): Promise<string> {
  if (!/\.js(?:\?|$)/.test(address)) {
    return text;
  }
  const { descriptionInScript } = await import('../../../api/openapi/discover/namedDocuments');
  return descriptionInScript(text) ?? text;
}
