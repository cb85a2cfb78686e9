import type * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { Descriptions } from '../descriptions/descriptions';
import { DescribedRequests } from './describedRequests';
import { registerRequestLanguage } from './registerLanguage';

/** Help with request documents by what is described. Loaded when the first of them is open. */
export function registerDescribedLanguage(
  sessions: SessionStore,
  descriptions: Descriptions,
): vscode.Disposable {
  return registerRequestLanguage({
    base: () => sessions.account?.hosts.api,
    described: new DescribedRequests(descriptions),
    onDidChange: descriptions.onDidChange,
  });
}
