import { beginningOf } from '../../support/trim';
import { visibleText } from '../../support/visibleText';

/** So much of a name is put into a question: one long name must not take the room of the others. */
const MAX_NAME = 100;

/** A text of others for the question of a write, what is not seen in it shown, and cut. */
export function shortName(text: string, limit = MAX_NAME): string {
  const shown = visibleText(text);
  return shown.length > limit ? `${beginningOf(shown, limit - 1)}…` : shown;
}
