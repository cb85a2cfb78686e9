import type * as vscode from 'vscode';
import type { ParsedDocument } from '../../../api/request/document';
import { MAX_LANGUAGE_LENGTH } from '../../../api/request/language/limits';
import { occurrencesIn, type Occurrence } from '../../../api/request/language/occurrences';
import { parseRequests } from '../../../api/request/parse/parse';

/** A request document, read. */
export interface RequestText {
  readonly text: string;
  readonly parsed: ParsedDocument;
  readonly occurrences: readonly Occurrence[];
}

/** Reads each version of a document once, for everything that the editor asks of it. */
export class RequestTexts {
  private readonly read = new WeakMap<vscode.TextDocument, { version: number; text: RequestText }>();

  /** Undefined for a document that is too long to be helped with. */
  of(document: vscode.TextDocument): RequestText | undefined {
    const known = this.read.get(document);
    if (known?.version === document.version) {
      return known.text;
    }
    const text = document.getText();
    if (text.length > MAX_LANGUAGE_LENGTH) {
      return undefined;
    }
    const parsed = parseRequests(text);
    const read = { text, parsed, occurrences: occurrencesIn(text, parsed) };
    this.read.set(document, { version: document.version, text: read });
    return read;
  }
}
