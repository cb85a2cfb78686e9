import * as vscode from 'vscode';
import { findPlaces } from '../../../api/builds/places/findPlaces';
import type { FilePlace } from '../../../api/builds/places/place';
import { LogLanguageId, LogScheme } from '../../../contributions';
import { delay } from '../../../support/time';
import { makeLink } from '../../../ui/documents/lenses';
import { WorkspaceFiles } from './workspaceFiles';

/** Links of one log: thousands cost the editor seconds. Beyond them, Go to Definition leads to any place. */
const MAX_LINKS = 2_000;

/** Files that are looked for while links are made. */
const MAX_FILES = 300;

/** Lines that are read before others have their turn. */
const LINES_AT_ONCE = 2_000;

/** What a line with an error or a warning has in it, whichever tool wrote it. */
const mayTellProblem = /error|warn|[❌⚠✖]|^[ew]: /i;

/**
 * Leads from a log to the files of the workspace: errors and warnings are links, and Go to Definition follows whatever
 * else a tool names.
 */
export class LogLinks implements vscode.DocumentLinkProvider, vscode.DefinitionProvider, vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;

  constructor() {
    const logs = { scheme: LogScheme, language: LogLanguageId };
    this.subscriptions = vscode.Disposable.from(
      vscode.languages.registerDocumentLinkProvider(logs, this),
      vscode.languages.registerDefinitionProvider(logs, this),
    );
  }

  async provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const files = new WorkspaceFiles();
    const links: vscode.DocumentLink[] = [];
    const paths = new Set<string>();
    for (let line = 0; line < document.lineCount && links.length < MAX_LINKS; line++) {
      if (line % LINES_AT_ONCE === LINES_AT_ONCE - 1) {
        await delay(0);
        if (token.isCancellationRequested) {
          return [];
        }
      }
      const { text } = document.lineAt(line);
      for (const place of mayTellProblem.test(text) ? findPlaces(text) : []) {
        paths.add(place.path);
        const file = paths.size <= MAX_FILES ? await files.find(place.path) : undefined;
        if (file && place.severity !== undefined) {
          const said = vscode.l10n.t('Open {0}', vscode.workspace.asRelativePath(file));
          links.push(makeLink(rangeIn(line, place), addressOf(file, place), said));
        }
      }
    }
    return links;
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[]> {
    const places = findPlaces(document.lineAt(position.line).text);
    const place = places.find(({ start, end }) => start <= position.character && position.character <= end);
    const file = place && (await new WorkspaceFiles().find(place.path));
    if (!place || !file) {
      return [];
    }
    const target = targetIn(place);
    return [
      {
        originSelectionRange: rangeIn(position.line, place),
        targetUri: file,
        targetRange: new vscode.Range(target, target),
      },
    ];
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** Where in the file a place is, as the editor counts. */
export function targetIn({ line = 1, column = 1 }: FilePlace): vscode.Position {
  return new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
}

function rangeIn(line: number, { start, end }: FilePlace): vscode.Range {
  return new vscode.Range(new vscode.Position(line, start), new vscode.Position(line, end));
}

function addressOf(file: vscode.Uri, { line, column }: FilePlace): vscode.Uri {
  return line === undefined ? file : file.with({ fragment: `L${line},${column ?? 1}` });
}
