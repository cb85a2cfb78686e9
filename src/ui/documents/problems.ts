import * as vscode from 'vscode';
import { textForLabel } from '../../support/shownText';

/** What the Problems view says of a place in a file. */
export interface ProblemOptions {
  message: string;
  severity: vscode.DiagnosticSeverity;
  code?: string;
}

/** A problem, told by this extension. */
export function makeProblem(
  range: vscode.Range,
  { message, severity, code }: ProblemOptions,
): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(range, textForLabel(message), severity);
  problem.source = 'Appcircle';
  if (code !== undefined) {
    problem.code = code;
  }
  return problem;
}
