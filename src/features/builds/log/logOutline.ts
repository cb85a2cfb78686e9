import * as vscode from 'vscode';
import type { LogStep } from '../../../api/builds/log/logSteps';
import type { LogText } from '../../../api/builds/log/logText';
import { LogLanguageId, LogScheme } from '../../../contributions';
import { makeSymbol } from '../../../ui/documents/outline';
import { stepFacts, stepName } from './stepText';

/** More entries make the outline slow, and nobody reads them. */
const MAX_SYMBOLS = 2_000;
/** What the language allows (`contributes.configurationDefaults`). */
const MAX_FOLDS = 65_000;

/** Steps of a log fold, and are in the outline and the breadcrumbs, with their time. */
export function registerLogOutline(textOf: (uri: vscode.Uri) => LogText | undefined): vscode.Disposable {
  const selector = { scheme: LogScheme, language: LogLanguageId };
  return vscode.Disposable.from(
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: ({ uri, lineCount }) => foldsOf(textOf(uri), lineCount),
    }),
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: ({ uri, lineCount }) => symbolsOf(textOf(uri), lineCount),
    }),
  );
}

function foldsOf(text: LogText | undefined, lineCount: number): vscode.FoldingRange[] {
  return (text?.sections ?? [])
    .map(({ firstLine, lastLine = lineCount - 1 }) => ({ firstLine, lastLine }))
    .filter(({ firstLine, lastLine }) => lastLine > firstLine && lastLine < lineCount)
    .slice(0, MAX_FOLDS)
    .map(
      ({ firstLine, lastLine }) =>
        new vscode.FoldingRange(firstLine, lastLine, vscode.FoldingRangeKind.Region),
    );
}

function symbolsOf(text: LogText | undefined, lineCount: number): vscode.DocumentSymbol[] {
  return (text?.steps ?? [])
    .filter(({ firstLine }) => firstLine < lineCount)
    .slice(0, MAX_SYMBOLS)
    .map((step) => symbolOf(step, text?.lines ?? [], lineCount));
}

function symbolOf(step: LogStep, lines: readonly string[], lineCount: number): vscode.DocumentSymbol {
  const endOf = (line: number) => new vscode.Position(line, lines[line]?.length ?? 0);
  const last = Math.min(step.lastLine ?? lineCount - 1, lineCount - 1);
  const heading = new vscode.Range(new vscode.Position(step.firstLine, 0), endOf(step.firstLine));
  return makeSymbol({
    name: stepName(step),
    detail: stepFacts(step, Date.now()).join(' · '),
    kind: step.state === 'failed' ? vscode.SymbolKind.Event : vscode.SymbolKind.Function,
    range: new vscode.Range(heading.start, endOf(last)),
    selection: heading,
  });
}
