import { Emitter } from '../../../src/support/emitter';
import { FakeUri } from './fakeUri';

export class FakePosition {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class FakeRange {
  constructor(
    readonly start: FakePosition,
    readonly end: FakePosition,
  ) {}

  get isSingleLine(): boolean {
    return this.start.line === this.end.line;
  }

  contains(position: FakePosition): boolean {
    return compare(this.start, position) <= 0 && compare(position, this.end) <= 0;
  }

  isEqual({ start, end }: FakeRange): boolean {
    return compare(start, this.start) === 0 && compare(end, this.end) === 0;
  }

  intersection({ start, end }: FakeRange): FakeRange | undefined {
    const [from, to] = [later(start, this.start), compare(end, this.end) < 0 ? end : this.end];
    return compare(from, to) <= 0 ? new FakeRange(from, to) : undefined;
  }
}

function compare(one: FakePosition, other: FakePosition): number {
  return one.line - other.line || one.character - other.character;
}

function later(one: FakePosition, other: FakePosition): FakePosition {
  return compare(one, other) > 0 ? one : other;
}

/** A text in the editor. */
export class FakeDocument {
  version = 1;
  eol = 1;

  constructor(
    readonly uri: FakeUri,
    private written: string,
    readonly languageId = 'appcircle-http',
  ) {}

  get text(): string {
    return this.written;
  }

  set text(text: string) {
    this.written = text;
    this.version++;
  }

  get isUntitled(): boolean {
    return this.uri.scheme === 'untitled';
  }

  save(): Promise<boolean> {
    return Promise.resolve(true);
  }

  getText(): string {
    return this.text;
  }

  get lineCount(): number {
    return this.text.split('\n').length;
  }

  lineAt(line: number): { text: string; range: FakeRange } {
    const text = this.text.split('\n')[line] ?? '';
    return { text, range: new FakeRange(new FakePosition(line, 0), new FakePosition(line, text.length)) };
  }

  positionAt(offset: number): FakePosition {
    const lines = this.text.slice(0, offset).split('\n');
    return new FakePosition(lines.length - 1, lines.at(-1)?.length ?? 0);
  }

  offsetAt({ line, character }: FakePosition): number {
    const before = this.text.split('\n').slice(0, line);
    return before.reduce((sum, { length }) => sum + length + 1, character);
  }
}

interface Replacement {
  uri: FakeUri;
  range: FakeRange;
  text: string;
}

export class FakeWorkspaceEdit {
  readonly replacements: Replacement[] = [];

  replace(uri: FakeUri, range: FakeRange, text: string): void {
    this.replacements.push({ uri, range, text });
  }
}

/** The documents that are open, and what happens to them. */
export class FakeDocuments {
  readonly open: FakeDocument[] = [];
  readonly opened = new Emitter<FakeDocument>();
  readonly closed = new Emitter<FakeDocument>();
  readonly changed = new Emitter<{ document: FakeDocument }>();
  /** A setting changed. */
  readonly configured = new Emitter<{ affectsConfiguration: (name: string) => boolean }>();
  readonly saved = new Emitter<FakeDocument>();
  readonly visible = new Emitter<{ document: { uri: FakeUri } }[]>();
  /** The one that was shown last. */
  shown: FakeDocument | undefined;
  /** The one with the cursor. */
  active: { document: FakeDocument; selection: { active: FakePosition } } | undefined;

  add(address: string, text: string, languageId?: string): FakeDocument {
    const document = new FakeDocument(FakeUri.parse(address), text, languageId);
    this.open.push(document);
    return document;
  }

  /** Opens one that is there or that an extension gives the text of, or an untitled one with this text. */
  openText(
    wanted: FakeUri | { language?: string; content: string },
    given: (uri: FakeUri) => FakeDocument | undefined,
  ): { document: FakeDocument; isNew: boolean } {
    if (wanted instanceof FakeUri) {
      const document = this.open.find(({ uri }) => uri.toString() === wanted.toString()) ?? given(wanted);
      if (!document) throw new Error(`There is no ${wanted.toString()}`);
      return { document, isNew: false };
    }
    const { language = 'plaintext', content } = wanted;
    return { document: this.add(`untitled:Untitled-${this.open.length}`, content, language), isNew: true };
  }

  /** Puts the cursor before a place of the text, which the document is made active for. */
  activate(document: FakeDocument, before: string): void {
    const active = document.positionAt(document.text.indexOf(before));
    this.active = { document, selection: { active } };
  }

  /** Opens the text of a file. */
  openFile(uri: FakeUri, text: string, languageId: string): FakeDocument {
    const document = new FakeDocument(uri, text, languageId);
    this.open.push(document);
    this.opened.fire(document);
    return document;
  }

  /** Types into a document, so that it has this text. */
  type(document: FakeDocument, text: string): void {
    document.text = text;
    this.changed.fire({ document });
  }

  close(document: FakeDocument): void {
    this.open.splice(this.open.indexOf(document), 1);
    this.closed.fire(document);
  }

  /** How many edits are refused before one is done. */
  refusals = 0;

  /** Every replacement is done in its document as it stands. */
  apply({ replacements }: FakeWorkspaceEdit): boolean {
    if (this.refusals > 0) {
      this.refusals--;
      return false;
    }
    for (const { uri, range, text } of replacements) {
      const document = this.open.find((one) => one.uri.toString() === uri.toString());
      if (!document) return false;
      const { text: old } = document;
      document.text =
        old.slice(0, document.offsetAt(range.start)) + text + old.slice(document.offsetAt(range.end));
    }
    return true;
  }
}
