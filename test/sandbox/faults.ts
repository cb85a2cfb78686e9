/**
 * Faults: which requests they meet, how often, and what they do. How they do it is in faultEffects.ts.
 */
import type { HostName } from './requestLog';

/** What happens to a request that meets the fault. `delayMs` comes before it. */
export type FaultEffect =
  /** Nothing but the delay; then the usual answer. */
  | { kind: 'delay' }
  /** The usual answer, once the fault is cleared. */
  | { kind: 'hold' }
  /** An answer of one's own. An object as `body` is sent as JSON, a text as it is. */
  | {
      kind: 'respond';
      status: number;
      body?: unknown;
      headers?: Record<string, string>;
      /** Seconds, or a date as HTTP writes it. */
      retryAfter?: number | string;
    }
  /** The connection is reset (RST) instead of an answer. */
  | { kind: 'reset' }
  /** No answer, ever. */
  | { kind: 'hang' }
  /** The usual answer, its length announced, cut after `keepBytes` (half of it where absent). */
  | { kind: 'truncate'; keepBytes?: number }
  /** The usual answer begins, and after `keepBytes` nothing more comes while the connection stays open. */
  | { kind: 'stall'; keepBytes?: number }
  /**
   * A web page, as from a proxy or a captive portal; status 200 where absent. It is called `contentType`, the type of a
   * page where absent and nothing where empty, and packed where that is wanted.
   */
  | { kind: 'html'; status?: number; contentType?: string; packed?: 'gzip' | 'br' }
  /** A line of text, as from a firewall; status 403 where absent. */
  | { kind: 'text'; status?: number }
  /** XML, as from a file storage or a gateway; status 403 where absent. */
  | { kind: 'xml'; status?: number }
  /** 405 with the methods that are allowed, and no body. */
  | { kind: 'notAllowed'; allow: string }
  /** The usual answer under another content type. */
  | { kind: 'contentType'; contentType: string }
  /**
   * The usual answer, packed with a list of codings (`gzip, br`), cut after `keepBytes` packed bytes as if that were all.
   * A coding that nobody knows is only named.
   */
  | { kind: 'coding'; coding: string; keepBytes?: number }
  /**
   * Pieces of a text, one every `everyMs` (0 where absent); `text/event-stream` where there is no type. Then it ends, or
   * the connection is cut, or nothing more comes.
   */
  | {
      kind: 'stream';
      pieces: string[];
      everyMs?: number;
      contentType?: string;
      status?: number;
      end?: 'cut' | 'stall';
    }
  /** A JSON array of `bytes` bytes, its length announced only when `announced`. */
  | { kind: 'oversize'; bytes: number; announced?: boolean }
  /** A redirect; status 302 where absent. */
  | { kind: 'redirect'; location: string; status?: number };

export type Fault = FaultEffect & {
  host?: HostName;
  method?: string;
  /** A prefix of the path; with `*` (within a segment) or `**` (any) a pattern for the whole path. */
  path?: string;
  /** How many requests it meets before it is spent; absent: until it is cleared. */
  times?: number;
  /** How many matching requests it lets pass first. */
  after?: number;
  delayMs?: number;
};

export type ArmedFault = Fault & { id: string; hits: number };

function pathMatcher(path: string | undefined): (actual: string) => boolean {
  const wanted =
    path === undefined || path.startsWith('/') || path.startsWith('*') ? (path ?? '') : `/${path}`;
  if (!wanted.includes('*')) {
    return (actual) => actual.startsWith(wanted);
  }
  const source = wanted
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`),
    )
    .join('');
  const pattern = new RegExp(`^${source}$`);
  return (actual) => pattern.test(actual);
}

interface ArmedEntry {
  readonly fault: ArmedFault;
  readonly matches: (path: string) => boolean;
  readonly cleared: AbortController;
  passed: number;
}

/** A fault that a request meets, and what is aborted when it is cleared. */
export interface MetFault {
  readonly fault: ArmedFault;
  readonly cleared: AbortSignal;
}

export class Faults {
  private armed: ArmedEntry[] = [];
  private count = 0;

  arm(fault: Fault): ArmedFault {
    this.count += 1;
    const armed = { ...fault, id: `fault-${this.count}`, hits: 0 };
    const cleared = new AbortController();
    this.armed.push({ fault: armed, matches: pathMatcher(fault.path), cleared, passed: 0 });
    return { ...armed };
  }

  list(): ArmedFault[] {
    return this.armed.map(({ fault }) => ({ ...fault }));
  }

  /** Clears one fault, or all. What is on hold goes on; what hangs keeps hanging. */
  clear(id?: string): void {
    const isMeant = ({ fault }: ArmedEntry): boolean => id === undefined || fault.id === id;
    const gone = this.armed.filter(isMeant);
    this.armed = this.armed.filter((entry) => !isMeant(entry));
    for (const { cleared } of gone) {
      cleared.abort();
    }
  }

  /** The fault that this request meets: the first that was armed and is not spent. Counts as a hit. */
  meet(host: HostName, method: string, path: string): MetFault | undefined {
    for (const entry of this.armed) {
      const { fault } = entry;
      const isMeant =
        (fault.host ?? host) === host &&
        (fault.method ?? method).toUpperCase() === method &&
        fault.hits < (fault.times ?? Infinity) &&
        entry.matches(path);
      if (isMeant && entry.passed < (fault.after ?? 0)) {
        entry.passed += 1;
      } else if (isMeant) {
        fault.hits += 1;
        return { fault, cleared: entry.cleared.signal };
      }
    }
    return undefined;
  }
}
