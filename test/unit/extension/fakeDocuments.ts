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
}

/** A text in the editor. */
export class FakeDocument {
  constructor(
    readonly uri: FakeUri,
    public text: string,
    readonly languageId = 'appcircle-http',
  ) {}

  get isUntitled(): boolean {
    return this.uri.scheme === 'untitled';
  }

  getText(): string {
    return this.text;
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
  readonly closed = new Emitter<FakeDocument>();
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

  close(document: FakeDocument): void {
    this.open.splice(this.open.indexOf(document), 1);
    this.closed.fire(document);
  }

  /** Every replacement is done in its document as it stands. */
  apply({ replacements }: FakeWorkspaceEdit): boolean {
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
