/** Levels that the library can take; it goes down by calling itself. */
const MAX_LEVELS = 200;

/** Whether a JSON text has so many levels that nothing is said of it. Looks at each character once. */
export function isTooDeep(text: string): boolean {
  let level = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (inString) {
      if (unit === '\\') {
        at++;
      } else if (unit === '"' || unit === '\n' || unit === '\r') {
        inString = false;
      }
    } else if (unit === '"') {
      inString = true;
    } else if (unit === '{' || unit === '[') {
      level++;
      if (level > MAX_LEVELS) {
        return true;
      }
    } else if (unit === '}' || unit === ']') {
      level--;
    }
  }
  return false;
}
