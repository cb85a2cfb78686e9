import { isVariableName } from '../parse/pieces';

/** Gives each thing a name of its own that a variable may have. */
export class VariableNames {
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();
  /** The next number of a name that several things are called by: there may be thousands of them. */
  private readonly next = new Map<string, number>();

  /** The same for the same key; what it is called already, where that will do and is free. */
  of(key: string, called: string): string {
    const known = this.given.get(key);
    if (known !== undefined) {
      return known;
    }
    const plain = called
      .slice(0, 60)
      .replace(/[^\w.-]/g, '_')
      .replace(/\.response(?=\.|$)/, '_response');
    const fit = isVariableName(plain) ? plain : `_${plain}`;
    let name = fit;
    for (let nth = this.next.get(fit) ?? 2; this.taken.has(name); nth++) {
      name = `${fit}_${nth}`;
      this.next.set(fit, nth + 1);
    }
    this.given.set(key, name);
    this.taken.add(name);
    return name;
  }
}
