import { strict as assert } from 'node:assert';

/** A value of a PowerShell script, as far as our commands have any. */
export type PowerShellValue = string | boolean | Map<string, PowerShellValue>;

/**
 * Reads the PowerShell that we write, and fails at everything else: a hashtable of strings, sums of strings and
 * characters, `$true`, hashtables, and the bytes of a string. By the rules of PowerShell's own tokenizer a
 * single-quoted string ends at any of five quotes, unless another one follows: then the first of the two is meant.
 */
export class PowerShellReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** The hashtable that the script splats. */
  request(): Map<string, PowerShellValue> {
    this.expect('$request = ');
    const request = this.hashtable();
    this.expect('\nInvoke-WebRequest @request');
    assert.equal(this.at, this.text.length, 'something follows');
    return request;
  }

  private hashtable(): Map<string, PowerShellValue> {
    const entries = new Map<string, PowerShellValue>();
    this.expect('@{');
    while (!this.endsHashtable()) {
      const key = this.isQuote(this.at) ? this.quoted() : this.word();
      // Its keys know no case.
      assert.ok(
        ![...entries.keys()].some((other) => other.toLowerCase() === key.toLowerCase()),
        `${key} twice`,
      );
      this.expect(' = ');
      entries.set(key, this.value());
      this.expect('\n');
    }
    return entries;
  }

  private endsHashtable(): boolean {
    this.skipBlank();
    return this.takes('}');
  }

  private value(): PowerShellValue {
    if (this.text.startsWith('@{', this.at)) {
      return this.hashtable();
    }
    if (this.takes('$true')) {
      return true;
    }
    if (this.takes('[System.Text.Encoding]::UTF8.GetBytes(')) {
      const text = this.sum();
      this.expect(')');
      return text;
    }
    return this.takes('"') ? this.expandable() : this.sum();
  }

  private sum(): string {
    let text = this.quoted();
    while (this.takes(' +')) {
      this.skipBlank();
      text += this.takes('[char]') ? String.fromCharCode(Number(this.word())) : this.quoted();
    }
    return text;
  }

  private quoted(): string {
    assert.ok(this.isQuote(this.at), `no string at ${this.text.slice(this.at, this.at + 20)}`);
    let text = '';
    for (this.at++; ; this.at++) {
      assert.ok(this.at < this.text.length, 'a string does not end');
      if (this.isQuote(this.at)) {
        if (!this.isQuote(this.at + 1)) {
          this.at++;
          return text;
        }
        text += this.text.charAt(this.at++);
      } else {
        text += this.text.charAt(this.at);
      }
    }
  }

  /** Between double quotes we write one thing alone. */
  private expandable(): string {
    this.expect('Bearer $env:AC_ACCESS_TOKEN"');
    return `Bearer ${this.environment['AC_ACCESS_TOKEN']}`;
  }

  private word(): string {
    const [word = ''] = /^\w+/.exec(this.text.slice(this.at)) ?? [];
    this.at += word.length;
    return word;
  }

  private isQuote(at: number): boolean {
    return ["'", '\u2018', '\u2019', '\u201a', '\u201b'].includes(this.text.charAt(at));
  }

  private skipBlank(): void {
    while (' \n'.includes(this.text.charAt(this.at)) && this.at < this.text.length) {
      this.at++;
    }
  }

  private takes(text: string): boolean {
    const found = this.text.startsWith(text, this.at);
    this.at += found ? text.length : 0;
    return found;
  }

  private expect(text: string): void {
    assert.ok(this.takes(text), `${text} is not at ${this.text.slice(this.at, this.at + 20)}`);
  }
}
