import { MASK, Redactor } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';
import { visibleLines } from '../../support/visibleText';
import { mediaTypeOf } from './body';

/**
 * A body that is text and no JSON, fit for an editor: fields of a form masked by their names, everything by what the
 * redactor knows, what is invisible made visible. Line breaks and tabs stay.
 */
export function presentText(
  text: string,
  contentType: string | undefined,
  redactor: Redactor = new Redactor(),
): string {
  const form = mediaTypeOf(contentType) === 'application/x-www-form-urlencoded';
  return visibleLines(redactor.redact(form ? maskForm(text) : text));
}

function maskForm(text: string): string {
  return text
    .split('&')
    .map((field) => {
      const [name = '', value = ''] = [...new URLSearchParams(field)][0] ?? [];
      return value !== '' && isSecretName(name) ? `${field.slice(0, field.indexOf('='))}=${MASK}` : field;
    })
    .join('&');
}
