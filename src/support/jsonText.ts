/** What is still to be written: a piece of text, or a value. */
type Rest = { text: string } | { value: unknown };

/**
 * What `JSON.stringify` makes of values that came as JSON, however deep they are: that one calls itself, and nesting of a
 * server's making ends its stack.
 */
export function jsonText(value: unknown): string {
  const written: string[] = [];
  const rest: Rest[] = [{ value }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if ('text' in next) {
      written.push(next.text);
    } else if (typeof next.value === 'object' && next.value !== null) {
      pushMembers(next.value, rest);
    } else {
      written.push(next.value === undefined ? 'null' : JSON.stringify(next.value));
    }
  }
  return written.join('');
}

/** Last first: what was pushed last is written next. */
function pushMembers(value: object, rest: Rest[]): void {
  const isList = Array.isArray(value);
  const members = Object.entries(value).filter(([, member]) => isList || member !== undefined);
  rest.push({ text: isList ? ']' : '}' });
  members.toReversed().forEach(([key, member], nth) => {
    const comma = nth < members.length - 1 ? ',' : '';
    rest.push({ value: member }, { text: isList ? comma : `${comma}${JSON.stringify(key)}:` });
  });
  rest.push({ text: isList ? '[' : '{' });
}
