import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { failureOfStatus } from '../../../api/classify';
import type { ApiClient } from '../../../api/client';
import { Failure } from '../../../api/failure';
import type { OperationSummary } from '../../../api/openapi/model';
import type { ParsedRequest } from '../../../api/request/document';
import { percentDecode, encodePathText, encodeValue, isDotSegment } from '../../../api/request/encoding';
import { isLiteral } from '../../../api/request/parse/pieces';
import { targetOf } from '../../../api/request/target';
import { setVariable } from '../../../api/request/write/setVariable';
import { templateSegments } from '../../../api/request/template';
import { valueSource, type IdUse } from '../../../api/request/resolve/valueSources';
import { rowsIn, type NamedRow } from '../../../api/response/namedRows';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { idPlaces } from './requestIds';
import { applyEdit, requestPlace, type RequestPlace } from './requestPlace';

/** Whom picking asks for, and where it looks. */
export interface PickDeps extends Pick<CommandScope, 'client' | 'isCurrent'> {
  operations: readonly OperationSummary[];
}

/** Lists within lists: a build is one of a commit of a branch of a profile. */
const MAX_DEPTH = 5;

/** The rows come from a server that may be slow; a longer wait than this nobody makes for a list. In milliseconds. */
const LIST_TIMEOUT = 30_000;

/**
 * Lets a person choose an id of a request by the name of what it stands for, and writes it into the document. What
 * the list needs first, and has no value yet, is chosen first. Gives what was chosen, nothing when the person closed
 * a pick, or another account became the active one: its ids are others.
 */
export async function pickValue(
  deps: PickDeps,
  place: RequestPlace,
  name: string,
): Promise<ReadonlyMap<string, string>> {
  const { document, request } = place;
  const picked = new Map<string, string>();
  if (!idPlaces(request, document.getText()).some((id) => id.name === name)) {
    return picked;
  }
  const value = await choose(deps, useOf(request, name), valuesIn(place), picked, MAX_DEPTH);
  if (value === undefined) {
    return new Map();
  }
  await write(place, name, value);
  // What was chosen on the way is what the other variables of the same request stand for.
  for (const [other, chosen] of picked) {
    const variable = place.parsed.variables.get(other);
    if (variable?.value.length === 0) {
      await applyEdit(document, setVariable(document.getText(), other, chosen));
    }
  }
  return picked.set(name, value);
}

async function choose(
  deps: PickDeps,
  use: IdUse,
  known: ReadonlyMap<string, string>,
  picked: Map<string, string>,
  levels: number,
): Promise<string | undefined> {
  const source = valueSource(use, deps.operations);
  if (!source || levels === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No list is known to pick {0} from. Paste its value.', visibleText(use.name)),
    );
    return undefined;
  }
  const valueOf = async (name: string, pathBefore: string | undefined) => {
    const value =
      picked.get(name) ??
      known.get(name) ??
      (await choose(deps, { name, pathBefore, path: source.path }, known, picked, levels - 1));
    if (value !== undefined) {
      picked.set(name, value);
    }
    return value;
  };
  const path = await fillTemplate(source.path, valueOf);
  const query: Record<string, string> = {};
  for (const name of source.query) {
    const value = await valueOf(name, undefined);
    if (value === undefined) {
      return undefined;
    }
    query[name] = value;
  }
  return path === undefined ? undefined : pickRow(deps, use.name, { path, query }, source.property);
}

/** A template with the values of its ids; undefined when one of them was not chosen. */
async function fillTemplate(
  template: string,
  valueOf: (name: string, pathBefore: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  let path = '';
  let before = '';
  for (const parts of templateSegments(template)) {
    path += '/';
    const pathBefore = before;
    before += '/';
    for (const part of parts) {
      if ('text' in part) {
        path += encodePathText(part.text);
        before += part.text;
      } else {
        const value = await valueOf(part.parameter, pathBefore);
        if (value === undefined) {
          return undefined;
        }
        if (isDotSegment(value)) {
          // It would lead to another path.
          throw new Failure('invalidInput', { code: 'REFUSED_ADDRESS' });
        }
        path += encodeValue(value);
        before += `{${part.parameter}}`;
      }
    }
  }
  return path;
}

async function pickRow(
  { client, isCurrent }: PickDeps,
  name: string,
  request: { path: string; query: Record<string, string> },
  property: string | undefined,
): Promise<string | undefined> {
  if (!isCurrent()) {
    return undefined;
  }
  const abort = new AbortController();
  const rows = askRows(client, request, property, abort.signal);
  // The pick may be closed before the rows are there; whoever closed it wants to hear nothing of them.
  rows.catch(() => undefined);
  const title = vscode.l10n.t('Appcircle: Pick {0}', visibleText(name));
  const token = new vscode.CancellationTokenSource();
  const items = rows.then((found) =>
    isCurrent() ? found.map(itemOf) : Promise.reject(new Failure('cancelled')),
  );
  items.catch(() => {
    token.cancel();
  });
  const chosen = await vscode.window.showQuickPick(
    items.catch(() => []),
    {
      title,
      placeHolder: vscode.l10n.t('Type to search by name'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
    token.token,
  );
  if (chosen) {
    return isCurrent() ? chosen.id : undefined;
  }
  abort.abort();
  // A failure is told by the command; a person who closed the pick is told nothing (T5).
  await (token.token.isCancellationRequested ? rows : undefined);
  return undefined;
}

/** The rows of a list, from the account's own host alone: a redirect elsewhere is a failure. */
async function askRows(
  client: ApiClient,
  { path, query }: { path: string; query: Record<string, string> },
  property: string | undefined,
  signal: AbortSignal,
): Promise<NamedRow[]> {
  const { status, body } = await client.sendRaw({
    method: 'GET',
    target: targetOf({ method: 'GET', path, query: Object.entries(query), headers: [], body: undefined }),
    headers: [['Accept', 'application/json']],
    timeout: LIST_TIMEOUT,
    signal,
  });
  if (status >= 300) {
    throw failureOfStatus(status, { host: client.host });
  }
  try {
    return rowsIn(JSON.parse(new TextDecoder().decode(body)), property);
  } catch {
    throw new Failure('unreadableAnswer', { host: client.host, status });
  }
}

function itemOf({ id, name, detail }: NamedRow): vscode.QuickPickItem & { id: string } {
  return { id, label: withoutIcons(name), description: withoutIcons(detail) };
}

/** The name of an id, and the path before it as a template. */
function useOf({ segments }: ParsedRequest, name: string): IdUse {
  const template = segments.map(({ pieces }) =>
    pieces.map((piece) => (isLiteral(piece) ? piece.text : `{${piece.name}}`)).join(''),
  );
  const at = segments.findIndex(({ pieces }) =>
    pieces.some((piece) => !isLiteral(piece) && piece.name === name),
  );
  const path = `/${template.join('/')}`;
  return { name, path, pathBefore: at === -1 ? undefined : `/${template.slice(0, at).join('/')}` };
}

/** Values that the document gives its variables, as far as they are plain. */
function valuesIn({ parsed, request, document }: RequestPlace): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, { value }] of parsed.variables) {
    const text = value.map((piece) => (isLiteral(piece) ? piece.text : '')).join('');
    if (text !== '') {
      values.set(name, text);
    }
  }
  for (const { name, target } of idPlaces(request, document.getText())) {
    const text = 'start' in target ? document.getText().slice(target.start, target.end) : '';
    if (text !== '') {
      values.set(name, percentDecode(text) ?? text);
    }
  }
  return values;
}

/** In the text as it is now: it may have been typed in while the pick was open. */
async function write({ document, request }: RequestPlace, name: string, value: string): Promise<void> {
  const now = requestPlace({ uri: document.uri.toString(), offset: request.line.start });
  const target = now && idPlaces(now.request, document.getText()).find((id) => id.name === name)?.target;
  if (!target) {
    return;
  }
  await applyEdit(
    document,
    'variable' in target
      ? setVariable(document.getText(), name, value)
      : { ...target, text: encodeValue(value) },
  );
}
