import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import type { FileVariable } from '../../../api/variables/variableFile';
import type { EnvironmentVariable } from '../../../api/variables/variableGroups';
import type { NewVariable } from '../../../api/variables/variableWrites';
import { isSecretName } from '../../../support/redaction/secretNames';
import { showPick } from '../../../ui/dialogs/picks';

/** What an import would do with a variable of the file. */
export type ImportState = 'new' | 'changed' | 'secret' | 'same' | 'file';

/** A variable that is to be written. */
export interface ImportedVariable extends NewVariable {
  /** Whether the group has it already. */
  readonly isKnown: boolean;
}

interface PreviewRow extends QuickPickItem {
  readonly variable: ImportedVariable;
  readonly state: ImportState;
}

/** What becomes of a variable where the group has these. A secret cannot be compared: it is replaced. */
export function importStateOf(
  { key, value }: FileVariable,
  known: readonly EnvironmentVariable[],
): ImportState {
  const there = known.find(({ id }) => id === key);
  if (!there) {
    return 'new';
  }
  if (there.kind !== 'text') {
    return there.kind;
  }
  return there.value === value ? 'same' : 'changed';
}

/**
 * Shows what is new, changed and the same, and lets a person choose what is written; then which of the new ones are kept
 * secret, those ticked whose names say so. Values stand in no row. Undefined for Esc.
 */
export async function previewImport(
  title: string,
  variables: readonly FileVariable[],
  known: readonly EnvironmentVariable[],
): Promise<readonly ImportedVariable[] | undefined> {
  const rows = variables.map((variable) => previewRow(variable, importStateOf(variable, known)));
  const chosen = await showPick(rows, {
    title,
    placeHolder: l10n.t('Select what to import'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  const wanted = chosen?.filter(({ state }) => state !== 'same' && state !== 'file');
  if (!wanted) {
    return undefined;
  }
  const added = wanted.filter(({ state }) => state === 'new').map(({ variable }) => variable);
  const secrets = added.length === 0 ? [] : await pickSecrets(title, added);
  return (
    secrets &&
    wanted.map(({ variable, state }) =>
      state === 'new' ? { ...variable, isSecret: secrets.includes(variable.key) } : variable,
    )
  );
}

function previewRow({ key, value, isSecret }: FileVariable, state: ImportState): PreviewRow {
  return {
    label: key,
    description: stateText(state),
    iconPath: new ThemeIcon(
      { new: 'add', changed: 'edit', secret: 'lock', same: 'check', file: 'file' }[state],
    ),
    picked: state === 'new' || state === 'changed',
    state,
    variable: {
      key,
      value,
      isSecret: state === 'secret' || (isSecret ?? isSecretName(key)),
      isKnown: state !== 'new',
    },
  };
}

function stateText(state: ImportState): string {
  switch (state) {
    case 'new':
      return l10n.t('New');
    case 'changed':
      return l10n.t('Changed');
    case 'secret':
      return l10n.t('Secret, replaced if selected');
    case 'same':
      return l10n.t('Same, not imported');
    case 'file':
      return l10n.t('Holds a file, not imported');
  }
}

async function pickSecrets(
  title: string,
  added: readonly ImportedVariable[],
): Promise<readonly string[] | undefined> {
  const chosen = await showPick<QuickPickItem>(
    added.map(({ key, isSecret }) => ({ label: key, picked: isSecret })),
    {
      title,
      placeHolder: l10n.t('Select which of the new variables are secret'),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  return chosen?.map(({ label }) => label);
}
