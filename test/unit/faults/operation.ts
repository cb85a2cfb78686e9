import type { HostName } from '../../sandbox/requestLog';
import type { FaultFixture } from './faultFixture';

/** How an operation speaks, which decides what a fault means to it and how often it asks. */
export type Manner =
  /** Reads JSON: tried again after a passing fault, follows redirects. */
  | 'read'
  /** Writes JSON: once. */
  | 'write'
  /** A task of the server: asked for until it has ended. */
  | 'task'
  /** Reads one link by the same way as a person's request. */
  | 'link'
  /** A person's own request: every answer is shown. */
  | 'shownRead'
  | 'shownWrite'
  /** Trades a Personal Access Key or an API key, or renews with one. */
  | 'exchange'
  | 'exchangeApiKey'
  /** A signed address, without a token. */
  | 'store'
  | 'download'
  /** Reads a log, of which 404 says that there is none, or artifacts, which are a zip. */
  | 'log'
  | 'artifacts'
  /** Cancels a build: by an older request where the newer one is not known, and looks at what came of it. */
  | 'cancel'
  /** Reads a description. */
  | 'text'
  /** Tries an MCP server: says how it went, and fails never. */
  | 'trial';

/** Something that the extension does, by one request that a fault meets. */
export interface Operation {
  readonly name: string;
  readonly manner: Manner;
  readonly host: HostName;
  readonly method: string;
  /** As `Fault.path`. */
  readonly path: string;
  /** What comes before the fault is there. */
  readonly prepare?: (fixture: FaultFixture) => Promise<unknown>;
  readonly run: (fixture: FaultFixture) => Promise<unknown>;
}

export const api = (
  manner: Manner,
  name: string,
  method: string,
  path: string,
  run: Operation['run'],
  prepare?: Operation['prepare'],
): Operation => ({ name, manner, host: 'api', method, path, run, ...(prepare && { prepare }) });

/** A list that was shown before: whether its rows are kept is looked at afterwards. */
export const list = (name: string, path: string, ask: Parameters<FaultFixture['listOf']>[0]): Operation =>
  api(
    'read',
    name,
    'GET',
    path,
    ({ list }) => list?.refresh() ?? Promise.reject(new Error('no list')),
    (fixture) => fixture.listOf(ask),
  );
