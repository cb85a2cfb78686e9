import { isVariableName } from '../parse/pieces';

/** Gives each thing a name of its own that a variable may have. */
export class VariableNames {
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();

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
    for (let nth = 2; this.taken.has(name); nth++) {
      name = `${fit}_${nth}`;
    }
    this.given.set(key, name);
    this.taken.add(name);
    return name;
  }
}
