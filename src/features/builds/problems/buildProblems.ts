import * as vscode from 'vscode';
import { findPlaces } from '../../../api/builds/places/findPlaces';
import { makeProblem } from '../../../ui/documents/problems';
import { targetIn } from './logLinks';
import { WorkspaceFiles } from './workspaceFiles';

/** Of one build: who has more begins with the first. */
const MAX_PROBLEMS = 200;

/**
 * The errors of the failing step of a build, in the Problems view: those that name a file of the workspace, one build at
 * a time.
 */
export class BuildProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('appcircle');

  /**
   * Shows the errors in these lines of a log in place of all that were shown. How many there are, of those that name a
   * file of the workspace.
   */
  async show(lines: Iterable<string>): Promise<number> {
    const files = new WorkspaceFiles();
    const problems = new Map<string, { file: vscode.Uri; diagnostics: vscode.Diagnostic[] }>();
    const seen = new Set<string>();
    for (const line of lines) {
      for (const place of findPlaces(line)) {
        const key = JSON.stringify([place.path, place.line, place.column, place.message]);
        const isNew = place.severity === 'error' && !seen.has(key) && seen.size < MAX_PROBLEMS;
        const file = isNew ? await files.find(place.path) : undefined;
        if (!file) {
          continue;
        }
        seen.add(key);
        const known = problems.get(file.toString()) ?? { file, diagnostics: [] };
        const at = targetIn(place);
        const said = place.message === '' ? line.trim() : place.message;
        const severity = vscode.DiagnosticSeverity.Error;
        known.diagnostics.push(makeProblem(new vscode.Range(at, at), { message: said, severity }));
        problems.set(file.toString(), known);
      }
    }
    this.clear();
    for (const { file, diagnostics } of problems.values()) {
      this.collection.set(file, diagnostics);
    }
    return seen.size;
  }

  clear(): void {
    this.collection.clear();
  }

  dispose(): void {
    this.collection.dispose();
  }
}
