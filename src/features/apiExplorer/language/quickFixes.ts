import type * as vscode from 'vscode';
import { fixesOfVariable, replacing } from '../../../api/request/checks/bodyFindings';
import type { Fix } from '../../../api/request/checks/requestFinding';
import { hostFix } from '../../../api/request/checks/hostFix';
import { similarNames } from '../../../api/request/checks/similar';
import { methods } from '../../../api/openapi/model';
import type { Problem } from '../../../api/request/parse/problem';
import { problemsOf } from '../../../api/request/resolve/resolve';
import { makeQuickFix } from '../../../ui/documents/quickFixes';
import { rangeOf } from '../requests/requestPlace';
import { fixText } from './findingText';
import type { RequestChecks } from './requestChecks';
import type { RequestText, RequestTexts } from './requestTexts';

/** Something that can be mended, whoever found it. */
interface Mendable {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly Fix[];
}

/** Mends what is marked in a request document. */
export class RequestFixes implements vscode.CodeActionProvider {
  /** `base` is the address of the active account's server, where somebody is signed in. */
  constructor(
    private readonly texts: RequestTexts,
    private readonly checks: RequestChecks,
    private readonly base: () => string | undefined,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const read = this.texts.of(document);
    const mendable: readonly Mendable[] = read
      ? [...this.checks.findingsOf(document), ...this.problemsIn(read)]
      : [];
    return mendable.flatMap(({ code, fixes, ...place }) => {
      const where = rangeOf(document, place);
      if (!where.intersection(range)) {
        return [];
      }
      const marked = diagnostics.filter(
        (diagnostic) => diagnostic.code === code && diagnostic.range.isEqual(where),
      );
      return fixes.map((fix, nth) =>
        makeQuickFix(document.uri, {
          title: fixText(fix),
          edits: fix.edits.map((edit) => ({ range: rangeOf(document, edit), text: edit.text })),
          diagnostics: marked,
          isPreferred: nth === 0,
        }),
      );
    });
  }

  private problemsIn(read: RequestText): Mendable[] {
    return problemsOf(read.parsed).map((problem) => ({ ...problem, fixes: this.fixesOf(read, problem) }));
  }

  private fixesOf({ text, parsed, occurrences }: RequestText, { code, start, end }: Problem): Fix[] {
    switch (code) {
      case 'unknownVariable': {
        const place = occurrences.find((use) => use.start >= start && use.end <= end);
        return place ? fixesOfVariable(text, place.name, place, parsed.variables.keys()) : [];
      }
      case 'notBelowHost': {
        const base = this.base();
        const fix = base === undefined ? undefined : hostFix(text, { start, end }, base);
        return fix ? [fix] : [];
      }
      case 'unknownMethod': {
        const [word = ''] = /^[A-Za-z]+/.exec(text.slice(start, end)) ?? [];
        return similarNames(word.toUpperCase(), methods).map((method) =>
          replacing({ start, end: start + word.length }, method),
        );
      }
      default:
        return [];
    }
  }
}
