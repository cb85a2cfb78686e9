import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import type { ParsedDocument, ReferenceUse, VariableUse } from '../../../api/request/document';
import { isReferenceUse } from '../../../api/request/parse/pieces';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestLanguageId } from '../../../contributions';
import { MASK, type Redactor } from '../../../support/redact';
import { isSecretName } from '../../../support/redaction/secretNames';
import { makeHint } from '../../../ui/documents/hints';
import type { RequestValues } from '../requests/requestValues';
import type { NamedResponses } from './namedResponses';
import type { DocumentChain } from './requestRun';

/** What hints are made of. */
export interface HintDeps {
  readonly sessions: SessionStore;
  readonly values: RequestValues;
  readonly named: NamedResponses;
  readonly redactor: Redactor;
}

const MAX_HINTS = 500;

/** Shows the values that a request takes from beside its document, each behind its place; secrets masked. */
export function registerRequestHints(deps: HintDeps): vscode.Disposable {
  const { sessions, values, named } = deps;
  const changes = new vscode.EventEmitter<void>();
  const fire = () => {
    changes.fire();
  };
  return vscode.Disposable.from(
    changes,
    sessions.onDidChange(fire),
    values.onDidChange(fire),
    named.onDidChange(fire),
    vscode.languages.registerInlayHintsProvider(
      { language: RequestLanguageId },
      {
        onDidChangeInlayHints: changes.event,
        provideInlayHints: (document, range) => hintsOf(deps, document, range),
      },
    ),
  );
}

async function hintsOf(
  deps: HintDeps,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<vscode.InlayHint[]> {
  const { account } = deps.sessions;
  if (!account) {
    return [];
  }
  const parsed = parseRequests(document.getText());
  const inRange = ({ end }: VariableUse) => range.contains(document.positionAt(end));
  const variables = openUses(parsed).filter(inRange);
  const references = referencesIn(parsed).filter(inRange);
  const chain = await chainFor(deps, document, parsed, account, references);
  const shown = [
    ...variables.map((use) => ({ use, text: pickedText(deps, account, use.name) })),
    ...references.map((use) => ({ use, text: chain && readText(chain, use, deps.redactor) })),
  ];
  return shown
    .flatMap(({ use, text }) =>
      text === undefined
        ? []
        : makeHint(document.positionAt(use.end), { text, tooltip: tooltipOf(use, text) }),
    )
    .slice(0, MAX_HINTS);
}

/** Loaded only where something was read of a response. */
async function chainFor(
  { named, values }: HintDeps,
  document: vscode.TextDocument,
  parsed: ParsedDocument,
  account: Account,
  references: readonly ReferenceUse[],
): Promise<DocumentChain | undefined> {
  if (references.length === 0 || !named.hasAny(account.id, document.uri.toString())) {
    return undefined;
  }
  const { chainOf } = await import('./requestRun');
  return chainOf({ document, parsed }, account, named, (name) => values.last(account.id, name));
}

function pickedText({ values, redactor }: HintDeps, { id }: Account, name: string): string | undefined {
  const value = values.picked(id, name);
  return value === undefined || !isSecretName(name) ? value && redactor.redact(value) : MASK;
}

function readText(chain: DocumentChain, { reference }: ReferenceUse, redactor: Redactor): string | undefined {
  const read = chain.ofReference(reference);
  return typeof read === 'string' ? undefined : read.shown(redactor);
}

function tooltipOf(use: VariableUse, text: string): string {
  return isReferenceUse(use)
    ? vscode.l10n.t('From the last response of {0}: {1}', use.reference.request, text)
    : vscode.l10n.t('Remembered for this workspace and account, not in the document: {0}', text);
}

/** Where a variable stands that has no value in the document. */
function openUses({ requests, variables }: ParsedDocument): VariableUse[] {
  return requests
    .flatMap(({ uses }) => uses)
    .filter(({ name }) => (variables.get(name)?.value.length ?? 0) === 0);
}

function referencesIn({ requests, variables }: ParsedDocument): ReferenceUse[] {
  const ofVariables = [...variables.values()].flatMap(({ value }) => value.filter(isReferenceUse));
  return [...ofVariables, ...requests.flatMap(({ references }) => references)];
}
