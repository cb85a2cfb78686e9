import { Emitter } from '../../../src/support/emitter';
import { FakePosition, FakeRange, FakeWorkspaceEdit } from './fakeDocuments';
import { FakeUri } from './fakeUri';

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
}

class TerminalProfile {
  constructor(readonly options: unknown) {}
}

class EventEmitter<T> extends Emitter<T> {}

class Named {
  constructor(readonly id: string) {}
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

class TabInputWebview {
  constructor(readonly viewType: string) {}
}

class CodeLens {
  constructor(
    readonly range: FakeRange,
    readonly command: unknown,
  ) {}
}

class McpHttpServerDefinition {
  constructor(
    readonly label: string,
    public uri: FakeUri,
    public headers: Record<string, string> = {},
    public version?: string,
  ) {}
}

/** The classes and enumerations of the `vscode` module. */
export const classes = {
  UIKind: { Desktop: 1, Web: 2 },
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  CancellationError,
  CancellationTokenSource,
  CodeLens,
  McpHttpServerDefinition,
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
