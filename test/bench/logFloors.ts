import * as vscode from 'vscode';

/** Lines of the document when it opens, and of each piece that is added to it then: those of the extension. */
const FIRST = 500;
const PIECE = 5_000;

const scheme = 'bench-log';
/** What the documents begin with. */
const beginnings = new Map<string, string>();

/** The lines of a log, without the carriage returns that would be line ends in an editor. */
export function linesOf(text: string): string[] {
  return text.replaceAll('\r', '').split('\n');
}

/** The least that the editor takes for a text that nobody has to get, read or mask. */
export function registerFloors(): vscode.Disposable {
  const never = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return vscode.workspace.registerFileSystemProvider(
    scheme,
    {
      onDidChangeFile: () => new vscode.Disposable(() => undefined),
      watch: () => new vscode.Disposable(() => undefined),
      stat: ({ path }) => ({
        type: vscode.FileType.File,
        ctime: 0,
        mtime: 1,
        size: (beginnings.get(path) ?? '').length,
      }),
      readFile: ({ path }) => Buffer.from(beginnings.get(path) ?? ''),
      readDirectory: never,
      createDirectory: never,
      writeFile: never,
      delete: never,
      rename: never,
    },
    { isReadonly: true },
  );
}

/** All of it at once. */
export async function showAtOnce(text: string): Promise<void> {
  await show('at once', linesOf(text).join('\n'));
}

/** Its first lines, then piece after piece, as the extension does it. */
export async function showInPieces(text: string): Promise<void> {
  const lines = linesOf(text);
  const document = await show('in pieces', lines.slice(0, FIRST).join('\n') + '\n');
  for (let from = FIRST; from < lines.length; from += PIECE) {
    const piece = lines.slice(from, from + PIECE).join('\n');
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(document.uri, end, `${piece}\n`);
    await vscode.workspace.applyEdit(edit);
  }
}

async function show(name: string, beginning: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme, path: `/appcircle-log/${name}` });
  beginnings.set(uri.path, beginning);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}
