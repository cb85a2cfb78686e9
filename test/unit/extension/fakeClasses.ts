import { Emitter } from '../../../src/support/emitter';
import { FakePosition, FakeRange, FakeWorkspaceEdit } from './fakeDocuments';
import { FakeSelection } from './fakeTextEditors';
import { FakeUri } from './fakeUri';
import { languageClasses } from './languageClasses';

class Disposable {
  constructor(readonly dispose: () => void) {}

  static from(...items: { dispose: () => void }[]): Disposable {
    return new Disposable(() => {
      for (const item of items) item.dispose();
    });
  }
}

class CancellationError extends Error {
  override readonly name = 'Canceled';
}

class CancellationTokenSource {
  private readonly requests = new Emitter<undefined>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.requests.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.requests.fire(undefined);
  }

  dispose(): void {
    this.token.isCancellationRequested = true;
  }
}

class TerminalProfile {
  constructor(readonly options: unknown) {}
}

class EventEmitter<T> extends Emitter<T> {}

class Named {
  /** Of an icon that has one. */
  declare readonly color?: unknown;

  constructor(
    readonly id: string,
    color?: unknown,
  ) {
    if (color !== undefined) this.color = color;
  }
}

class MarkdownString {
  value = '';

  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
}

class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState = 0,
  ) {}
}

class TabInputText {
  constructor(readonly uri: FakeUri) {}
}

class TabInputTextDiff {
  constructor(
    readonly original: FakeUri,
    readonly modified: FakeUri,
  ) {}
}

class TabInputCustom {
  constructor(
    readonly uri: unknown,
    readonly viewType: string,
  ) {}
}

class TabInputWebview {
  constructor(readonly viewType: string) {}
}

class InlayHint {
  paddingLeft?: boolean;
  tooltip?: string;
  constructor(
    readonly position: unknown,
    readonly label: string,
  ) {}
}

class CodeLens {
  constructor(
    readonly range: FakeRange,
    readonly command: unknown,
  ) {}
}

class DocumentLink {
  tooltip?: string;

  constructor(
    readonly range: FakeRange,
    readonly target: FakeUri,
  ) {}
}

class Diagnostic {
  source?: string;
  code?: string;

  constructor(
    readonly range: FakeRange,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class FoldingRange {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

class DocumentSymbol {
  constructor(
    readonly name: string,
    readonly detail: string,
    readonly kind: number,
    readonly range: FakeRange,
    readonly selectionRange: FakeRange,
  ) {}
}

class FileSystemError extends Error {
  static FileNotFound(uri: FakeUri): FileSystemError {
    return new FileSystemError(`There is no ${uri.toString()}`);
  }

  static NoPermissions(uri?: FakeUri): FileSystemError {
    return new FileSystemError(`Refused: ${uri?.toString() ?? ''}`);
  }
}

class McpHttpServerDefinition {
  constructor(
    readonly label: string,
    public uri: FakeUri,
    public headers: Record<string, string> = {},
    public version?: string,
  ) {}
}

class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

class LanguageModelToolResult {
  constructor(readonly content: unknown[]) {}
}

/** The classes and enumerations of the `vscode` module. */
export const classes = {
  ...languageClasses,
  Diagnostic,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  FoldingRange,
  FoldingRangeKind: { Comment: 1, Region: 3 },
  DocumentSymbol,
  SymbolKind: { Event: 23, Function: 11, Method: 5, Variable: 12 },
  FileSystemError,
  FileType: { File: 1, Directory: 2 },
  FileChangeType: { Changed: 1, Created: 2, Deleted: 3 },
  Selection: FakeSelection,
  TextEditorRevealType: { Default: 0, InCenter: 1 },
  TextEditorSelectionChangeKind: { Keyboard: 1, Mouse: 2, Command: 3 },
  OverviewRulerLane: { Right: 4 },
  UIKind: { Desktop: 1, Web: 2 },
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  CancellationError,
  CancellationTokenSource,
  CodeLens,
  InlayHint,
  DocumentLink,
  McpHttpServerDefinition,
  LanguageModelTextPart,
  LanguageModelToolResult,
  Uri: FakeUri,
  Position: FakePosition,
  Range: FakeRange,
  WorkspaceEdit: FakeWorkspaceEdit,
  TreeItem,
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  ProgressLocation: { SourceControl: 1, Window: 10, Notification: 15 },
  ViewColumn: { Active: -1, Beside: -2 },
  QuickPickItemKind: { Separator: -1, Default: 0 },
  TabInputText,
  TabInputTextDiff,
  TabInputCustom,
  TabInputWebview,
  TerminalProfile,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon: Named,
  ThemeColor: Named,
  StatusBarAlignment: { Left: 1, Right: 2 },
  QuickInputButtons: { Back: { iconPath: 'back', tooltip: 'Back' } },
  InputBoxValidationSeverity: { Info: 1, Warning: 2, Error: 3 },
};
