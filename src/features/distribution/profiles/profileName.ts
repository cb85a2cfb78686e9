import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import type { DistributionProfile } from '../../../api/distribution';
import { visibleText } from '../../../support/visibleText';
import { askText, type Remark } from '../../../ui/askText';
import { verdictOf } from '../../../ui/verdictOf';

/** How a profile's name is asked for. */
export interface NameQuestion<T> {
  title: string;
  prompt: string;
  value: string;
  /** The profiles whose names are taken, as soon as they are known. */
  others: Promise<readonly DistributionProfile[]>;
  /** Whose profile it is. With another one active nothing is written. */
  sessions: SessionStore;
  account: Account;
  /** Gives the name to the profile. A failure is said in the box, where nothing that was typed is lost. */
  write: (name: string) => Promise<T>;
}

/** Asks for the name of a profile until the server took it. Undefined for Esc. */
export function askProfileName<T>({
  title,
  prompt,
  value,
  others,
  sessions,
  account,
  write,
}: NameQuestion<T>): Promise<T | undefined> {
  let taken: ReadonlySet<string> = new Set();
  others.then(
    (profiles) => {
      taken = new Set(profiles.map(({ name }) => name));
    },
    // Without the names there is no warning, and that is all.
    () => undefined,
  );
  return askText<T>({
    title,
    prompt,
    value,
    remark: (text) => remarkOn(text.trim(), taken),
    accept: (text) => verdictOf(sessions, account, () => write(text.trim())),
  });
}

/** Whether a server takes a name twice is not known. */
function remarkOn(name: string, taken: ReadonlySet<string>): Remark | undefined {
  if (name === '') {
    return { severity: 'error', text: vscode.l10n.t('A profile needs a name.') };
  }
  return taken.has(name)
    ? {
        severity: 'warning',
        text: vscode.l10n.t(
          'There is a profile {0} already. Builds that name their profile could not tell the two apart.',
          visibleText(name),
        ),
      }
    : undefined;
}
