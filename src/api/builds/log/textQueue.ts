/**
 * Text that waits to be read, in the pieces in which it came. Nothing is put together: what is cut off a long text that is
 * made anew with each piece would keep all of it in memory.
 */
export class TextQueue {
  private pieces: string[] = [];
  private first = 0;
  /** Of the first piece, what was taken. */
  private taken = 0;
  private characters = 0;

  /** How many characters wait. */
  get length(): number {
    return this.characters;
  }

  add(text: string): void {
    if (text !== '') {
      this.pieces.push(text);
      this.characters += text.length;
    }
  }

  /** What comes next: so many characters at most, less where a piece ends. Empty where nothing waits. */
  take(most: number): string {
    const piece = this.pieces[this.first] ?? '';
    const text = piece.slice(this.taken, this.taken + most);
    this.taken += text.length;
    this.characters -= text.length;
    if (this.taken >= piece.length) {
      this.first += 1;
      this.taken = 0;
    }
    if (this.characters === 0) {
      this.pieces = [];
      this.first = 0;
    }
    return text;
  }
}
