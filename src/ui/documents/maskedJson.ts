import { formatJson } from '../../api/response/formatJson';
import { jsonText } from '../../support/jsonText';
import { maskSecrets } from '../../support/maskSecrets';

/** Of a text that is laid out, in characters: the editor shows no more than 50 MB. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** A value as the text of a document, its secrets masked. Laid out, unless nesting would make it megabytes of blanks. */
export function maskedJson(value: unknown): string {
  const text = jsonText(maskSecrets(value ?? null));
  return `${formatJson(text, MAX_LENGTH) ?? text}\n`;
}
