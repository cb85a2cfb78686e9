import { JsonTokens } from '../jsonTokens';

/** A JSON text in which numbers that JavaScript would round are texts with all their digits. */
export function withExactNumbers(text: string): string {
  const tokens = new JsonTokens(text);
  const parts: string[] = [];
  let kept = 0;
  for (let token = tokens.next(); token !== ''; token = tokens.next()) {
    // Shorter ones are exact, but for those that are beyond all numbers.
    const isLong = tokens.end - tokens.start > 15;
    if (isRounded(tokens.token, isLong)) {
      parts.push(text.slice(kept, tokens.start), `"${tokens.token}"`);
      kept = tokens.end;
    }
  }
  return parts.join('') + text.slice(kept);
}

function isRounded(token: string, isLong: boolean): boolean {
  if (isLong && /^-?\d+(\.\d+)?$/.test(token)) {
    return String(Number(token)) !== token;
  }
  return /^-?\d[\d.]*e\+?\d+$/i.test(token) && !Number.isFinite(Number(token));
}
