import { BrokenContent } from '../content';
import { PlistLimits, type PlistValue } from './plistValue';

const entities: Readonly<Partial<Record<string, string>>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * A property list in XML (PropertyList-1.0.dtd), by what it has of XML: no entities of its own, nothing from elsewhere.
 * Fails with `BrokenContent`.
 */
export function readXmlPlist(text: string): PlistValue {
  const reader = new Reader(text);
  const { name } = reader.open();
  if (name !== 'plist') {
    throw new BrokenContent();
  }
  return reader.value(reader.open(), 0);
}

interface Tag {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly isEnd: boolean;
}

class Reader {
  private at = 0;
  private readonly limits = new PlistLimits();

  constructor(private readonly text: string) {}

  /** The next tag, whatever stands before it. */
  open(): Tag {
    for (;;) {
      const start = this.text.indexOf('<', this.at);
      if (start === -1) {
        throw new BrokenContent();
      }
      this.at = start;
      if (!this.skipped('<?', '?>') && !this.skipped('<!--', '-->') && !this.skippedDoctype()) {
        return this.tag();
      }
    }
  }

  /** The value that begins with this tag, which was read, so deep in others. */
  value({ name, isEmpty, isEnd }: Tag, depth: number): PlistValue {
    this.limits.enter(depth);
    if (isEnd) {
      throw new BrokenContent();
    }
    switch (name) {
      case 'true':
      case 'false':
        this.content(name, isEmpty);
        return name === 'true';
      case 'dict':
        return this.dictionary(isEmpty, depth);
      case 'array':
        return this.list(isEmpty, depth);
      case 'string':
        return this.content(name, isEmpty);
      case 'integer':
      case 'real':
        return Number(this.content(name, isEmpty).trim());
      case 'date':
        return new Date(this.content(name, isEmpty).trim());
      case 'data':
        return Buffer.from(this.content(name, isEmpty), 'base64');
      default:
        throw new BrokenContent();
    }
  }

  private dictionary(isEmpty: boolean, depth: number): PlistValue {
    const entries = new Map<string, PlistValue>();
    for (let tag = isEmpty ? undefined : this.open(); tag && !this.ends(tag, 'dict'); tag = this.open()) {
      if (tag.name !== 'key') {
        throw new BrokenContent();
      }
      const key = this.content('key', tag.isEmpty);
      entries.set(key, this.value(this.open(), depth + 1));
    }
    return entries;
  }

  private list(isEmpty: boolean, depth: number): PlistValue {
    const values: PlistValue[] = [];
    for (let tag = isEmpty ? undefined : this.open(); tag && !this.ends(tag, 'array'); tag = this.open()) {
      values.push(this.value(tag, depth + 1));
    }
    return values;
  }

  private ends({ name, isEnd }: Tag, wanted: string): boolean {
    if (isEnd && name !== wanted) {
      throw new BrokenContent();
    }
    return isEnd;
  }

  /** The text up to the end of the element. */
  private content(name: string, isEmpty: boolean): string {
    const pieces: string[] = [];
    while (!isEmpty) {
      const start = this.text.indexOf('<', this.at);
      if (start === -1) {
        throw new BrokenContent();
      }
      pieces.push(withoutEntities(this.taken(this.at, start)));
      this.at = start;
      if (this.text.startsWith('<![CDATA[', start)) {
        const end = this.find(']]>', start);
        pieces.push(this.taken(start + '<![CDATA['.length, end));
        this.at = end + ']]>'.length;
      } else if (!this.skipped('<!--', '-->')) {
        const tag = this.tag();
        if (!tag.isEnd || tag.name !== name) {
          throw new BrokenContent();
        }
        break;
      }
    }
    return pieces.join('');
  }

  private taken(start: number, end: number): string {
    this.limits.take(end - start);
    return this.text.slice(start, end);
  }

  private tag(): Tag {
    const end = this.find('>', this.at);
    const inner = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    const isEnd = inner.startsWith('/');
    const isEmpty = inner.endsWith('/');
    const [name = ''] = inner.slice(isEnd ? 1 : 0, isEmpty ? -1 : undefined).split(/\s/, 1);
    return { name, isEmpty, isEnd };
  }

  private skipped(opening: string, closing: string): boolean {
    if (!this.text.startsWith(opening, this.at)) {
      return false;
    }
    this.at = this.find(closing, this.at + opening.length) + closing.length;
    return true;
  }

  /** One that declares something of its own is none that anybody writes. */
  private skippedDoctype(): boolean {
    if (!this.text.startsWith('<!', this.at)) {
      return false;
    }
    const end = this.find('>', this.at);
    if (this.text.slice(this.at, end).includes('[')) {
      throw new BrokenContent();
    }
    this.at = end + 1;
    return true;
  }

  private find(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    if (found === -1) {
      throw new BrokenContent();
    }
    return found;
  }
}

function withoutEntities(text: string): string {
  return text.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) {
      return entities[name] ?? whole;
    }
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
