/** All that is taken of the library that knows JSON, in the one place that may import it. */
export { getLanguageService, TextDocument } from 'vscode-json-languageservice';
export type {
  CompletionItem,
  Diagnostic,
  JSONDocument,
  LanguageService,
  MatchingSchema,
} from 'vscode-json-languageservice';
