import * as vscode from 'vscode';
import { jsonFindings, unknownInBodies } from '../../../api/request/checks/bodyFindings';
import { MAX_FINDINGS, type RequestFinding } from '../../../api/request/checks/requestFinding';
import { RequestLanguageId, Setting } from '../../../contributions';
import { makeProblem } from '../../../ui/documents/problems';
import { rangeOf } from '../requests/requestPlace';
import { findingText } from './findingText';
import type { RequestText, RequestTexts } from './requestTexts';

/** What descriptions say against a text. */
export interface DescribedChecks {
  check(read: RequestText): Promise<readonly RequestFinding[]>;
}

/** While somebody types, nothing is said of what is half written. */
const PAUSE_MS = 300;

/** A diagnostic collection of its own: what is sent by nobody is told by the collection of the language. */
const COLLECTION = `${RequestLanguageId}-checks`;

/**
 * What speaks against the requests of open documents and is sent all the same, kept up with what is typed: a warning
 * at most where a description says so, since descriptions lie. All of that is off by a setting; wrong JSON is told
 * anyway.
 */
export class RequestChecks implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection(COLLECTION);
  private readonly found = new WeakMap<
    vscode.TextDocument,
    { read: RequestText; findings: readonly RequestFinding[] }
  >();
  private readonly waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly texts: RequestTexts,
    private readonly described: DescribedChecks,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.problems,
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.checkSoon(document, 0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.checkSoon(document, PAUSE_MS);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
        this.problems.delete(document.uri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(Setting['requests.problems'])) {
          this.checkAll();
        }
      }),
    );
    this.checkAll();
  }

  /** Looks at every open document again: something else changed than what is written. */
  checkAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.checkSoon(document, 0);
    }
  }

  /** What was found in a document as it is now. */
  findingsOf(document: vscode.TextDocument): readonly RequestFinding[] {
    const found = this.found.get(document);
    return found && found.read === this.texts.of(document) ? found.findings : [];
  }

  dispose(): void {
    this.waiting.forEach((timer) => {
      clearTimeout(timer);
    });
    this.waiting.clear();
    this.subscriptions.dispose();
  }

  private checkSoon(document: vscode.TextDocument, pause: number): void {
    if (document.languageId !== RequestLanguageId) {
      return;
    }
    this.forget(document);
    const timer = setTimeout(() => {
      void this.check(document, () => this.waiting.get(document) === timer);
    }, pause);
    this.waiting.set(document, timer);
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }

  /** At first, what needs no description shows at once: that of a server may take its time. Later nothing flickers. */
  private async check(document: vscode.TextDocument, isWanted: () => boolean): Promise<void> {
    const read = this.texts.of(document);
    const isOn = vscode.workspace.getConfiguration().get<boolean>(Setting['requests.problems'], true);
    const plain = read ? plainFindings(read, isOn) : [];
    if (!read || !isOn || !this.found.has(document)) {
      this.show(document, read, plain);
    }
    if (!read || !isOn) {
      return;
    }
    const described = await this.described.check(read);
    if (isWanted() && this.texts.of(document) === read) {
      this.show(document, read, [...plain, ...described]);
    }
  }

  private show(
    document: vscode.TextDocument,
    read: RequestText | undefined,
    all: readonly RequestFinding[],
  ): void {
    const findings = all.slice(0, MAX_FINDINGS);
    if (read) {
      this.found.set(document, { read, findings });
    }
    this.problems.set(
      document.uri,
      findings.map((finding) =>
        makeProblem(rangeOf(document, finding), {
          message: findingText(finding),
          severity:
            finding.code === 'jsonSyntax'
              ? vscode.DiagnosticSeverity.Error
              : vscode.DiagnosticSeverity.Warning,
          code: finding.code,
        }),
      ),
    );
  }
}

function plainFindings({ text, parsed, occurrences }: RequestText, isOn: boolean): RequestFinding[] {
  return [
    ...parsed.requests.flatMap((request) => jsonFindings(text, request)),
    ...(isOn ? unknownInBodies(text, parsed, occurrences) : []),
  ];
}
