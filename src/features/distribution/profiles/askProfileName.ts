import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { toFailure } from '../../../api/failure';
import { mayHaveTakenEffect } from '../../../api/mayHaveTakenEffect';
import { foldText } from '../../../support/foldText';
import { askText, type ValidationMessage } from '../../../ui/dialogs/askText';
import { submitWrite } from '../../../ui/dialogs/submitWrite';

/** How a profile's name is asked for. */
export interface ProfileNameQuestion<T> {
  title: string;
  prompt: string;
  value: string;
  /** The profiles whose names are taken, as soon as they are known. */
  others: Promise<readonly DistributionProfile[]>;
  /**
   * The same, asked of the server anew after a write that may have been done though it failed. Without it no name is in
   * doubt.
   */
  othersNow?: () => Promise<readonly DistributionProfile[]>;
  /** Whose profile it is. With another one active nothing is written. */
  scope: CommandScope;
  /** Gives the name to the profile. A failure is said in the box, where nothing that was typed is lost. */
  write: (name: string) => Promise<T>;
}

/**
 * Asks for the name of a profile until the server took it. Where nobody knows whether it did, the next Enter is no
 * second profile of that name, unless it is pressed once more. Undefined for Esc.
 */
export function askProfileName<T>(question: ProfileNameQuestion<T>): Promise<T | undefined> {
  const { title, prompt, value, others, othersNow, scope, write } = question;
  let taken: readonly string[] = [];
  let isStale = false;
  const inDoubt = new Set<string>();
  const setTaken = (profiles: readonly DistributionProfile[]) => {
    taken = profiles.map(({ name }) => name);
  };
  // Without the names there is no warning, and that is all.
  others.then(setTaken, () => undefined);
  const refreshTaken = async () => {
    if (othersNow) {
      setTaken(await othersNow());
      isStale = false;
    }
  };
  const tryName = async (name: string) => {
    try {
      return await write(name);
    } catch (error) {
      if (othersNow && mayHaveTakenEffect(error)) {
        inDoubt.add(name);
        isStale = true;
        await refreshTaken().catch(toFailure);
      }
      throw error;
    }
  };
  return askText<T>({
    title,
    prompt,
    value,
    validate: (text) => validateName(text.trim(), taken),
    accept: async (text) => {
      const name = text.trim();
      const looked = isStale ? await submitWrite(scope, refreshTaken) : undefined;
      if (looked && 'refused' in looked) {
        return looked;
      }
      return inDoubt.delete(name) && taken.includes(name)
        ? { refused: takenText(name) }
        : submitWrite(scope, () => tryName(name));
    },
  });
}

/** Whether a server takes a name twice is not known. Builds look for it as it is spelled (api/README 4.1). */
function validateName(name: string, taken: readonly string[]): ValidationMessage | undefined {
  if (name === '') {
    return { severity: 'error', text: vscode.l10n.t('Enter a name.') };
  }
  if (taken.includes(name)) {
    return { severity: 'warning', text: takenText(name) };
  }
  const key = foldText(name);
  const alike = taken.find((other) => foldText(other) === key);
  return alike === undefined ? undefined : { severity: 'warning', text: alikeText(alike) };
}

function takenText(name: string): string {
  return vscode.l10n.t(
    'A profile named {0} already exists. Builds find profiles by name and may use the wrong one.',
    name,
  );
}

function alikeText(other: string): string {
  return vscode.l10n.t('A profile named {0} already exists. The two names differ only in spelling.', other);
}
