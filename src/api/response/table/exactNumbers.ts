import { JsonTokens } from '../jsonTokens';

/** A JSON text in which numbers that JavaScript would round are texts with all their digits. */
export function withExactNumbers(text: string): string {
  const tokens = new JsonTokens(text);
  const parts: string[] = [];
  let kept = 0;
  for (let token = tokens.next(); token !== ''; token = tokens.next()) {
    // Shorter ones are exact, however they are written.
    if (tokens.end - tokens.start > 15 && isRounded(tokens.token)) {
      parts.push(text.slice(kept, tokens.start), `"${tokens.token}"`);
      kept = tokens.end;
    }
  }
  return parts.join('') + text.slice(kept);
}

function isRounded(token: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(token) && String(Number(token)) !== token;
}
