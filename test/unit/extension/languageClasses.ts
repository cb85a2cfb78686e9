import { FakeRange, type FakePosition, type FakeWorkspaceEdit } from './fakeDocuments';
import type { FakeUri } from './fakeUri';

class CodeAction {
  edit?: FakeWorkspaceEdit;
  diagnostics?: unknown[];
  isPreferred?: boolean;

  constructor(
    readonly title: string,
    readonly kind: string,
  ) {}
}

class TextEdit {
  constructor(
    readonly range: FakeRange,
    readonly newText: string,
  ) {}

  static replace(range: FakeRange, newText: string): TextEdit {
    return new TextEdit(range, newText);
  }

  static insert(position: FakePosition, newText: string): TextEdit {
    return new TextEdit(new FakeRange(position, position), newText);
  }
}

class CompletionItem {
  insertText?: SnippetString;
  filterText?: string;
  sortText?: string;
  documentation?: { value: string };

  constructor(
    readonly label: { label: string; description?: string },
    readonly kind: number,
  ) {}
}

class CompletionList {
  constructor(
    readonly items: CompletionItem[],
    readonly isIncomplete: boolean,
  ) {}
}

class SnippetString {
  constructor(readonly value: string) {}
}

class Hover {
  constructor(
    readonly contents: unknown,
    readonly range: FakeRange,
  ) {}
}

class Location {
  constructor(
    readonly uri: FakeUri,
    readonly range: FakeRange,
  ) {}
}

class DocumentHighlight {
  constructor(
    readonly range: FakeRange,
    readonly kind: number,
  ) {}
}

class SemanticTokensLegend {
  constructor(
    readonly tokenTypes: string[],
    readonly tokenModifiers: string[],
  ) {}
}

/** Keeps what it was told, in words. */
class SemanticTokensBuilder {
  private readonly tokens: [range: FakeRange, type: string, modifiers: string[]][] = [];

  push(range: FakeRange, type: string, modifiers: string[]): void {
    this.tokens.push([range, type, modifiers]);
  }

  build(): unknown {
    return this.tokens;
  }
}

/** What the editor has for those who help with a language. */
export const languageClasses = {
  CompletionItem,
  CompletionItemKind: {
    Text: 0,
    Function: 2,
    Field: 4,
    Variable: 5,
    Property: 9,
    Keyword: 13,
    Reference: 17,
    Folder: 18,
    EnumMember: 19,
    Struct: 21,
  },
  CompletionItemTag: { Deprecated: 1 },
  CompletionList,
  SnippetString,
  Hover,
  CodeAction,
  CodeActionKind: { QuickFix: 'quickfix' },
  TextEdit,
  Location,
  DocumentHighlight,
  DocumentHighlightKind: { Read: 1, Write: 2 },
  EndOfLine: { LF: 1, CRLF: 2 },
  SemanticTokensLegend,
  SemanticTokensBuilder,
};
