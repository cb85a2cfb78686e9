/**
 * Variables of a shell among the words of a command. Each is a piece of text of letters and digits alone, which no
 * encoding changes and which the command itself does not have.
 */
export class ShellVariables {
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly nth: number;

  /** `source`: the text in which the pieces must not occur. */
  constructor(source: string) {
    let nth = 0;
    for (const [, found] of source.matchAll(/ACVAR(\d{1,9})Z/g)) {
      nth = Math.max(nth, Number(found) + 1);
    }
    this.nth = nth;
  }

  /** The piece that stands for a variable. */
  piece(name: string): string {
    const place = this.places.get(name) ?? this.names.push(name) - 1;
    this.places.set(name, place);
    return `ACVAR${this.nth}Z${place}Z`;
  }

  /** The text with each of its variables written by `write`. */
  replace(text: string, write: (name: string) => string): string {
    return text.replace(/ACVAR(\d{1,9})Z(\d{1,9})Z/g, (piece, nth: string, place: string) => {
      const name = Number(nth) === this.nth ? this.names[Number(place)] : undefined;
      return name === undefined ? piece : write(name);
    });
  }

  /** As it stood in the command, more or less: `$NAME`, or `$(command)`. */
  source(text: string): string {
    return this.replace(text, (name) => `$${name}`);
  }

  /** Whether there is a variable in it. */
  isIn(text: string): boolean {
    return this.source(text) !== text;
  }
}
