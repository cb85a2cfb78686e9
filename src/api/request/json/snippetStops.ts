/** Numbers the places of a snippet that the cursor goes to. */
export class SnippetStops {
  private last = 0;

  /** An empty one. */
  next(): string {
    this.last += 1;
    return `$${this.last}`;
  }

  /** One that has a text in it already. */
  around(text: string): string {
    this.last += 1;
    return `\${${this.last}:${snippetText(text)}}`;
  }
}

/** A text as it stands, for a snippet: nothing in it is a tab stop or a variable of the editor. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
