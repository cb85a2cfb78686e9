import * as vscode from 'vscode';
import { Failure } from '../../../api/failure';
import type { OperationSummary } from '../../../api/openapi/model';
import type { ParsedRequest } from '../../../api/request/document';
import { percentDecode, encodePathText, encodeValue, isDotSegment } from '../../../api/request/encoding';
import { isLiteral } from '../../../api/request/parse/pieces';
import { templateSegments } from '../../../api/request/template';
import { valueSource, type IdUse } from '../../../api/request/resolve/valueSources';
import { showInformation } from '../../../ui/dialogs/notifications';
import { offerTrust } from './confirmSend';
import { pickRow, type ListDeps } from './pickRow';
import { idPlaces } from './requestIds';
import type { RequestPlace } from './requestPlace';

/** Whom picking asks, and where it looks. */
export interface PickDeps extends ListDeps {
  loadOperations: () => Promise<readonly OperationSummary[]>;
  /** What was picked before, for the ids that the document leaves blank. */
  picked: (name: string) => string | undefined;
}

/** Lists within lists: a build is one of a commit of a branch of a profile. */
const MAX_DEPTH = 5;

/**
 * Lets a person choose an id of a request by the name of what it stands for. What the list needs first, and has no value
 * yet, is chosen first. Gives what was chosen, nothing when the person closed
 * a pick, or another account became the active one: its ids are others. Lists are asked with what the document says, so
 * they pass the gate of Send: none is asked for a document of a workspace that is not trusted.
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
  if (deps.origins.isUntrusted(document)) {
    await offerTrust();
    return picked;
  }
  const choice: Choice = {
    deps,
    document,
    operations: await deps.loadOperations(),
    known: valuesIn(place, deps.picked),
    picked,
  };
  const value = await choose(choice, useOf(request, name), MAX_DEPTH);
  if (value === undefined) {
    return new Map();
  }
  return picked.set(name, value);
}

/** What is the same for every list on the way to a value. */
interface Choice {
  readonly deps: PickDeps;
  readonly document: vscode.TextDocument;
  readonly operations: readonly OperationSummary[];
  readonly known: ReadonlyMap<string, string>;
  readonly picked: Map<string, string>;
}

async function choose(choice: Choice, use: IdUse, levels: number): Promise<string | undefined> {
  const { deps, document, operations, known, picked } = choice;
  const source = valueSource(use, operations);
  if (!source || levels === 0) {
    void showInformation(vscode.l10n.t('There is no list to pick {0} from. Paste the value.', use.name));
    return undefined;
  }
  const valueOf = async (name: string, pathBefore: string | undefined) => {
    const value =
      picked.get(name) ??
      known.get(name) ??
      (await choose(choice, { name, pathBefore, path: source.path }, levels - 1));
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
  return path === undefined ? undefined : pickRow(deps, document, use.name, { path, query }, source.property);
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

/** Values of the document's variables as far as they are plain, and what was picked for those that are blank. */
function valuesIn(
  { parsed, request, document }: RequestPlace,
  picked: PickDeps['picked'],
): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, { value }] of parsed.variables) {
    const text =
      value.length === 0 ? picked(name) : value.map((piece) => (isLiteral(piece) ? piece.text : '')).join('');
    if (text !== undefined && text !== '') {
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
