/** A text without the unwanted characters at its end. One look at each: a pattern that ends in `+$` looks again and again. */
export function withoutEnd(text: string, isUnwanted: RegExp): string {
  let end = text.length;
  while (end > 0 && isUnwanted.test(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(0, end);
}

/** The first `length` characters of a text at most, without half of a character at their end. */
export function beginningOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
