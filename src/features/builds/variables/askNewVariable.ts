import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import { isEnvironmentName } from '../../../api/variables/variableFile';
import type { EnvironmentVariable } from '../../../api/variables/variableGroups';
import type { NewVariable } from '../../../api/variables/variableWrites';
import { isSecretName } from '../../../support/redaction/secretNames';
import { askText, type SubmitResult, type ValidationMessage } from '../../../ui/dialogs/askText';
import { showPick } from '../../../ui/dialogs/picks';

type Submit = (variable: NewVariable, signal: AbortSignal) => Promise<SubmitResult<true>>;

/** Asks for name, kind and value of a new variable, and adds it. Undefined for Esc; its value is kept nowhere. */
export async function askNewVariable(
  title: string,
  groupName: string,
  known: () => readonly EnvironmentVariable[],
  submit: Submit,
): Promise<string | undefined> {
  const key = await askText<string>({
    title,
    prompt: l10n.t('Name of the new variable in {0}, such as API_URL.', groupName),
    step: 1,
    totalSteps: 3,
    validate: (text) => validateKey(text.trim(), known()),
    accept: (text) => Promise.resolve({ done: text.trim() }),
  });
  const isSecret = key && (await askKind(title, key));
  if (key === undefined || typeof isSecret !== 'boolean') {
    return undefined;
  }
  const rest = {
    title,
    step: 3,
    totalSteps: 3,
    accept: (value: string, signal: AbortSignal) => acceptValue({ key, value, isSecret }, signal, submit),
  };
  const added = isSecret
    ? await askText<true>({
        ...rest,
        prompt: l10n.t('Value of {0}. Appcircle keeps it secret, and it cannot be seen again.', key),
        password: true,
      })
    : await askText<true>({
        ...rest,
        prompt: l10n.t('Value of {0}. Everyone in the organization can see it.', key),
      });
  return added && key;
}

/** Asks for another value of a variable, and sets it. The one that a secret has is neither known nor shown. */
export function askVariableValue(
  title: string,
  { id: key, kind, value: before }: EnvironmentVariable,
  submit: Submit,
): Promise<true | undefined> {
  const isSecret = kind === 'secret';
  const rest = {
    title,
    accept: (value: string, signal: AbortSignal) => acceptValue({ key, value, isSecret }, signal, submit),
  };
  if (isSecret) {
    return askText<true>({
      ...rest,
      prompt: l10n.t('New value of {0}. The current one is secret and is not shown.', key),
      password: true,
    });
  }
  // A box keeps its lines in one.
  const hasLines = /[\r\n]/.test(before);
  return askText<true>({
    ...rest,
    prompt: hasLines
      ? l10n.t('New value of {0}. The current one has several lines and is not shown here.', key)
      : l10n.t('New value of {0}.', key),
    value: hasLines ? '' : before,
  });
}

function acceptValue(
  variable: NewVariable,
  signal: AbortSignal,
  submit: Submit,
): Promise<SubmitResult<true>> {
  return variable.isSecret && variable.value === ''
    ? Promise.resolve({ refused: l10n.t('Enter a value.') })
    : submit(variable, signal);
}

/** Builds read them as shells do. The server wants three characters where it changes one (api/README 2.3, B). */
function validateKey(key: string, known: readonly EnvironmentVariable[]): ValidationMessage | undefined {
  if (!isEnvironmentName(key)) {
    return { severity: 'error', text: l10n.t('Use letters, digits, and underscores. Start with a letter.') };
  }
  return known.some(({ id }) => id === key)
    ? { severity: 'error', text: l10n.t('A variable named {0} already exists.', key) }
    : undefined;
}

async function askKind(title: string, key: string): Promise<boolean | undefined> {
  const rows: (QuickPickItem & { isSecret: boolean })[] = [
    { isSecret: false, label: l10n.t('Text'), iconPath: new ThemeIcon('symbol-variable') },
    { isSecret: true, label: l10n.t('Secret'), iconPath: new ThemeIcon('lock') },
  ];
  // What its name says it is comes first.
  const chosen = await showPick(isSecretName(key) ? rows.reverse() : rows, {
    title,
    placeHolder: l10n.t('How is the value of {0} kept?', key),
    ignoreFocusOut: true,
  });
  return chosen?.isSecret;
}
