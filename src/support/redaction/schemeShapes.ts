import { isProse } from './prose';
import type { Range } from './layers';

const schemes = /(bearer|basic)(?:[\s+:]{1,8}["'`]?|["'`])([\w.~+/=-]+)/gi;

/** What follows `Bearer` and `Basic`, where it is no word of a sentence and no parameter of a challenge. */
export function schemeValuesIn(text: string): Range[] {
  return [...text.matchAll(schemes)].flatMap((match): Range[] => {
    const [whole, scheme = '', value = ''] = match;
    const end = match.index + whole.length;
    const isSecret =
      !isProse(value) &&
      !isParameter(value, text[end]) &&
      (scheme.toLowerCase() === 'bearer' || isBasic(value));
    return isSecret ? [[end - value.length, end]] : [];
  });
}

/** `realm="…"`, `error=invalid_token`. Base64 has its `=` at the end, where no quote follows. */
function isParameter(value: string, next: string | undefined): boolean {
  return /^[a-z_]+=\w/i.test(value) || (value.endsWith('=') && next === '"');
}

/** A name and a secret in base64, not the name of a plan or of a profile. */
function isBasic(value: string): boolean {
  return !/^[A-Z]?[a-z]*$/.test(value) && (value.length >= 16 || Buffer.from(value, 'base64').includes(':'));
}
