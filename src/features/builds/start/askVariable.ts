import { l10n } from 'vscode';
import { askText } from '../../../ui/dialogs/askText';

/** Names as shells take them. */
const ASSIGNMENT = /^\s*([a-z_]\w*)\s*=(.*)$/is;

/**
 * Asks for a variable of this build; an empty name is a new one. Gives all of them: as before where it was closed, and
 * without this one where nothing was left of it.
 */
export async function askVariable(
  title: string,
  name: string,
  variables: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const entry = await askText<string>({
    title,
    prompt: l10n.t('Name and value, such as LANE=beta. Only this build gets it. Leave empty to remove it.'),
    value: name === '' ? '' : `${name}=${variables[name] ?? ''}`,
    back: BACK,
    validate: (text) =>
      text.trim() === '' || ASSIGNMENT.test(text)
        ? undefined
        : {
            text: l10n.t('Enter a name of letters, digits, and underscores, then = and the value.'),
            severity: 'error',
          },
    accept: (text) => Promise.resolve({ done: text }),
  });
  if (entry === undefined || entry === BACK) {
    return variables;
  }
  const others = Object.entries(variables).filter(([other]) => other !== name);
  const [, entered, value = ''] = ASSIGNMENT.exec(entry) ?? [];
  return Object.fromEntries(entered === undefined ? others : [...others, [entered, value]]);
}

/** No text that a box of one line can hold. */
const BACK = '\n';
