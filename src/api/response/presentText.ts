import { MASK, Redactor } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';
import { visibleLines } from '../../support/visibleText';
import { mediaTypeOf } from './body';
import { maskParts } from './maskParts';

/**
 * A body that is text and no JSON, fit for an editor: fields and parts of a form masked by their names, everything by what
 * the redactor knows, what is invisible made visible. Line breaks and tabs stay.
 */
export function presentText(
  text: string,
  contentType: string | undefined,
  redactor: Redactor = new Redactor(),
): string {
  return visibleLines(redactor.redact(maskFields(text, contentType ?? '')));
}

function maskFields(text: string, contentType: string): string {
  const type = mediaTypeOf(contentType);
  if (type === 'application/x-www-form-urlencoded') {
    return maskForm(text);
  }
  return type.startsWith('multipart/') ? maskParts(text, contentType) : text;
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
