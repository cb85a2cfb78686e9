import * as vscode from 'vscode';
import type { OpenVariable } from '../../../api/request/resolve/openValues';
import { isSecretName } from '../../../support/redaction/secretNames';
import { askText } from '../../../ui/dialogs/askText';

/** `back` is the question before. */
type Typed = { readonly text: string } | 'back';

/**
 * Asks for the values of variables that have none, one box after another, the last value of each proposed (R39). An
 * optional one may stay blank. Undefined when the person closed a box: then nothing is sent.
 */
export async function askValues(
  variables: readonly OpenVariable[],
  lastOf: (name: string) => string | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  const typed = new Map<string, string>();
  for (let at = 0; at < variables.length;) {
    const variable = variables[at];
    if (!variable) {
      break;
    }
    const { name } = variable;
    const end = await askValue(variable, typed.get(name) ?? lastOf(name) ?? '', at, variables.length);
    if (end === undefined) {
      return undefined;
    }
    if (end === 'back') {
      at--;
    } else {
      typed.set(name, end.text);
      at++;
    }
  }
  return typed;
}

function askValue(
  { name, optional }: OpenVariable,
  value: string,
  at: number,
  count: number,
): Promise<Typed | undefined> {
  return askText<Typed>({
    title: vscode.l10n.t('Appcircle: Value of {0}', name),
    prompt: optional
      ? vscode.l10n.t('Enter a value, or leave this empty to send the text {0}', `{{${name}}}`)
      : vscode.l10n.t('The document has no value for {0}. Enter the one to send.', name),
    value,
    password: isSecretName(name),
    ...(count > 1 && { step: at + 1, totalSteps: count }),
    ...(at > 0 && { back: 'back' as const }),
    accept: (text) =>
      Promise.resolve(
        text === '' && !optional ? { refused: vscode.l10n.t('Enter a value.') } : { done: { text } },
      ),
  });
}
