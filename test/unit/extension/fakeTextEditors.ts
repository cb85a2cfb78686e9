import type * as vscode from 'vscode';
import { Emitter } from '../../../src/support/emitter';
import { FakeRange, type FakeDocument, type FakePosition } from './fakeDocuments';
import type { FakeUri } from './fakeUri';

/** Lines that an editor has room for. */
const HEIGHT = 20;

export class FakeSelection extends FakeRange {
  get active(): FakePosition {
    return this.end;
  }

  get isEmpty(): boolean {
    return this.start.line === this.end.line && this.start.character === this.end.character;
  }
}

/** An editor with a text in it: where it is scrolled to, and what is painted in it. */
export class FakeTextEditor {
  selection: FakeSelection | undefined;
  first = 0;
  /** What is painted now, by the options of its type. */
  readonly painted = new Map<object, FakeRange[]>();
  /** Lines that were brought into sight. */
  readonly revealed: number[] = [];

  constructor(
    readonly document: FakeDocument,
    private readonly owner: FakeTextEditors,
  ) {}

  get visibleRanges(): FakeRange[] {
    const last = Math.min(this.document.lineCount - 1, this.first + HEIGHT - 1);
    return [new FakeRange({ line: this.first, character: 0 }, { line: last, character: 0 })];
  }

  setDecorations(type: object, ranges: FakeRange[]): void {
    this.painted.set(type, ranges);
  }

  revealRange({ start }: FakeRange): void {
    this.revealed.push(start.line);
    if (start.line < this.first || start.line >= this.first + HEIGHT) {
      this.scrollTo(Math.max(0, start.line - HEIGHT + 1));
    }
  }

  scrollTo(first: number): void {
    this.first = first;
    this.owner.scrolled.fire({ textEditor: this, visibleRanges: this.visibleRanges });
  }

  select(start: FakePosition, end: FakePosition, kind: number): void {
    this.selection = new FakeSelection(start, end);
    this.owner.selected.fire({ textEditor: this, selections: [this.selection], kind });
  }
}

type Files = Pick<vscode.FileSystemProvider, 'stat' | 'readFile'>;

/** The editors of texts, and the files that an extension gives. */
export class FakeTextEditors {
  visible: FakeTextEditor[] = [];
  active: FakeTextEditor | undefined;
  readonly scrolled = new Emitter<{ textEditor: FakeTextEditor; visibleRanges: FakeRange[] }>();
  readonly selected = new Emitter<{
    textEditor: FakeTextEditor;
    selections: FakeSelection[];
    kind: number;
  }>();
  readonly files = new Map<string, Files>();
  readonly folds: vscode.FoldingRangeProvider[] = [];
  readonly symbols: vscode.DocumentSymbolProvider[] = [];

  /** What the editor reads from the files of a scheme. */
  async read(uri: FakeUri): Promise<string | undefined> {
    const files = this.files.get(uri.scheme);
    if (!files) {
      return undefined;
    }
    await files.stat(uri as unknown as vscode.Uri);
    return Buffer.from(await files.readFile(uri as unknown as vscode.Uri)).toString();
  }

  /** Shows a text in front. */
  show(document: FakeDocument): FakeTextEditor {
    const shown =
      this.visible.find((editor) => editor.document === document) ?? new FakeTextEditor(document, this);
    this.visible = [shown];
    this.active = shown;
    return shown;
  }
}
