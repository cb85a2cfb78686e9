import * as vscode from 'vscode';
import type { CredentialKind } from '../../account/credential';
import { createPick } from '../../ui/dialogs/picks';
import { keyHelpText } from './keyText';
import { pastedSecret } from './pastedText';

/** With what somebody wants to sign in, and the key where it was pasted already. */
export interface KindChoice {
  kind: CredentialKind | 'selfHosted';
  pasted?: string;
}

const kinds: readonly KindChoice['kind'][] = ['personalAccessKey', 'apiKey', 'selfHosted'];

/** What Sign In is run with by a link that names the kind: `{ kind: 'apiKey' }`. Anything else is asked about (T13). */
export function kindWanted(argument: unknown): KindChoice['kind'] | undefined {
  const { kind } = (argument ?? {}) as { kind?: unknown };
  return kinds.find((known) => known === kind);
}

interface KindRow extends vscode.QuickPickItem {
  /** Undefined for a row that only says something. */
  choice?: KindChoice;
}

/**
 * Asks what to sign in with. A list shows what is typed in the clear, and people paste their key into the first box
 * that they see: it is taken out at once and offered as a key. Undefined when the person closed it, or `closing` did.
 */
export function chooseKind(
  title: string,
  withSelfHosted: boolean,
  closing: AbortSignal,
): Promise<KindChoice | undefined> {
  const pick = createPick<KindRow>();
  const rows = kindRows(withSelfHosted);
  pick.title = title;
  pick.placeholder = vscode.l10n.t('How do you want to sign in?');
  pick.ignoreFocusOut = true;
  pick.items = rows;
  let before = '';
  return new Promise((resolve) => {
    pick.onDidChangeValue((text) => {
      const secret = pastedSecret(before, text);
      before = secret ? '' : text;
      if (secret) {
        pick.value = '';
        const first = secret === 'key' ? pastedKeyRow(text) : accessTokenRow();
        pick.items = [first, ...rows];
        pick.activeItems = [first];
      }
    });
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      if (choice) {
        resolve(choice);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    closing.addEventListener('abort', () => {
      pick.hide();
    });
    if (closing.aborted) {
      pick.hide();
      resolve(undefined);
    } else {
      pick.show();
    }
  });
}

function kindRows(withSelfHosted: boolean): KindRow[] {
  return [
    {
      choice: { kind: 'personalAccessKey' },
      label: vscode.l10n.t('Personal Access Key'),
      detail: vscode.l10n.t('Your own key, one for each organization'),
      iconPath: new vscode.ThemeIcon('key'),
    },
    {
      choice: { kind: 'apiKey' },
      label: vscode.l10n.t('API Key'),
      detail: vscode.l10n.t('Name and secret of a service identity'),
      iconPath: new vscode.ThemeIcon('robot'),
    },
    ...(withSelfHosted ? [selfHostedRow()] : []),
  ];
}

function selfHostedRow(): KindRow {
  return {
    choice: { kind: 'selfHosted' },
    label: vscode.l10n.t('Self-hosted Server…'),
    detail: vscode.l10n.t("Your company's own Appcircle"),
    iconPath: new vscode.ThemeIcon('server'),
  };
}

function pastedKeyRow(pasted: string): KindRow {
  return {
    choice: { kind: 'personalAccessKey', pasted },
    label: vscode.l10n.t('Use Pasted Text as Personal Access Key'),
    detail: vscode.l10n.t('Not shown here because others may see your screen'),
    iconPath: new vscode.ThemeIcon('key'),
    alwaysShow: true,
  };
}

function accessTokenRow(): KindRow {
  return {
    label: vscode.l10n.t('The pasted text is a short-lived access token, not a key'),
    detail: keyHelpText(),
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
  };
}
