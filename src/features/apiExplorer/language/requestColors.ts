import * as vscode from 'vscode';
import type { ParsedRequest } from '../../../api/request/document';
import {
  colorKinds,
  colorModifiers,
  nameColors,
  pathColors,
  type ColoredSpan,
} from '../../../api/request/language/colors';
import { rangeOf } from '../requests/requestPlace';
import type { RequestText, RequestTexts } from './requestTexts';

/** Requests of a document whose operation is looked for, to paint them. */
const MAX_REQUESTS = 100;

const legend = new vscode.SemanticTokensLegend([...colorKinds], [...colorModifiers]);

/** Finds what is known of a request, if it is of an operation that a description has. */
export interface OperationFinder {
  find(request: ParsedRequest): Promise<{ readonly deprecated: boolean } | undefined>;
}

/** Paints names by what they stand for, and paths of operations that are known. */
export class RequestColors implements vscode.DocumentSemanticTokensProvider {
  constructor(
    private readonly texts: RequestTexts,
    private readonly operations: OperationFinder,
    readonly onDidChangeSemanticTokens: vscode.Event<void>,
  ) {}

  async provideDocumentSemanticTokens(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const read = this.texts.of(document);
    const spans = read && (await this.spansOf(read));
    if (!spans || token.isCancellationRequested || this.texts.of(document) !== read) {
      return undefined;
    }
    const builder = new vscode.SemanticTokensBuilder(legend);
    for (const span of spans) {
      builder.push(rangeOf(document, span), span.kind, [...span.modifiers]);
    }
    return builder.build();
  }

  private async spansOf({ parsed, occurrences }: RequestText): Promise<ColoredSpan[]> {
    const paths = await Promise.all(
      parsed.requests
        .slice(0, MAX_REQUESTS)
        .map(async (request) => pathColors(request, await this.operations.find(request))),
    );
    return [...nameColors(parsed, occurrences), ...paths.flat()].sort((a, b) => a.start - b.start);
  }
}

export function registerRequestColors(
  selector: vscode.DocumentSelector,
  colors: RequestColors,
): vscode.Disposable {
  return vscode.languages.registerDocumentSemanticTokensProvider(selector, colors, legend);
}
