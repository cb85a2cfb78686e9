import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** Would make a test's result depend on the machine: proxies, extra certificates, settings of an outer VS Code or npm. */
const ofTheMachine =
  /^(NODE_EXTRA_CA_CERTS|NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR|(HTTPS?|ALL|NO|FTP)_PROXY)$/i;
const ofAnOuterProcess =
  /^(VSCODE_|ELECTRON_|npm_|INIT_CWD$|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_ENV$|APPCIRCLE_)/i;

type Environment = Record<string, string | undefined>;

/**
 * For a VS Code under test whose home is to hold nothing of a person: their shell's start-up files may take a minute, or
 * a lock that a shell which a test ends never gives back.
 */
export function emptyHome(folder: string): Environment {
  const home = path.join(folder, 'home');
  mkdirSync(home, { recursive: true });
  return { HOME: home };
}

/** The environment of a VS Code under test: the same on every machine. */
export function testEnvironment(extra: Environment = {}): Environment {
  return { ...without(ofTheMachine, ofAnOuterProcess), ...hostVariables, ...extra };
}

/** The environment of a VS Code that a person works in: their proxy and certificates stay. */
export function personalEnvironment(extra: Environment = {}): Environment {
  return { ...without(ofAnOuterProcess), ...hostVariables, ...extra };
}

const hostVariables = {
  // Set and empty: an address on this machine is then opened as it is, not rewritten to /proxy/<port>.
  VSCODE_PROXY_URI: '',
  // No Marketplace: nothing is looked up there, and nothing updates itself.
  EXTENSIONS_GALLERY: '{}',
};

function without(...patterns: readonly RegExp[]): Environment {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !patterns.some((pattern) => pattern.test(name))),
  );
}
