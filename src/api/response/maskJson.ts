import { MASK, Redactor, type MaskedText } from '../../support/redact';
import { isLabeledName, isLabelName, isSecretName } from '../../support/redaction/secretNames';
import { JsonTokens, stringIn } from './jsonTokens';

/**
 * Masks every value whose property name is a secret's, in place and by the rules of `maskSecrets`: whole objects and
 * lists too; null, flags and empty texts stay. In every other string it masks what the redactor knows for a secret. All
 * else stays as it is. Broken JSON is masked as far as a name, a colon and a value can be told in it.
 */
export function maskJson(text: string, redactor: Redactor = new Redactor()): MaskedText {
  const tokens = new JsonTokens(text);
  const parts: string[] = [];
  let kept = 0;
  let before = '';
  let secret = false;
  // A list repeats its few names a thousand times.
  const known = new Map<string, boolean>();
  // Of each open object, whether a label in it says that the value after it is a secret.
  const labels: boolean[] = [];
  let name: string | undefined;
  for (let token = tokens.next(); token !== ''; token = tokens.next()) {
    if (token === ':') {
      name = before.startsWith('"') ? stringIn(before) : before;
      secret = known.get(before) ?? isSecretName(name);
      known.set(before, secret);
      secret ||= labels.at(-1) === true && isLabeledName(name);
      continue;
    }
    if (token === '{' && !secret) {
      labels.push(false);
    } else if (token === '}') {
      labels.pop();
    } else if (token === '"' && name !== undefined && isLabelName(name) && labels.length > 0) {
      labels[labels.length - 1] = isSecretName(stringIn(tokens.token));
    }
    name = undefined;
    if (token === '"' && !secret && !tokens.broken) {
      const inner = text.slice(tokens.start + 1, tokens.end - 1);
      const shown = redactor.redact(inner);
      if (shown !== inner) {
        parts.push(text.slice(kept, tokens.start), `"${shown}"`);
        kept = tokens.end;
      }
    }
    if (secret && !'}],'.includes(token)) {
      const start = tokens.start;
      const end = endOfValue(tokens, token);
      if (!isOpen(text.slice(start, Math.min(end, start + 6)))) {
        parts.push(text.slice(kept, start), `"${MASK}"`);
        kept = end;
      }
    }
    secret = false;
    before = tokens.token;
  }
  return { text: parts.join('') + text.slice(kept), masked: parts.length / 2 };
}

/** Where the value ends that begins with the current token; the walk goes on there. */
function endOfValue(tokens: JsonTokens, first: string): number {
  if (first === '{' || first === '[') {
    tokens.skipToClosing();
  } else if (first === '"') {
    tokens.end = tokens.broken ? endOfBrokenText(tokens) : tokens.end;
  } else {
    tokens.end = endOfBareValue(tokens);
  }
  return tokens.end;
}

/** A text that was broken by its end of line goes on to the next quote: half a secret is one, too. */
function endOfBrokenText({ text, end }: JsonTokens): number {
  const quote = text.indexOf('"', end);
  return quote < 0 ? text.length : quote + 1;
}

/** A number; in broken JSON anything without quotes, blanks included, up to what would end a value. */
function endOfBareValue({ text, start, end }: JsonTokens): number {
  let at = end;
  while (at < text.length && !',}]"\r\n'.includes(text.charAt(at))) {
    at++;
  }
  return start + text.slice(start, at).trimEnd().length;
}

/** As in `maskSecrets`: that nothing is set, and a flag, are no secrets. */
function isOpen(value: string): boolean {
  return ['null', 'true', 'false', '""'].includes(value);
}
