import type { FailureKind } from '../../../src/api/failure';
import type { End } from './cell';
import type { Body, FaultColumn } from './faults';
import type { Manner, Operation } from './operation';

/** What a status means with an answer of Appcircle's own. */
const statusKinds: Readonly<Record<number, readonly FailureKind[]>> = {
  400: ['invalidInput'],
  // Which of them it is lies with what the window knows of other requests.
  401: ['expiredSession', 'refusedRequest'],
  403: ['forbidden'],
  404: ['notFound'],
  405: ['methodNotAllowed'],
  409: ['conflict'],
  410: ['notFound'],
  413: ['invalidInput'],
  429: ['rateLimited'],
  431: ['invalidInput'],
  451: ['invalidInput'],
  500: ['serverFault'],
  502: ['serverFault'],
  503: ['serverFault'],
  511: ['foreignResponse'],
};

/** Where a status means something else. */
const statusesOf: Readonly<Partial<Record<Manner, Readonly<Record<number, readonly End[]>>>>> = {
  exchange: { 400: ['rejectedCredential'], 401: ['rejectedCredential'], 403: ['rejectedCredential'] },
  exchangeApiKey: { 401: ['rejectedCredential'] },
  // There is none.
  log: { 404: ['ok'] },
  artifacts: { 404: ['ok'] },
  // The older request does it.
  cancel: { 404: ['ok'], 405: ['ok'], 410: ['ok'] },
  // There is no session: the address is no longer good.
  store: { 401: ['forbidden'] },
  download: { 401: ['forbidden'] },
};

/** Storages may lead elsewhere. */
const ofStorage = { store: ['unreadableAnswer'], download: ['unreadableAnswer'], trial: ['unfit'] } as const;

/** JSON that is none of ours: whoever needs something out of it fails, whoever needs nothing goes on. */
const otherShape: readonly End[] = ['ok', 'unreadableAnswer', 'unfit'];

/** A token for whoever asks for one. */
const ofToken = { all: otherShape, exchange: ['ok'], exchangeApiKey: ['ok'] } as const;

/** What everything else means: to all, and to those who read no JSON or look at no answer. */
const endings: Readonly<Record<string, Readonly<Partial<Record<Manner | 'all', readonly End[]>>>>> = {
  delay: { all: ['ok'] },
  reset: { all: ['offline'], trial: ['unreachable'] },
  hang: { all: ['timeout'], trial: ['unreachable'] },
  // Answers without a body cannot be cut.
  'cut off': {
    all: ['unreadableAnswer'],
    write: ['unreadableAnswer', 'ok'],
    store: ['unreadableAnswer', 'ok', 'invalidInput'],
    trial: ['unreachable', 'unfit'],
  },
  stall: {
    all: ['timeout'],
    write: ['timeout', 'ok'],
    store: ['timeout', 'ok'],
    trial: ['unreachable', 'unfit'],
  },
  packed: { all: ['ok'] },
  // Neither an answer without a body nor a file is packed.
  'packed, cut off': {
    all: ['unreadableAnswer'],
    write: ['unreadableAnswer', 'ok'],
    store: ['ok'],
    download: ['ok'],
    artifacts: ['ok'],
    trial: ['ok'],
  },
  'stream, cut off': { all: ['unreadableAnswer'], trial: ['unfit'] },
  'stream, stall': { all: ['timeout'], trial: ['unfit'] },
  'page, 200': { all: ['foreignResponse'], text: ['ok'], trial: ['unfit'] },
  'other content type': { all: ['ok'] },
  'too large': { all: ['unreadableAnswer'], store: ['ok'], download: ['ok'], trial: ['unfit'] },
  'too large, announced': { all: ['unreadableAnswer'], store: ['ok'], download: ['ok'], trial: ['unfit'] },
  // Followed by those who read, and nothing is there.
  'redirect, same host': {
    all: ['foreignResponse'],
    read: ['notFound'],
    task: ['notFound'],
    link: ['notFound'],
    text: ['notFound'],
    log: ['ok'],
    artifacts: ['ok'],
    ...ofStorage,
  },
  'redirect, other host': { all: ['foreignResponse'], ...ofStorage, download: ['notFound'] },
  'redirect, nowhere': { all: ['foreignResponse'], ...ofStorage },
  'redirect, loop': { all: ['foreignResponse'], ...ofStorage },
  'unknown coding': {
    all: ['unreadableAnswer'],
    text: ['ok'],
    store: ['ok'],
    download: ['ok'],
    trial: ['unfit'],
  },
  'broken coding': { all: ['unreadableAnswer'], trial: ['unreachable'] },
  'broken JSON': {
    all: ['unreadableAnswer'],
    text: ['ok'],
    log: ['ok'],
    // The queue tells what came of it.
    cancel: ['ok'],
    store: ['ok'],
    download: ['ok'],
    trial: ['unfit'],
  },
  'token without a sensible end': ofToken,
  'token that has ended': ofToken,
};

/** What a person's own request is shown, whatever it is. */
const shownAll = new Set(['page, 200', 'broken JSON', 'unknown coding']);

/** How an operation may end that meets a fault. */
export function expectedEnds({ manner }: Operation, column: FaultColumn): readonly End[] {
  const { name, status } = column;
  const isShown = manner === 'shownRead' || manner === 'shownWrite';
  if (isShown && (status !== undefined || shownAll.has(name) || name.startsWith('redirect'))) {
    return ['ok'];
  }
  if (status !== undefined) {
    return manner === 'trial' ? trialOf(column) : failuresOf(manner, status, column.body);
  }
  const known = endings[name];
  return known?.[manner] ?? known?.all ?? otherShape;
}

/** What is not Appcircle's word says nothing of a key, a role or a path: only that something is in the way, or busy. */
function failuresOf(manner: Manner, status: number, body: Body | undefined): readonly End[] {
  const own = statusesOf[manner]?.[status] ?? statusKinds[status] ?? [];
  const isOfAnybody = status === 429 || status >= 500;
  // Storages speak as they like, but for pages.
  const isForeign = body === 'page' || (body === 'text' && manner !== 'store' && manner !== 'download');
  // Where a description is looked for, there may be a page that says that there is none.
  const isNothing = manner === 'text' && [404, 405, 410].includes(status);
  return isForeign && !isOfAnybody && !isNothing ? ['foreignResponse'] : own;
}

function trialOf({ status = 0, body }: FaultColumn): readonly End[] {
  if (body === 'page') {
    return ['unfit'];
  }
  return [status === 401 || status === 403 ? 'refused' : status >= 500 ? 'unreachable' : 'unfit'];
}

/** Attempts of one request. */
const ATTEMPTS: Readonly<Partial<Record<Manner, number>>> = {
  read: 3,
  task: 3,
  text: 3,
  download: 3,
  store: 6,
};

const REDIRECTS = 5;

/** How often an operation may ask at most where it meets a fault: whoever writes asks once. */
export function mostRequests({ manner }: Operation, { name, status }: FaultColumn): number {
  const isWrite = manner === 'write' || manner === 'shownWrite';
  const isExchange = manner === 'exchange' || manner === 'exchangeApiKey';
  if (isWrite || isExchange) {
    // R14: a 401 did nothing. A host that does not know a path is asked by an older one.
    return status === 401 && isWrite ? 2 : manner === 'exchange' && isUnknownPath(status) ? 2 : 1;
  }
  const once = name.startsWith('redirect') ? 1 + REDIRECTS : status === 401 ? 2 : attemptsOf(manner, name);
  // A task is asked for once more after an answer that says nothing, and until its time is over.
  return manner === 'task' ? (status === undefined ? Math.max(2 * once, 20) : 2 * once) : once;
}

function attemptsOf(manner: Manner, name: string): number {
  // What a person sends, and a link, are asked for again only where the connection was lost.
  const isLost = name === 'reset' || name.endsWith('cut off');
  return ATTEMPTS[manner] ?? (isLost && manner !== 'trial' ? 3 : 1);
}

function isUnknownPath(status: number | undefined): boolean {
  return status !== undefined && [404, 405, 410].includes(status);
}

/** Buttons of each kind of failure. */
export const remedies: Readonly<Partial<Record<End, readonly string[]>>> = {
  rejectedCredential: ['Replace Key', 'Retry'],
  expiredSession: ['Replace Key', 'Retry'],
  forbidden: ['Switch Account', 'Retry'],
  notFound: ['Retry', 'Show Log'],
  conflict: ['Retry', 'Show Log'],
  refusedRequest: ['Retry', 'Show Log'],
  methodNotAllowed: ['Retry', 'Show Log'],
  foreignResponse: ['Retry', 'Open in Browser', 'Show Log'],
  invalidInput: ['Retry', 'Show Log'],
  rateLimited: ['Retry', 'Show Log'],
  offline: ['Retry', 'Show Log'],
  timeout: ['Retry', 'Show Log'],
  serverFault: ['Retry', 'Show Log'],
  unreadableAnswer: ['Retry', 'Show Log'],
};
