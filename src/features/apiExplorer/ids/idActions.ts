import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { ScopeSource } from '../../../account/commandScope';
import { parseRequests } from '../../../api/request/parse/parse';
import type { HttpRequest } from '../../../api/request/request';
import { operationShowing, operationsTaking } from '../../../api/request/resolve/idOperations';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { Descriptions } from '../descriptions/descriptions';
import { writeValue } from '../flows/writeValue';
import { detailsIn, Operations, type ListedOperation } from '../operations/operations';
import type { DocumentOrigins } from '../requests/documentOrigins';
import { openRequest, requestText } from '../requests/newRequest';
import { idPlaces } from '../requests/requestIds';
import { requestPlace, type RequestPlace } from '../requests/requestPlace';
import { requestSource } from '../requests/requestSource';
import type { RequestValues } from '../requests/requestValues';
import type { Sender } from '../requests/sender';
import { useValue } from '../responses/responseActions';
import type { ResponseDocuments } from '../responses/responseDocuments';
import { operationName } from '../tree/apiItems';
import type { IdArgument } from './idLinks';

/** What is done with ids. */
export interface IdActionDeps extends ScopeSource {
  readonly descriptions: Descriptions;
  readonly origins: DocumentOrigins;
  readonly responses: ResponseDocuments;
  readonly sender: Sender;
  readonly values: RequestValues;
}

interface IdAction extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/**
 * Offers what can be done with an id of a request or a response: show it, open it in the dashboard, make a request with
 * it, set it, copy it. Only what applies is there. Nothing is sent before one was chosen.
 */
export async function showIdActions(argument: unknown, deps: IdActionDeps): Promise<void> {
  const given = (argument ?? {}) as Partial<IdArgument>;
  const { name, value, account: owner, uri = '', offset = 0 } = given;
  if (typeof name !== 'string' || typeof value !== 'string' || typeof owner !== 'string') {
    return;
  }
  const scope = await beginCommand(deps);
  if (!scope) {
    return;
  }
  if (scope.account.id !== owner) {
    await vscode.env.clipboard.writeText(value);
    void showInformation(vscode.l10n.t('{0} belongs to another account. It was only copied.', name));
    return;
  }
  const id = { name, value, account: owner, uri, offset };
  const chosen = await showPick(actionsOn(id, scope.account, deps), {
    title: vscode.l10n.t('Appcircle: Use {0}', name),
    placeHolder: value,
    matchOnDescription: true,
  });
  if (chosen && scope.isCurrent()) {
    await chosen.run();
  }
}

async function actionsOn(id: IdArgument, account: Account, deps: IdActionDeps): Promise<IdAction[]> {
  const { name, value } = id;
  const { values } = deps;
  const operations = new Operations(deps.descriptions);
  const listed = (await Promise.all([operations.loadAll().catch(() => []), operations.loadBundled()])).flat();
  const own = uniqueByCall(listed);
  const byKey = new Map(own.map((one) => [one.operation, one]));
  const summaries = own.map(({ operation }) => operation);
  const showing = operationShowing(name, value, summaries);
  const taking = operationsTaking(name, value, summaries).flatMap(({ operation, parameter }) => {
    const found = byKey.get(operation);
    return found ? [{ listed: found, parameter }] : [];
  });
  const dashboard = dashboardPath(id, deps);
  const place = ownPlace(id, deps);
  const action = (icon: string, label: string, description: string, run: () => unknown): IdAction => ({
    label,
    description,
    iconPath: new vscode.ThemeIcon(icon),
    run,
  });
  return [
    ...(showing?.path !== undefined && mayAsk(id, deps)
      ? [
          action('eye', vscode.l10n.t('Show'), `GET ${showing.path}`, () =>
            show(showing.path ?? '', account, deps),
          ),
        ]
      : []),
    ...(dashboard === undefined
      ? []
      : [
          action('link-external', vscode.l10n.t('Open in Dashboard'), '', () =>
            vscode.env.openExternal(vscode.Uri.parse(account.hosts.dashboard + dashboard)),
          ),
        ]),
    ...(taking.length > 0
      ? [
          action('add', vscode.l10n.t('New Request…'), countText(taking.length), () =>
            newRequest(id, taking, account, deps),
          ),
        ]
      : []),
    ...(place
      ? [action('edit', vscode.l10n.t('Set in Request'), nameOf(place), () => writeValue(place, name, value))]
      : []),
    action('pin', vscode.l10n.t('Use as {0}', name), vscode.l10n.t('In every request that needs it'), () =>
      useValue(id, values, deps.sessions),
    ),
    action('copy', vscode.l10n.t('Copy'), '', () => vscode.env.clipboard.writeText(value)),
  ];
}

/** The server's own operations come first; what is publicly known adds what they have not. */
function uniqueByCall(listed: readonly ListedOperation[]): ListedOperation[] {
  const calls = new Map<string, ListedOperation>();
  for (const one of listed) {
    const call = `${one.operation.method} ${one.operation.path.replace(/\{[^{}]*\}/g, '{}')}`;
    calls.set(call, calls.get(call) ?? one);
  }
  return [...calls.values()];
}

/** Nothing is asked of the server for a document of a workspace that is not trusted. */
function mayAsk({ uri }: IdArgument, { origins }: IdActionDeps): boolean {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return !document || !origins.isUntrusted(document);
}

async function show(path: string, account: Account, { sender }: IdActionDeps): Promise<void> {
  const request: HttpRequest = {
    method: 'GET',
    path,
    query: [],
    headers: [['Accept', 'application/json']],
    body: undefined,
  };
  await sender.send({ request, source: undefined, text: requestSource(request), foreign: false, account });
}

async function newRequest(
  { name, value }: IdArgument,
  taking: readonly { readonly listed: ListedOperation; readonly parameter: string }[],
  account: Account,
  { values }: IdActionDeps,
): Promise<void> {
  const chosen = await showPick(
    taking.map(({ listed, parameter }) => ({
      label: operationName(listed.operation),
      description: [listed.operation.method, listed.operation.path].join(' '),
      listed,
      parameter,
    })),
    {
      title: vscode.l10n.t('Appcircle: New API Request'),
      placeHolder: vscode.l10n.t('Choose what to do with {0}', name),
      matchOnDescription: true,
    },
  );
  if (!chosen) {
    return;
  }
  const { description } = await chosen.listed.module.load();
  const details = detailsIn(description, chosen.listed.operation.key);
  if (details) {
    await values.pick(account, [[chosen.parameter, value]]);
    await openRequest(requestText(description, details));
  }
}

/** What the dashboard is known to have a page for (api/README 1.1, A). */
function dashboardPath(id: IdArgument, deps: IdActionDeps): string | undefined {
  const path = pathAround(id, deps);
  if (!/^profileId$/i.test(id.name) || !/^[\w-]{1,64}$/.test(id.value)) {
    return undefined;
  }
  if (/^\/?distribution\//.test(path)) {
    return `/distribute/detail/${encodeURIComponent(id.value)}`;
  }
  return /^\/?build\//.test(path) ? `/build/detail/${encodeURIComponent(id.value)}` : undefined;
}

/** The path of the request that an id is in, or whose response it is in. */
function pathAround({ uri, offset }: IdArgument, { responses }: IdActionDeps): string {
  const shown = responses.of(uri);
  const place = shown ? undefined : requestPlace({ uri, offset });
  const segments = place?.request.segments ?? [];
  return (
    shown?.request.path ??
    segments.map(({ pieces: [first] }) => (first && 'text' in first ? first.text : '')).join('/')
  );
}

/** The request that a response came of, or another of its document, where it takes an id of this name. */
function ownPlace({ uri, name }: IdArgument, { responses }: IdActionDeps): RequestPlace | undefined {
  const source = responses.of(uri)?.source;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === source);
  if (!document || source === undefined) {
    return undefined;
  }
  const text = document.getText();
  const request = parseRequests(text).requests.find((one) =>
    idPlaces(one, text).some((place) => place.name === name),
  );
  return request && requestPlace({ uri: source, offset: request.line.start });
}

function nameOf({ request: { name, method } }: RequestPlace): string {
  return name ?? method;
}

function countText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 operation') : vscode.l10n.t('{0} operations', count);
}
