import {
  configurationIn,
  urlsInList,
  members,
  partsInside,
  type PageConfiguration,
  type ConfigurationKind,
  type NamedUrl,
} from './configuration';
import { ScriptScanner } from './scriptScanner';

/** Far more than any page has; what comes after is not read. */
const MAX_NAMED_DOCUMENTS = 1000;

/** Calls that are handed a configuration, by the word before the bracket (api/README 10). */
const calls = ['SwaggerUIBundle', 'SwaggerUI', 'createApiReference', 'initialize', 'init'] as const;

/** Swashbuckle's variable, and that of swagger-ui-express, which may be anybody's by its name. */
const SWASHBUCKLE = 'configObject';
const EXPRESS = 'options';

/** Variables that calls are handed, and characters of their names. */
const MAX_VARIABLES = 20;
const MAX_VARIABLE_LENGTH = 60;

/** What a script names, in the order of its places. */
export interface ScriptDocuments {
  readonly named: readonly NamedUrl[];
  /** Addresses of configurations that name documents in turn (`configUrl` of springdoc). */
  readonly configurations: readonly string[];
  /** The script has a description in itself. */
  readonly embedded: boolean;
}

/**
 * The documents that a script hands to Swagger UI, Redoc or Scalar (api/README 10): an object literal, `JSON.parse` of a
 * string literal, or a variable that is one of them. Only literals are read; whatever else stands there is passed over.
 */
export function namedInScript(script: string): ScriptDocuments {
  const { found: direct, variables } = new ScriptReader(script, new Map([[SWASHBUCKLE, 'swaggerUi']])).read();
  // What a call is handed may be told before it or after.
  const byName = variables.size > 0 ? new ScriptReader(script, variables, false).read().found : [];
  const found = [...direct, ...byName];
  return {
    named: found.flatMap(({ named }) => named).slice(0, MAX_NAMED_DOCUMENTS),
    configurations: found.flatMap(({ configurations }) => configurations),
    embedded: found.some(({ embedded }) => embedded !== undefined),
  };
}

/** The description that stands in a script of swagger-ui-express, as text. */
export function descriptionInScript(script: string): string | undefined {
  const { found } = new ScriptReader(script, new Map()).read();
  const [place] = found.flatMap(({ embedded }) => (embedded ? [embedded] : []));
  return place && script.slice(place.start, place.end);
}

/** The documents of a JSON text: a list of them, as `documentUrls` beside a page answers it, or a configuration. */
export function namedInJson(json: string, kind: ConfigurationKind = 'swaggerUi'): ScriptDocuments {
  const scanner = new ScriptScanner(json);
  if (scanner.is('[')) {
    const named = urlsInList(scanner);
    return { named: scanner.kind === 'end' ? [] : named, configurations: [], embedded: false };
  }
  const configuration = scanner.is('{') ? configurationIn(scanner, kind) : undefined;
  return {
    named: configuration?.named ?? [],
    configurations: configuration?.configurations ?? [],
    embedded: false,
  };
}

/** Whether a text is a description: `openapi` or `swagger` at its top, in JSON or in YAML. */
export function isDescription(text: string): boolean {
  const scanner = new ScriptScanner(text);
  if (scanner.is('{')) {
    for (const key of members(scanner)) {
      if (key === 'openapi' || key === 'swagger') {
        return true;
      }
    }
    return false;
  }
  return !scanner.is('<') && /^\ufeff?(["']?)(?:openapi|swagger)\1[ \t]*:/m.test(text);
}

class ScriptReader {
  private readonly scanner: ScriptScanner;
  private readonly found: PageConfiguration[] = [];
  private readonly variables = new Map<string, ConfigurationKind>();
  private count = 0;

  /** Reads variables of these names, and what calls are handed, if that is wanted. */
  constructor(
    script: string,
    private readonly names: ReadonlyMap<string, ConfigurationKind>,
    private readonly readsCalls = true,
  ) {
    this.scanner = new ScriptScanner(script);
  }

  /** What was found, and the variables that calls are handed. */
  read(): { found: readonly PageConfiguration[]; variables: ReadonlyMap<string, ConfigurationKind> } {
    const { scanner } = this;
    let isOfRedoc = false;
    while (scanner.kind !== 'end' && this.count < MAX_NAMED_DOCUMENTS) {
      const call = this.readsCalls ? calls.find((name) => scanner.isWord(name)) : undefined;
      const [, named] = [...this.names].find(([name]) => scanner.isWord(name)) ?? [];
      const kind = named ?? (this.readsCalls && scanner.isWord(EXPRESS) ? 'express' : undefined);
      isOfRedoc = scanner.isWord('Redoc') || (isOfRedoc && (scanner.is('.') || call === 'init'));
      const isCall = call !== undefined && (call !== 'init' || isOfRedoc);
      scanner.next();
      if (kind !== undefined && scanner.is('=')) {
        scanner.next();
        this.take(this.value(kind));
      } else if (isCall && scanner.is('(')) {
        this.readArguments(call);
      }
    }
    return { found: this.found, variables: this.variables };
  }

  /** Redoc is handed an address first, Scalar of .NET the path of its page, and all of them a configuration. */
  private readArguments(call: (typeof calls)[number]): void {
    const kind = call === 'createApiReference' || call === 'initialize' ? 'scalar' : 'swaggerUi';
    let page: string | undefined;
    let nth = 0;
    for (const part of partsInside(this.scanner)) {
      if (kind === 'swaggerUi' && nth > 0) {
        // Only the first is a configuration.
        continue;
      }
      if (part.kind === 'string') {
        const text = part.text() ?? '';
        page ??= text;
        if (call === 'init' && nth === 0 && text !== '') {
          this.take({ named: [{ name: undefined, url: text }], configurations: [] });
        }
      } else if (part.kind === 'word' && !part.isWord('JSON')) {
        this.remember(part.text(), kind);
      } else {
        const found = this.value(kind);
        // Anything may be initialized; a page of Scalar is by its own path.
        if (call !== 'initialize') {
          this.take(found);
        } else if (page !== undefined && /^(?:\/|%2f)/i.test(page)) {
          this.take(found, page);
        }
      }
      nth++;
    }
  }

  private remember(name: string | undefined, kind: ConfigurationKind): void {
    const isNew = name !== undefined && name !== SWASHBUCKLE && name.length <= MAX_VARIABLE_LENGTH;
    if (isNew && this.variables.size < MAX_VARIABLES) {
      this.variables.set(name, kind);
    }
  }

  /** The configuration that begins at the current token. */
  private value(kind: ConfigurationKind): PageConfiguration | undefined {
    const { scanner } = this;
    if (scanner.is('{')) {
      return discardUnclosed(scanner, configurationIn(scanner, kind));
    }
    for (const part of ['JSON', '.', 'parse', '(']) {
      if (!scanner.isWord(part) && !scanner.is(part)) {
        return undefined;
      }
      scanner.next();
    }
    const json = new ScriptScanner((scanner.kind === 'string' ? scanner.text() : undefined) ?? '');
    return json.is('{') ? discardUnclosed(json, configurationIn(json, kind)) : undefined;
  }

  private take(found: PageConfiguration | undefined, page?: string): void {
    if (found) {
      const named = page === undefined ? found.named : found.named.map((one) => ({ ...one, page }));
      this.found.push({ ...found, named });
      this.count += named.length;
    }
  }
}

/** Nothing where the bracket that was read is never closed: a browser would not run that either. */
function discardUnclosed(scanner: ScriptScanner, found: PageConfiguration): PageConfiguration | undefined {
  return scanner.kind === 'end' ? undefined : found;
}
